package com.example.shop.catalog;

import java.util.regex.Pattern;

/**
 * A stock keeping unit: the code that names one product, such as {@code TEA-01}.
 *
 * @param code capital letters, a dash, digits
 */
public record Sku(String code) implements Comparable<Sku> {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,8}-\\d{2,4}");

  /**
   * Checks the code.
   *
   * @throws IllegalArgumentException if it is not written like {@code TEA-01}
   */
  public Sku {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("Not a product code: '" + code + "'. Write it as TEA-01");
    }
  }

  @Override
  public int compareTo(Sku other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
