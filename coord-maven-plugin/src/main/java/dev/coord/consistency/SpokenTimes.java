package dev.coord.consistency;

import dev.coord.plan.Scenario.Length;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time in the team's words: which of them are one. A week has seven days or five, a day
 * 24 hours or eight; nobody says which, so that two lengths are one where either makes them so.
 */
final class SpokenTimes {

  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:(?:with)?in |up to |under )?(?:an? )?([0-9]{1,6}(?:\\.[0-9]{1,3})?)?"
              + " ?(min|minute|h|hr|hour|d|day|working day|w|week)s?");

  /** How often something comes again. */
  private static final Pattern EVERY =
      Pattern.compile(
          "(?:once )?(?:every|each|per|an?) (hour|day|night|week|month|quarter)"
              + "|(hour|dai|night|week|month|quarter)ly");

  /** What a day and a week have, in minutes. */
  private static final List<Map<String, Integer>> READINGS =
      List.of(units(24 * 60, 7), units(24 * 60, 5), units(8 * 60, 5));

  private SpokenTimes() {}

  private static Map<String, Integer> units(int day, int week) {
    return Map.of("m", 1, "h", 60, "d", day, "w", week * day);
  }

  /**
   * Whether two texts name one length, such as {@code 1 day} and {@code within 24 hours}, or say
   * equally often, as {@code weekly} and {@code every week} do.
   */
  static boolean same(String one, String other) {
    Optional<String> often = often(one);
    if (often.isPresent() && often.equals(often(other))) {
      return true;
    }
    Matcher first = LENGTH.matcher(Twice.plain(one));
    Matcher again = LENGTH.matcher(Twice.plain(other));
    return first.matches()
        && again.matches()
        && same(number(first), unit(first), number(again), unit(again));
  }

  private static Optional<String> often(String text) {
    Matcher every = EVERY.matcher(Twice.plain(text));
    return Optional.of(every)
        .filter(Matcher::matches)
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .map(unit -> unit.equals("dai") ? "day" : unit);
  }

  /** Whether two lengths are one, or cannot be told apart: months have no number of weeks. */
  static boolean same(Length one, Length other) {
    String first = unit(one);
    String again = unit(other);
    boolean months = first.startsWith("month") || again.startsWith("month");
    if (one.unit() == other.unit()) {
      return one.equals(other);
    }
    return months
        || same(BigDecimal.valueOf(one.least()), first, BigDecimal.valueOf(other.least()), again)
            && same(BigDecimal.valueOf(one.most()), first, BigDecimal.valueOf(other.most()), again);
  }

  private static boolean same(BigDecimal one, String unit, BigDecimal other, String otherUnit) {
    return READINGS.stream()
        .anyMatch(
            minutes ->
                minutes(minutes, one, unit).compareTo(minutes(minutes, other, otherUnit)) == 0);
  }

  private static BigDecimal minutes(Map<String, Integer> minutes, BigDecimal number, String unit) {
    String first = unit.startsWith("working") ? "d" : unit.substring(0, 1);
    return number.multiply(BigDecimal.valueOf(minutes.get(first)));
  }

  private static BigDecimal number(Matcher length) {
    return Optional.ofNullable(length.group(1)).map(BigDecimal::new).orElse(BigDecimal.ONE);
  }

  private static String unit(Matcher length) {
    return length.group(2);
  }

  private static String unit(Length length) {
    return length.unit().name().toLowerCase(Locale.ROOT);
  }
}
