package com.example.shop.catalog;

/**
 * Something the shop sells.
 *
 * @param sku its code
 * @param name its name, not blank
 * @param price the price of one
 */
public record Product(Sku sku, String name, Money price) {

  /**
   * Checks the product.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Product {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Product " + sku + " needs a name");
    }
  }
}
