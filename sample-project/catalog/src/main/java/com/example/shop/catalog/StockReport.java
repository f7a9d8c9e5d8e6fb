package com.example.shop.catalog;

import java.util.Comparator;
import java.util.List;

/**
 * Tells the buyer what to order again.
 *
 * @param catalog the products
 * @param stock how many of each there are
 */
public record StockReport(Catalog catalog, Stock stock) {

  /**
   * The products of which at most so many are left, the scarcest first.
   *
   * @param limit the largest quantity that is still low, 0 or more
   */
  public List<Product> low(int limit) {
    return catalog.products().stream()
        .filter(product -> stock.available(product.sku()) <= limit)
        .sorted(Comparator.comparingInt(product -> stock.available(product.sku())))
        .toList();
  }

  /** What the whole stock would sell for. */
  public Money value() {
    return catalog.products().stream()
        .map(product -> product.price().times(stock.available(product.sku())))
        .reduce(Money.ZERO, Money::plus);
  }
}
