package com.example.shop.checkout;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Sku;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a customer is about to buy, in the order in which it was chosen. */
public final class Basket {

  private final Map<Sku, BasketLine> lines = new LinkedHashMap<>();

  /**
   * Puts so many more of a product into the basket.
   *
   * @throws IllegalArgumentException if the quantity is less than 1
   */
  public void add(Product product, int quantity) {
    lines.merge(
        product.sku(),
        new BasketLine(product, quantity),
        (old, more) -> new BasketLine(product, Math.addExact(old.quantity(), more.quantity())));
  }

  /** Takes a product out of the basket, all of it; does nothing if it is not there. */
  public void remove(Sku sku) {
    lines.remove(sku);
  }

  /** One line for each product. */
  public List<BasketLine> lines() {
    return List.copyOf(lines.values());
  }

  /** What everything costs before any discount. */
  public Money subtotal() {
    return lines.values().stream().map(BasketLine::total).reduce(Money.ZERO, Money::plus);
  }

  /** Whether there is nothing in the basket. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }
}
