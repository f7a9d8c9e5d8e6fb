package dev.coord.plan.yaml;

import dev.coord.plan.Origin;
import dev.coord.plan.WorkCalendar;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads {@code project.calendar}. */
final class CalendarReader {
  private static final Shape SHAPE = new Shape("\"calendar\"", "calendar: {zone: Europe/Paris}");

  /** To YAML a number, which no schema takes for a text: an offset, or a mistake? */
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+");

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
    String word = text.get().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(word) || day.name().substring(0, ABBREVIATED).equals(word)) {
        return Optional.of(day);
      }
    }
    in.context()
        .error(
            field.place(),
            field.label() + " must be a day of the week, but is " + Words.quote(text.get()),
            "Write it in English, such as " + field.example("mon") + ".");
    return Optional.empty();
  }
}
