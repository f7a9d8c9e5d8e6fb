package dev.coord.plan.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody probably meant by a value that cannot be read. A remedy is followed to the letter:
 * one with a number from nowhere makes a plan that can be read and says what nobody meant.
 */
final class Meant {
  private static final String NUMBER = "[0-9]{1,9}";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What counts working days says so in its reference, and not in its name. */
  private static final Map<String, Integer> WORKING_DAYS = Map.of("day", 1, "d", 1, "week", 5);

  /** By key, what one of other units is worth, which is written in the singular. */
  private static final Map<String, Map<String, Integer>> TIMES =
      Map.of(
          "minutes", Map.of("h", 60, "hr", 60, "hour", 60, "m", 1),
          "duration", WORKING_DAYS,
          "sprint_length", WORKING_DAYS);

  /** A number with a sign before it or its unit behind it, such as {@code #5} or {@code 40 min}. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "[#+~]?\\s*([0-9]{1,3}(?:[,_ ][0-9]{3})+|"
              + NUMBER
              + ")(\\.[0-9]{1,3})?\\s*(\\p{L}*)\\.?");

  private static final Pattern SHARE =
      Pattern.compile("[~+]?\\s*([0-9]{1,3}(?:[.,][0-9]{1,6})?)\\s*(%|percent|per cent)?");
  private static final Pattern COUNT_OF =
      Pattern.compile("(" + NUMBER + ")\\s*(?:/|of|out of)\\s*([1-9][0-9]{0,6})");
  private static final Pattern RANGE =
      Pattern.compile("(?:w|d|weeks?|days?)?\\s*([0-9]{1,4})(?:-(?:w|d)?([0-9]{1,4}))?");
  private static final Pattern LENGTH =
      Pattern.compile("([1-9][0-9]{0,3}(?:-[1-9][0-9]{0,3})?)\\s*(\\p{L}+)");
  private static final Map<String, String> LENGTHS =
      Map.of(
          "h", "hours", "hr", "hours", "hrs", "hours", "d", "days", "w", "weeks", "wk", "weeks",
          "wks", "weeks", "mo", "months");

  /** Two numbers or dates with anything between them that people write for a stretch. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*(?:\\.{2,3}|…|\\p{Pd}|\\bto\\b|\\buntil\\b)\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern DATES =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\\s*(?:\\.{2,3}|…|\\p{Pd}|/)\\s*|\\s+(?:until|till|and)\\s+)"
              + "([0-9]{4}-[0-9]{2}-[0-9]{2})");

  private Meant() {}

  /** A whole number that counts what its key says: minutes, weeks, or anything where no unit is. */
  static Optional<String> number(String key, String text, int least, int most) {
    Matcher counted = COUNTED.matcher(text.toLowerCase(Locale.ROOT));
    if (!counted.matches()) {
      return Optional.empty();
    }
    BigDecimal number =
        new BigDecimal(
            counted.group(1).replaceAll("[,_ ]", "")
                + (counted.group(2) == null ? "" : counted.group(2)));
    return times(key, counted.group(3))
        .map(times -> number.multiply(BigDecimal.valueOf(times)))
        .flatMap(whole -> within(whole, least, most));
  }

  private static Optional<String> within(BigDecimal whole, int least, int most) {
    return whole.stripTrailingZeros().scale() <= 0
            && whole.compareTo(BigDecimal.valueOf(least)) >= 0
            && whole.compareTo(BigDecimal.valueOf(most)) <= 0
        ? Optional.of(Integer.toString(whole.intValueExact()))
        : Optional.empty();
  }

  /** Whether a key counts working days, which nobody can guess from its name. */
  static boolean countsWorkingDays(String key) {
    return TIMES.get(key) == WORKING_DAYS;
  }

  /** How many of what its key counts a unit stands for; empty where it is of something else. */
  private static Optional<Integer> times(String key, String unit) {
    String one = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    if (one.isEmpty() || key.equals(one + "s") || key.startsWith(one) && one.length() > 2) {
      return Optional.of(1);
    }
    return Optional.ofNullable(TIMES.getOrDefault(key, Map.of()).get(one));
  }

  /** A whole percentage: one that is rounded, without its sign, or written as a share of one. */
  static Optional<String> percentage(String text) {
    Matcher share = SHARE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!share.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(share.group(1).replace(',', '.'));
    boolean ofOne =
        share.group(2) == null && number.scale() > 0 && number.compareTo(BigDecimal.ONE) <= 0;
    BigDecimal percent =
        (ofOne ? number.multiply(HUNDRED) : number).setScale(0, RoundingMode.HALF_UP);
    return percent.compareTo(HUNDRED) > 0 ? Optional.empty() : Optional.of(percent + "%");
  }

  /** So many of so many: {@code 1 of 2} is {@code 1/2}. */
  static Optional<String> count(String text) {
    Matcher count = COUNT_OF.matcher(text.toLowerCase(Locale.ROOT));
    return count.matches() ? Optional.of(count.group(1) + "/" + count.group(2)) : Optional.empty();
  }

  /** Days or weeks by their numbers: {@code 1 to 5} and {@code W1-W5} are {@code 1-5}. */
  static Optional<String> numbers(String text) {
    Matcher range = RANGE.matcher(joined(text).toLowerCase(Locale.ROOT));
    if (!range.matches()) {
      return Optional.empty();
    }
    String first = Integer.toString(Integer.parseInt(range.group(1)));
    return Optional.of(
        range.group(2) == null ? first : first + "-" + Integer.parseInt(range.group(2)));
  }

  /** A length of time with its unit written out: {@code 8w} is {@code 8 weeks}. */
  static Optional<String> length(String text) {
    Matcher length = LENGTH.matcher(joined(text).toLowerCase(Locale.ROOT));
    if (!length.matches()) {
      return Optional.empty();
    }
    String unit = length.group(2);
    return LENGTHS.values().stream()
        .filter(word -> word.equals(unit) || word.equals(unit + "s"))
        .findFirst()
        .or(() -> Optional.ofNullable(LENGTHS.get(unit)))
        .map(word -> length.group(1) + " " + word);
  }

  /** Two dates with another sign between them than the word that belongs there. */
  static Optional<String> dates(String text) {
    Matcher dates = DATES.matcher(text);
    return dates.matches()
        ? Optional.of(dates.group(1) + " to " + dates.group(2))
        : Optional.empty();
  }

  /** A path without what leads to the root it is written from anyway. */
  static String path(String text) {
    return text.replaceFirst("^(?:\\./|/)+", "");
  }

  private static String joined(String text) {
    return BETWEEN.matcher(text.strip()).replaceAll("-");
  }
}
