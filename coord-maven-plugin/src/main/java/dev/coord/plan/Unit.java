package dev.coord.plan;

import java.math.BigDecimal;
import java.util.Optional;

/** A unit that a comparison can name, with its factor to the unit its dimension is compared in. */
public enum Unit {
  /** A plain number. */
  NONE("", Dimension.COUNT, "1"),
  /** Hundredths. */
  PERCENT("%", Dimension.SHARE, "1"),
  /** Milliseconds. */
  MILLISECONDS("ms", Dimension.TIME, "1"),
  /** Seconds. */
  SECONDS("s", Dimension.TIME, "1000"),
  /** Minutes. */
  MINUTES("min", Dimension.TIME, "60000"),
  /** Hours. */
  HOURS("h", Dimension.TIME, "3600000"),
  /** Days of 24 hours. */
  DAYS("d", Dimension.TIME, "86400000");

  /** What a unit measures; only units of one dimension can be compared. */
  public enum Dimension {
    /** Things counted. */
    COUNT,
    /** Parts of a whole. */
    SHARE,
    /** Time, compared in milliseconds. */
    TIME
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
