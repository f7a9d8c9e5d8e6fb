package com.example.shop.payments;

import com.example.shop.catalog.Money;
import com.example.shop.payments.Payment.Approved;
import com.example.shop.payments.Payment.Declined;
import java.util.Set;

/**
 * Charges cards.
 *
 * @param limit the largest amount of one payment
 * @param blocked cards that are never charged
 */
public record CardTerminal(Money limit, Set<CardNumber> blocked) {

  /** Copies the cards. */
  public CardTerminal {
    blocked = Set.copyOf(blocked);
  }

  /** Charges a card, or says why not. */
  public Payment charge(CardNumber card, Money amount) {
    if (blocked.contains(card)) {
      return new Declined("Card " + card + " is blocked");
    }
    if (amount.compareTo(limit) > 0) {
      return new Declined("At most " + limit + " can be paid by card");
    }
    return new Approved(card, amount);
  }
}
