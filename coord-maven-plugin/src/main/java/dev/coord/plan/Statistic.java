package dev.coord.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is made of many numbers.
 *
 * @param kind what it is
 * @param percent above 0 and at most 100 for a percentile; otherwise 0
 */
public record Statistic(Kind kind, BigDecimal percent) {

  /** What can be made of many numbers. */
  public enum Kind {
    /** The least number that so many percent of the numbers do not exceed (nearest rank). */
    PERCENTILE("p"),
    /** The one in the middle, or the mean of both. */
    MEDIAN("median"),
    /** Their sum, divided by how many they are. */
    MEAN("mean"),
    /** The smallest. */
    MIN("min"),
    /** The largest. */
    MAX("max"),
    /** All together. */
    SUM("sum"),
    /** How many they are. */
    COUNT("count"),
    /** How often in a second, where the tool itself says so. */
    RATE("rate");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  private static final Pattern PERCENTILE =
      Pattern.compile("p((?:0|[1-9][0-9]?)(?:\\.[0-9]{1,6})?|100)");

  /**
   * Checks the percentage.
   *
   * @throws IllegalArgumentException when it is given for something else, or out of range
   */
  public Statistic {
    Parts.require(kind, percent);
    boolean inRange = percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0;
    if (kind == Kind.PERCENTILE ? !inRange : percent.signum() != 0) {
      throw new IllegalArgumentException("not a statistic: " + kind + " " + percent);
    }
  }

  /** A statistic that is no percentile. */
  public static Statistic of(Kind kind) {
    return new Statistic(kind, BigDecimal.ZERO);
  }

  /** The statistic that a plan calls so: {@code p95}, {@code p99.9}, {@code median}. */
  public static Optional<Statistic> ofWord(String word) {
    Matcher matcher = PERCENTILE.matcher(word);
    if (matcher.matches()) {
      BigDecimal percent = new BigDecimal(matcher.group(1));
      return percent.signum() == 0
          ? Optional.empty()
          : Optional.of(new Statistic(Kind.PERCENTILE, percent));
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.PERCENTILE && kind.word.equals(word)) {
        return Optional.of(of(kind));
      }
    }
    return Optional.empty();
  }

  /** The word that plans use: {@code p95}. */
  public String word() {
    return kind == Kind.PERCENTILE ? kind.word + percent.toPlainString() : kind.word;
  }
}
