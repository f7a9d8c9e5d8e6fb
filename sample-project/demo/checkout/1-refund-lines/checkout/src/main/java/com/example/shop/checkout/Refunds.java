package com.example.shop.checkout;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Sku;
import com.example.shop.catalog.Stock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Takes goods back and says what the customer gets for them. */
public final class Refunds {

  /** The last day on which an order can be given back, counted from the day it was placed. */
  public static final int DAYS = 30;

  private final Stock stock;
  private final Map<Integer, Returned> returned = new HashMap<>();

  /** A desk that puts what comes back into this stock. */
  public Refunds(Stock stock) {
    this.stock = stock;
  }

  /**
   * Takes back a whole order, or what is left of it.
   *
   * @param today the day on which the goods came back
   * @return what the customer paid, less what was paid back before
   * @throws RefundRefusedException if it is too late, or nothing is left to come back
   */
  public Money refund(Order order, LocalDate today) {
    requireInTime(order, today);
    var before = returned.computeIfAbsent(order.number(), number -> new Returned());
    boolean anything = false;
    for (BasketLine line : order.lines()) {
      int left = line.quantity() - before.quantity(line.product().sku());
      anything |= left > 0;
      before.add(line.product().sku(), left);
      stock.put(line.product().sku(), left);
    }
    if (!anything) {
      throw new RefundRefusedException("Order " + order.number() + " was refunded before");
    }
    return before.payUpTo(order.total());
  }

  /**
   * Takes back so many of one product. A discount on the order is shared by all of its lines, and
   * parts of a cent go to the shop until the last piece comes back.
   *
   * @param today the day on which the goods came back
   * @return what the customer paid for these pieces
   * @throws RefundRefusedException if it is too late, or not so many are left to come back
   */
  public Money refund(Order order, Sku sku, int quantity, LocalDate today) {
    requireInTime(order, today);
    var before = returned.computeIfAbsent(order.number(), number -> new Returned());
    int left = bought(order, sku) - before.quantity(sku);
    if (quantity < 1 || quantity > left) {
      throw new RefundRefusedException(
          "Order " + order.number() + " has " + left + " of " + sku + " to refund");
    }
    before.add(sku, quantity);
    stock.put(sku, quantity);
    return before.payUpTo(share(order, before));
  }

  private static void requireInTime(Order order, LocalDate today) {
    if (today.isAfter(order.placedOn().plusDays(DAYS))) {
      throw new RefundRefusedException(
          "Order " + order.number() + " is older than " + DAYS + " days");
    }
  }

  private static int bought(Order order, Sku sku) {
    return order.lines().stream()
        .filter(line -> line.product().sku().equals(sku))
        .mapToInt(BasketLine::quantity)
        .sum();
  }

  /** What all the pieces that came back have cost, with their part of the discount. */
  private static Money share(Order order, Returned back) {
    long cents =
        order.lines().stream()
            .mapToLong(
                line -> line.product().price().times(back.quantity(line.product().sku())).cents())
            .sum();
    if (order.subtotal().equals(Money.ZERO)) {
      return Money.ZERO;
    }
    return new Money(Math.multiplyExact(cents, order.total().cents()) / order.subtotal().cents());
  }

  /** What came back of one order, and what was paid for it. */
  private static final class Returned {

    private final Map<Sku, Integer> quantities = new HashMap<>();
    private Money paid = Money.ZERO;

    int quantity(Sku sku) {
      return quantities.getOrDefault(sku, 0);
    }

    void add(Sku sku, int quantity) {
      quantities.merge(sku, quantity, Math::addExact);
    }

    Money payUpTo(Money total) {
      Money difference = total.minus(paid);
      paid = total;
      return difference;
    }
  }
}
