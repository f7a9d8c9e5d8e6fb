package com.example.shop.checkout;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Stock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Takes goods back and says what the customer gets for them. */
public final class Refunds {

  /** The last day on which an order can be given back, counted from the day it was placed. */
  public static final int DAYS = 30;

  private final Stock stock;
  private final Set<Integer> refunded = new HashSet<>();

  /** A desk that puts what comes back into this stock. */
  public Refunds(Stock stock) {
    this.stock = stock;
  }

  /**
   * Takes a whole order back.
   *
   * @param today the day on which the goods came back
   * @return what the customer paid
   * @throws RefundRefusedException if it is too late, or the order came back before
   */
  public Money refund(Order order, LocalDate today) {
    if (today.isAfter(order.placedOn().plusDays(DAYS))) {
      throw new RefundRefusedException(
          "Order " + order.number() + " is older than " + DAYS + " days");
    }
    if (!refunded.add(order.number())) {
      throw new RefundRefusedException("Order " + order.number() + " was refunded before");
    }
    for (BasketLine line : order.lines()) {
      stock.put(line.product().sku(), line.quantity());
    }
    return order.total();
  }
}
