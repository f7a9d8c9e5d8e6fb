package dev.coord.plan.yaml;

import dev.coord.plan.Sprint.Counting;
import dev.coord.plan.Sprint.Stretch;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when a block is: days or weeks of its sprint, or dates. */
final class StretchReader {
  private static final Map<String, Counting> KEYS = keys();
  private static final Pattern NUMBERS =
      Pattern.compile("([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?");
  private static final Pattern DATES = Pattern.compile("(\\S+)(?: to (\\S+))?");

  private StretchReader() {}

  private static Map<String, Counting> keys() {
    Map<String, Counting> keys = new LinkedHashMap<>();
    keys.put("days", Counting.DAYS);
    keys.put("day", Counting.DAYS);
    keys.put("weeks", Counting.WEEKS);
    keys.put("week", Counting.WEEKS);
    keys.put("dates", Counting.DATES);
    keys.put("date", Counting.DATES);
    return keys;
  }

  static Optional<Stretch> read(MappingReader in) {
    List<String> written = KEYS.keySet().stream().filter(in::has).toList();
    for (int i = 1; i < written.size(); i++) {
      in.exclusive(written.get(0), written.get(i));
    }
    Optional<Stretch> stretch = Optional.empty();
    for (String key : written) {
      Optional<Stretch> read = in.field(key).flatMap(field -> stretch(in, KEYS.get(key), field));
      stretch = stretch.isPresent() ? stretch : read;
    }
    return stretch;
  }

  private static Optional<Stretch> stretch(MappingReader in, Counting counting, Field field) {
    String example = counting == Counting.DATES ? "2026-01-05 to 2026-01-09" : "1-3";
    Optional<String> text =
        in.scalars()
            .value(field, "a stretch of time", example)
            .map(scalar -> scalar.text().strip());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return counting == Counting.DATES
        ? dates(in, field, text.get())
        : numbers(in, counting, field, text.get());
  }

  private static Optional<Stretch> numbers(
      MappingReader in, Counting counting, Field field, String text) {
    Matcher matcher = NUMBERS.matcher(text);
    if (!matcher.matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a number or two with a dash, but is " + Words.quote(text),
              "Write for example " + field.example("1-3") + ", counted from 1.");
      return Optional.empty();
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
    return ordered(in, field, text, counting, first, last);
  }

  private static Optional<Stretch> dates(MappingReader in, Field field, String text) {
    Matcher matcher = DATES.matcher(text);
    if (!matcher.matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a date or two with \"to\", but is " + Words.quote(text),
              "Write for example " + field.example("2026-01-05 to 2026-01-09") + ".");
      return Optional.empty();
    }
    Optional<LocalDate> first = in.scalars().date(field, matcher.group(1));
    Optional<LocalDate> last =
        matcher.group(2) == null ? first : in.scalars().date(field, matcher.group(2));
    return first.isPresent() && last.isPresent()
        ? ordered(
            in, field, text, Counting.DATES, first.get().toEpochDay(), last.get().toEpochDay())
        : Optional.empty();
  }

  private static Optional<Stretch> ordered(
      MappingReader in, Field field, String text, Counting counting, long first, long last) {
    if (last < first) {
      in.context()
          .error(
              field.place(),
              field.label() + " is " + Words.quote(text) + ", which ends before it begins",
              "Write the earlier one first.");
      return Optional.empty();
    }
    return Optional.of(new Stretch(counting, first, last));
  }
}
