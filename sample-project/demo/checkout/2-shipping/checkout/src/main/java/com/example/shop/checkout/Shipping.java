package com.example.shop.checkout;

import com.example.shop.catalog.Money;

/**
 * What it costs to send an order.
 *
 * @param price the price of one parcel
 * @param freeFrom the smallest total that is sent for nothing
 */
public record Shipping(Money price, Money freeFrom) {

  /** What the customer pays to have this order sent. */
  public Money of(Order order) {
    return order.total().compareTo(freeFrom) >= 0 ? Money.ZERO : price;
  }
}
