package com.example.shop.payments;

import com.example.shop.catalog.Money;

/** What became of a payment. */
public sealed interface Payment {

  /**
   * The money is on its way.
   *
   * @param card the card that was charged
   * @param amount what was charged
   */
  record Approved(CardNumber card, Money amount) implements Payment {}

  /**
   * The card was not charged.
   *
   * @param reason why, in words for the customer
   */
  record Declined(String reason) implements Payment {}
}
