package dev.coord.plan.yaml;

import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Timing;
import dev.coord.plan.yaml.YamlNode.Entry;
import dev.coord.plan.yaml.YamlNode.Mapping;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when something is: days, weeks, weekdays, dates, or weeks of a phase. */
final class TimingReader {
  private static final Pattern NUMBERS =
      Pattern.compile("(0|[1-9][0-9]{0,3})(?:-(0|[1-9][0-9]{0,3}))?");

  /** What could be read, were a number of it not too large. */
  private static final Pattern LARGE =
      Pattern.compile("(?:(?:0|[1-9][0-9]*)-)?[1-9][0-9]{4,}|[1-9][0-9]{4,}-[0-9]+");

  private static final Pattern DATES = Pattern.compile("(\\S+)(?: to (\\S+))?");
  private static final Pattern WEEKDAYS = Pattern.compile("([A-Za-z]+)(?:-([A-Za-z]+))?");
  private static final Shape PHASE_WEEKS =
      new Shape("\"phase_weeks\"", "phase_weeks: {phase-3: 9-10}");
  private static final Map<String, Long> NAMES = names();

  private final MappingReader in;

  private TimingReader(MappingReader in) {
    this.in = in;
  }

  private static Map<String, Long> names() {
    Map<String, Long> names = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
        names.put(
            day.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT),
            (long) day.getValue());
      }
    }
    return names;
  }

  /** Reads the keys of all ways of counting. */
  static Timing read(MappingReader in) {
    return read(in, Counting.values());
  }

  /** Reads the keys of some ways of counting. */
  static Timing read(MappingReader in, Counting... countings) {
    TimingReader reader = new TimingReader(in);
    List<Stretch> stretches = new ArrayList<>();
    Arrays.stream(countings)
        .forEach(counting -> reader.stretch(counting).ifPresent(stretches::add));
    return new Timing(in.origin(), stretches);
  }

  private Optional<Stretch> stretch(Counting counting) {
    if (counting == Counting.PHASE_WEEKS) {
      return in.field("phase_weeks").flatMap(this::phaseWeeks);
    }
    List<String> keys = counting.keys();
    in.exclusive(keys.get(0), keys.get(1));
    return in.field(keys.get(0))
        .or(() -> in.field(keys.get(1)))
        .flatMap(field -> stretch(counting, Optional.empty(), field));
  }

  private Optional<Stretch> phaseWeeks(Field field) {
    if (!(field.node() instanceof Mapping map)) {
      Refusals.notAMap(in.context(), field.node(), PHASE_WEEKS);
      return Optional.empty();
    }
    if (map.entries().size() != 1) {
      in.context()
          .error(
              field.place(),
              "\"phase_weeks\" must name one phase, but names " + map.entries().size(),
              "Write for example 'phase_weeks: {phase-3: 9-10}'.");
    }
    return map.entries().values().stream().findFirst().flatMap(this::phaseWeeks);
  }

  private Optional<Stretch> phaseWeeks(Entry entry) {
    in.context().refer(entry.key(), entry.keyLocation(), Kind.EPIC);
    return stretch(
        Counting.PHASE_WEEKS, Optional.of(entry.key()), Field.of("phase_weeks", entry.value()));
  }

  /** One stretch, such as the value of {@code weeks}. */
  static Optional<Stretch> stretch(MappingReader in, Counting counting, Field field) {
    return new TimingReader(in).stretch(counting, Optional.empty(), field);
  }

  private Optional<Stretch> stretch(Counting counting, Optional<String> phase, Field field) {
    Optional<String> text =
        in.scalars()
            .value(field, "a stretch of time", example(counting))
            .map(scalar -> scalar.text().strip());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (counting) {
      case DATES -> dates(field, text.get());
      case WEEKDAYS -> weekdays(field, text.get());
      case DAYS, WEEKS, PHASE_WEEKS -> numbers(counting, phase, field, text.get());
    };
  }

  private static String example(Counting counting) {
    return switch (counting) {
      case DATES -> "2026-01-05 to 2026-01-09";
      case WEEKDAYS -> "Monday-Tuesday";
      case DAYS, WEEKS, PHASE_WEEKS -> "1-3";
    };
  }

  /** Weeks of a phase begin with 1; a project has something before its first day. */
  private static String from(Counting counting) {
    return counting == Counting.PHASE_WEEKS
        ? ", counted from 1."
        : ", counted from 1; 0 is the one before.";
  }

  private Optional<Stretch> numbers(
      Counting counting, Optional<String> phase, Field field, String text) {
    Matcher matcher = NUMBERS.matcher(text);
    boolean zero = matcher.matches() && matcher.group(1).equals("0");
    boolean isOfPhase = counting == Counting.PHASE_WEEKS;
    if (zero && isOfPhase || LARGE.matcher(text).matches()) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " must be from "
                  + (isOfPhase ? 1 : 0)
                  + " to 9999, but is "
                  + Words.quote(text),
              "Write for example " + field.example("1-3") + from(counting));
      return Optional.empty();
    }
    if (!matcher.matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a number or two with a dash, but is " + Words.quote(text),
              Scalars.perhaps(field, Meant.numbers(text))
                  .or(() -> weekdaysMeant(counting, text))
                  .orElseGet(() -> "Write for example " + field.example("1-3") + from(counting)));
      return Optional.empty();
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
    return ordered(counting, phase, field, text, first, last);
  }

  /** Names of days are written under a key of their own. */
  private static Optional<String> weekdaysMeant(Counting counting, String text) {
    return counting == Counting.DAYS && isWeekdays(text)
        ? Optional.of("Days of the week have a key of their own: 'weekdays: " + text + "'.")
        : Optional.empty();
  }

  private static boolean isWeekdays(String text) {
    Matcher matcher = WEEKDAYS.matcher(text);
    return matcher.matches()
        && weekday(matcher.group(1)).isPresent()
        && (matcher.group(2) == null || weekday(matcher.group(2)).isPresent());
  }

  private Optional<Stretch> weekdays(Field field, String text) {
    Matcher matcher = WEEKDAYS.matcher(text);
    OptionalLong first = matcher.matches() ? weekday(matcher.group(1)) : OptionalLong.empty();
    OptionalLong last =
        first.isEmpty() || matcher.group(2) == null ? first : weekday(matcher.group(2));
    if (first.isEmpty() || last.isEmpty()) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " must be a day of the week or two with a dash, but is "
                  + Words.quote(text),
              "Write for example " + field.example("Monday-Tuesday") + ".");
      return Optional.empty();
    }
    return ordered(
        Counting.WEEKDAYS, Optional.empty(), field, text, first.getAsLong(), last.getAsLong());
  }

  private static OptionalLong weekday(String name) {
    Long day = NAMES.get(name.toLowerCase(Locale.ROOT));
    return day == null ? OptionalLong.empty() : OptionalLong.of(day);
  }

  private Optional<Stretch> dates(Field field, String text) {
    Matcher matcher = DATES.matcher(text);
    Optional<String> meant = Meant.dates(text);
    if (!matcher.matches() || meant.isPresent()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a date or two with \"to\", but is " + Words.quote(text),
              Scalars.perhaps(field, meant)
                  .orElse("Write for example " + field.example("2026-01-05 to 2026-01-09") + "."));
      return Optional.empty();
    }
    Optional<LocalDate> first = in.scalars().date(field, matcher.group(1));
    Optional<LocalDate> last =
        matcher.group(2) == null ? first : in.scalars().date(field, matcher.group(2));
    return first.isPresent() && last.isPresent()
        ? ordered(
            Counting.DATES,
            Optional.empty(),
            field,
            text,
            first.get().toEpochDay(),
            last.get().toEpochDay())
        : Optional.empty();
  }

  private Optional<Stretch> ordered(
      Counting counting, Optional<String> phase, Field field, String text, long first, long last) {
    if (last < first) {
      in.context()
          .error(
              field.place(),
              field.label() + " is " + Words.quote(text) + ", which ends before it begins",
              "Write the earlier one first.");
      return Optional.empty();
    }
    return Optional.of(new Stretch(counting, phase, first, last));
  }
}
