package com.example.shop.payments;

import java.util.regex.Pattern;

/**
 * The number of a payment card. It is never printed whole.
 *
 * @param digits 12 to 19 digits, of which the last one checks the others
 */
public record CardNumber(String digits) {

  private static final Pattern DIGITS = Pattern.compile("\\d{12,19}");

  /**
   * Checks the number by the formula of ISO/IEC 7812-1, annex B, known as Luhn's.
   *
   * @throws IllegalArgumentException if it cannot be the number of a card
   */
  public CardNumber {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("A card number has 12 to 19 digits");
    }
    if (sum(digits) % 10 != 0) {
      throw new IllegalArgumentException("The card number has a typing error");
    }
  }

  private static int sum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }

  /** The last four digits, such as {@code **** 1111}. */
  @Override
  public String toString() {
    return "**** " + digits.substring(digits.length() - 4);
  }
}
