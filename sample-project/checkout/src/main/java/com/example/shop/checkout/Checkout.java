package com.example.shop.checkout;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.OutOfStockException;
import com.example.shop.catalog.Stock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Turns baskets into orders. */
public final class Checkout {

  private final Stock stock;
  private final List<Discount> discounts;
  private int lastNumber;

  /** A checkout that sells from this stock and grants the best of these discounts. */
  public Checkout(Stock stock, List<Discount> discounts) {
    this.stock = stock;
    this.discounts = List.copyOf(discounts);
  }

  /**
   * Buys the basket: grants the best discount and takes the goods out of the stock.
   *
   * @param today the day of the order
   * @throws IllegalArgumentException if the basket is empty
   * @throws OutOfStockException if anything is missing; then nothing is taken
   */
  public Order place(Basket basket, LocalDate today) {
    if (basket.isEmpty()) {
      throw new IllegalArgumentException("The basket is empty");
    }
    requireInStock(basket);
    for (BasketLine line : basket.lines()) {
      stock.take(line.product().sku(), line.quantity());
    }
    lastNumber++;
    return new Order(lastNumber, today, basket.lines(), bestReduction(basket));
  }

  private void requireInStock(Basket basket) {
    for (BasketLine line : basket.lines()) {
      int available = stock.available(line.product().sku());
      if (line.quantity() > available) {
        throw new OutOfStockException(line.product().sku(), line.quantity(), available);
      }
    }
  }

  private Money bestReduction(Basket basket) {
    return discounts.stream()
        .map(discount -> discount.on(basket))
        .max(Comparator.naturalOrder())
        .orElse(Money.ZERO);
  }
}
