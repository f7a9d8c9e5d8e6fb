package com.example.shop.catalog;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of euros, counted in cents and never negative.
 *
 * @param cents the amount in cents, 0 or more
 */
public record Money(long cents) implements Comparable<Money> {

  /** No money at all. */
  public static final Money ZERO = new Money(0);

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})(?:\\.(\\d{2}))?");

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Money {
    if (cents < 0) {
      throw new IllegalArgumentException("An amount cannot be negative: " + cents + " cents");
    }
  }

  /**
   * Reads an amount such as {@code 12} or {@code 12.50}.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Money parse(String text) {
    var matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not an amount: '" + text + "'. Write it as 12.50");
    }
    long euros = Long.parseLong(matcher.group(1));
    long cents = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
    return new Money(euros * 100 + cents);
  }

  /** The sum of both amounts. */
  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  /**
   * What is left of this amount without the other.
   *
   * @throws IllegalArgumentException if the other amount is larger
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  /** This amount, so many times. */
  public Money times(int factor) {
    return new Money(Math.multiplyExact(cents, factor));
  }

  /**
   * A share of this amount, half a cent rounded up.
   *
   * @param percent the share, from 0 to 100
   * @throws IllegalArgumentException if the share is out of range
   */
  public Money percent(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("A share is from 0 to 100 percent, not " + percent);
    }
    return new Money((Math.multiplyExact(cents, percent) + 50) / 100);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  /** The amount as people write it, such as {@code 12.50 EUR}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d.%02d EUR", cents / 100, cents % 100);
  }
}
