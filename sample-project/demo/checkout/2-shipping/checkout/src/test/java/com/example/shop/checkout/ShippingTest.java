package com.example.shop.checkout;

import static com.example.shop.checkout.Goods.POT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.shop.catalog.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippingTest {

  private final Shipping shipping = new Shipping(Money.parse("4.90"), Money.parse("29"));

  @Test
  void a_large_order_is_sent_for_nothing() {
    assertEquals(Money.ZERO, shipping.of(pot(Money.ZERO)));
  }

  @Test
  void a_discount_can_cost_the_free_parcel() {
    assertEquals(Money.parse("4.90"), shipping.of(pot(new Money(1))));
  }

  private static Order pot(Money reduction) {
    return new Order(1, LocalDate.of(2026, 3, 2), List.of(new BasketLine(POT, 1)), reduction);
  }
}
