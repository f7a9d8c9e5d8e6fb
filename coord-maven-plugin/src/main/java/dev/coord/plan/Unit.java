package dev.coord.plan;

import java.math.BigDecimal;
import java.util.Optional;

/** A unit that a comparison can name, with its factor to the unit its dimension is compared in. */
public enum Unit {
  /** A plain number. */
  NONE("", Dimension.COUNT, "1"),
  /** Hundredths. */
  PERCENT("%", Dimension.SHARE, "1"),
  /** How many times as much, such as how much faster. */
  TIMES("x", Dimension.FACTOR, "1"),
  /** Nanoseconds. */
  NANOSECONDS("ns", Dimension.TIME, "0.000001"),
  /** Microseconds. */
  MICROSECONDS("us", Dimension.TIME, "0.001"),
  /** Milliseconds. */
  MILLISECONDS("ms", Dimension.TIME, "1"),
  /** Seconds. */
  SECONDS("s", Dimension.TIME, "1000"),
  /** Minutes. */
  MINUTES("min", Dimension.TIME, "60000"),
  /** Hours. */
  HOURS("h", Dimension.TIME, "3600000"),
  /** Days of 24 hours. */
  DAYS("d", Dimension.TIME, "86400000"),
  /** Bytes. */
  BYTES("B", Dimension.SIZE, "1"),
  /** Thousands of bytes. */
  KILOBYTES("KB", Dimension.SIZE, "1000"),
  /** Millions of bytes. */
  MEGABYTES("MB", Dimension.SIZE, "1000000"),
  /** Thousands of millions of bytes. */
  GIGABYTES("GB", Dimension.SIZE, "1000000000"),
  /** 1,024 bytes. */
  KIBIBYTES("KiB", Dimension.SIZE, "1024"),
  /** 1,024 times 1,024 bytes. */
  MEBIBYTES("MiB", Dimension.SIZE, "1048576"),
  /** 1,024 times 1,024 times 1,024 bytes. */
  GIBIBYTES("GiB", Dimension.SIZE, "1073741824"),
  /** Requests in a second. */
  PER_SECOND("req/s", Dimension.RATE, "3600"),
  /** Requests in a minute. */
  PER_MINUTE("req/min", Dimension.RATE, "60"),
  /** Requests in an hour. */
  PER_HOUR("req/h", Dimension.RATE, "1");

  /** What a unit measures; only units of one dimension can be compared. */
  public enum Dimension {
    /** Things counted. */
    COUNT,
    /** Parts of a whole. */
    SHARE,
    /** How many times as much. */
    FACTOR,
    /** Time, compared in milliseconds. */
    TIME,
    /** Memory or files, compared in bytes. */
    SIZE,
    /** What is served in a time, compared by the hour. */
    RATE;

    /** Whether nothing that is measured in it can be below zero; a difference could. */
    public boolean isNeverBelowZero() {
      return this == TIME || this == SIZE || this == RATE;
    }
  }

  private final String symbol;
  private final Dimension dimension;
  private final BigDecimal factor;

  Unit(String symbol, Dimension dimension, String factor) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.factor = new BigDecimal(factor);
  }

  /** The unit's symbol as plans write it; empty for {@link #NONE}. */
  public String symbol() {
    return symbol;
  }

  /** What the unit measures. */
  public Dimension dimension() {
    return dimension;
  }

  /** The factor that turns a number of this unit into its dimension's unit of comparison. */
  public BigDecimal factor() {
    return factor;
  }

  /**
   * A number with the unit behind it, as plans write it: {@code 80%}, {@code 3x}, {@code 500 ms}.
   */
  public String behind(String number) {
    boolean close = this == NONE || this == PERCENT || this == TIMES;
    return close ? number + symbol : number + " " + symbol;
  }

  /** The unit with a symbol, exactly as written. */
  public static Optional<Unit> ofSymbol(String symbol) {
    for (Unit unit : values()) {
      if (unit.symbol.equals(symbol)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
