package com.example.shop.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.shop.catalog.Money;
import com.example.shop.payments.Payment.Approved;
import com.example.shop.payments.Payment.Declined;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CardTerminalTest {

  private static final CardNumber GOOD = new CardNumber("4111111111111111");
  private static final CardNumber STOLEN = new CardNumber("5555555555554444");

  private final CardTerminal terminal = new CardTerminal(Money.parse("500"), Set.of(STOLEN));

  @Test
  void the_limit_itself_can_be_paid() {
    var amount = Money.parse("500");
    assertEquals(new Approved(GOOD, amount), terminal.charge(GOOD, amount));
  }

  @Test
  void more_than_the_limit_is_declined() {
    assertEquals(
        new Declined("At most 500.00 EUR can be paid by card"),
        terminal.charge(GOOD, new Money(50_001)));
  }

  @Test
  void a_blocked_card_is_declined() {
    assertEquals(new Declined("Card **** 4444 is blocked"), terminal.charge(STOLEN, new Money(1)));
  }
}
