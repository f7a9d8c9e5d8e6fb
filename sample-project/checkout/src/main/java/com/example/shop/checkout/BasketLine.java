package com.example.shop.checkout;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Product;

/**
 * So many of one product.
 *
 * @param product the product
 * @param quantity how many, 1 or more
 */
public record BasketLine(Product product, int quantity) {

  /**
   * Checks the line.
   *
   * @throws IllegalArgumentException if the quantity is less than 1
   */
  public BasketLine {
    if (quantity < 1) {
      throw new IllegalArgumentException("A basket holds at least 1 of " + product.sku());
    }
  }

  /** What the line costs before any discount. */
  public Money total() {
    return product.price().times(quantity);
  }
}
