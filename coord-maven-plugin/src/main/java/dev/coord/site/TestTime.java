package dev.coord.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** How long tests took, in the units that people use. */
final class TestTime {

  private static final long TENTHS_OF_A_MINUTE = 600;
  private static final int DIGITS_OF_A_MILLI = 6;
  private static final int DIGITS_OF_A_SECOND = 9;

  /** From here on, a time is rounded to a whole second, minute or hour, or is longer. */
  private static final Duration SECOND = Duration.ofSeconds(1).minusNanos(500_000);

  private static final Duration MINUTE = Duration.ofMinutes(1).minusNanos(500_000);
  private static final Duration HOUR = Duration.ofHours(1).minusMillis(50);

  private TestTime() {}

  /**
   * A time, such as {@code 0.4 ms}, {@code 1.25 s}, {@code 1 min 46.8 s} or {@code 29 h 39 min};
   * each number stays in one line with its unit.
   *
   * @param time not negative; below a minute to the millisecond or, below a millisecond, to the
   *     microsecond, then to the tenth of a second and from an hour on to the minute
   */
  static String words(Duration time) {
    if (time.isZero()) {
      return with(0, "s");
    }
    if (time.compareTo(SECOND) < 0) {
      BigDecimal millis = BigDecimal.valueOf(time.toNanos(), DIGITS_OF_A_MILLI);
      boolean less = millis.compareTo(BigDecimal.ONE) < 0;
      return with(rounded(millis, less ? 3 : 0), "ms");
    }
    if (time.compareTo(MINUTE) < 0) {
      return with(rounded(BigDecimal.valueOf(time.toNanos(), DIGITS_OF_A_SECOND), 3), "s");
    }
    if (time.compareTo(HOUR) < 0) {
      BigDecimal seconds = BigDecimal.valueOf(time.toNanos(), DIGITS_OF_A_SECOND);
      long tenths = seconds.movePointRight(1).setScale(0, RoundingMode.HALF_UP).longValueExact();
      long rest = tenths % TENTHS_OF_A_MINUTE;
      return pair(tenths / TENTHS_OF_A_MINUTE, "min", rounded(BigDecimal.valueOf(rest, 1), 1), "s");
    }
    long minutes = time.plusSeconds(30).toMinutes();
    return pair(minutes / 60, "h", BigDecimal.valueOf(minutes % 60), "min");
  }

  private static BigDecimal rounded(BigDecimal number, int digits) {
    BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
    BigDecimal least = BigDecimal.ONE.movePointLeft(digits);
    BigDecimal shown = number.signum() > 0 ? rounded.max(least) : rounded;
    return shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
  }

  private static String pair(long first, String unit, BigDecimal second, String smaller) {
    return second.signum() == 0
        ? with(first, unit)
        : with(first, unit) + " " + with(second, smaller);
  }

  private static String with(long number, String unit) {
    return with(BigDecimal.valueOf(number), unit);
  }

  private static String with(BigDecimal number, String unit) {
    return number.toPlainString() + "\u00a0" + unit;
  }
}
