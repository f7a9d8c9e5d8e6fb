package dev.coord.plan.yaml;

import dev.coord.plan.Origin;
import dev.coord.plan.WorkCalendar;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code project.calendar}. */
final class CalendarReader {
  private static final Shape SHAPE = new Shape("\"calendar\"", "calendar: {zone: Europe/Paris}");

  /** To YAML a number, which no schema takes for a text: an offset, or a mistake? */
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+");

  private static final Pattern DAYS = Pattern.compile("([A-Za-z]+)-([A-Za-z]+)");

  private static final int WEEK = 7;

  private static final int LONGEST_SPRINT = 366;

  private static final int ABBREVIATED = 3;

  private CalendarReader() {}

  /** Monday to Friday in UTC. */
  static WorkCalendar usual(Origin origin) {
    return new WorkCalendar(
        origin,
        ZoneOffset.UTC,
        Optional.empty(),
        WorkCalendar.MONDAY_TO_FRIDAY,
        new TreeSet<>(),
        OptionalInt.empty());
  }

  static Optional<WorkCalendar> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, CalendarReader::calendar);
  }

  private static Optional<WorkCalendar> calendar(MappingReader in) {
    Optional<ZoneId> zone = in.field("zone").flatMap(field -> zone(in, field));
    Optional<LocalDate> start = in.date("start");
    Set<DayOfWeek> workingDays = workingDays(in);
    List<LocalDate> holidays =
        in.list("holidays", "2026-01-01", in.once(in.scalars()::date, LocalDate::toString));
    OptionalInt sprintLength = in.integer("sprint_length", 1, LONGEST_SPRINT);
    return Optional.of(
        new WorkCalendar(
            in.origin(),
            zone.orElse(ZoneOffset.UTC),
            start,
            workingDays,
            new TreeSet<>(holidays),
            sprintLength));
  }

  private static Optional<ZoneId> zone(MappingReader in, Field field) {
    if (field.node() instanceof Scalar scalar
        && scalar.plain()
        && NUMBER.matcher(scalar.text()).matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a time zone, but is the number " + scalar.text(),
              "Write a name, for example "
                  + field.example("Europe/Paris")
                  + ", or hours and minutes, such as "
                  + field.example("+02:00")
                  + ".");
      return Optional.empty();
    }
    Optional<String> name = in.scalars().text(field);
    try {
      return name.map(ZoneId::of);
    } catch (DateTimeException unknown) {
      Optional<String> nearest =
          in.context().nearest().to(name.get(), new TreeSet<>(ZoneId.getAvailableZoneIds()));
      in.context()
          .error(
              field.place(),
              field.label() + " must be a time zone, but is " + Words.quote(name.get()),
              nearest
                  .map(zone -> "Perhaps " + field.example(zone) + " was meant.")
                  .orElse("Write for example " + field.example("Europe/Paris") + "."));
      return Optional.empty();
    }
  }

  private static Set<DayOfWeek> workingDays(MappingReader in) {
    List<DayOfWeek> days =
        in.list(
            "working_days",
            "mon, tue, wed, thu, fri",
            in.once(field -> day(in, field), day -> day.name().toLowerCase(Locale.ROOT)));
    in.refuseEmptyList("working_days", "[mon, tue, wed, thu, fri]");
    return days.isEmpty() ? WorkCalendar.MONDAY_TO_FRIDAY : EnumSet.copyOf(days);
  }

  private static Optional<DayOfWeek> day(MappingReader in, Field field) {
    Optional<String> text = in.scalars().text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<DayOfWeek> known = day(text.get());
    if (known.isPresent()) {
      return known;
    }
    in.context()
        .error(
            field.place(),
            field.label() + " must be a day of the week, but is " + Words.quote(text.get()),
            days(text.get())
                .map(days -> "Write each by itself: " + field.example(days) + ".")
                .orElse("Write it in English, such as " + field.example("mon") + "."));
    return Optional.empty();
  }

  /** Each day of {@code Mon-Fri}, separated by commas; empty where it is no such range. */
  private static Optional<String> days(String text) {
    Matcher range = DAYS.matcher(text.strip());
    if (!range.matches()) {
      return Optional.empty();
    }
    Optional<DayOfWeek> last = day(range.group(2));
    return day(range.group(1))
        .filter(first -> last.isPresent())
        .map(
            first ->
                Stream.iterate(first, day -> day.plus(1))
                    .limit(Math.floorMod(last.get().getValue() - first.getValue(), WEEK) + 1L)
                    .map(day -> abbreviated(day).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ")));
  }

  private static Optional<DayOfWeek> day(String name) {
    String word = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equals(word) || abbreviated(day).equals(word))
        .findFirst();
  }

  private static String abbreviated(DayOfWeek day) {
    return day.name().substring(0, ABBREVIATED);
  }
}
