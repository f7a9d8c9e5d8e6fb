package com.example.shop.checkout;

import com.example.shop.catalog.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A basket that was bought.
 *
 * @param number counts the orders of a shop, from 1
 * @param placedOn the day it was bought
 * @param lines what was bought, at least one line
 * @param reduction what the customer saved, at most the subtotal
 */
public record Order(int number, LocalDate placedOn, List<BasketLine> lines, Money reduction) {

  /**
   * Checks the order and copies its lines.
   *
   * @throws IllegalArgumentException if there are no lines
   */
  public Order {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("Order " + number + " is empty");
    }
  }

  /** What everything cost before the discount. */
  public Money subtotal() {
    return lines.stream().map(BasketLine::total).reduce(Money.ZERO, Money::plus);
  }

  /** What the customer paid. */
  public Money total() {
    return subtotal().minus(reduction);
  }
}
