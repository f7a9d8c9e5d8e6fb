package com.example.shop.catalog;

import java.util.HashMap;
import java.util.Map;

/** How many of each product lie in the warehouse. */
public final class Stock {

  private final Map<Sku, Integer> quantities = new HashMap<>();

  /** How many are left; 0 of a product that was never put here. */
  public int available(Sku sku) {
    return quantities.getOrDefault(sku, 0);
  }

  /**
   * Puts so many more into the warehouse.
   *
   * @throws IllegalArgumentException if the quantity is negative
   */
  public void put(Sku sku, int quantity) {
    requireNotNegative(quantity);
    quantities.merge(sku, quantity, Math::addExact);
  }

  /**
   * Takes so many out of the warehouse.
   *
   * @throws IllegalArgumentException if the quantity is negative
   * @throws OutOfStockException if there are not so many; then nothing is taken
   */
  public void take(Sku sku, int quantity) {
    requireNotNegative(quantity);
    int available = available(sku);
    if (quantity > available) {
      throw new OutOfStockException(sku, quantity, available);
    }
    quantities.put(sku, available - quantity);
  }

  private static void requireNotNegative(int quantity) {
    if (quantity < 0) {
      throw new IllegalArgumentException("A quantity cannot be negative: " + quantity);
    }
  }
}
