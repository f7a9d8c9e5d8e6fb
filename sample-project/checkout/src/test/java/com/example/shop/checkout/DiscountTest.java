package com.example.shop.checkout;

import static com.example.shop.checkout.Goods.TEA;
import static com.example.shop.checkout.Goods.basket;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.shop.catalog.Money;
import com.example.shop.checkout.Discount.OneFree;
import com.example.shop.checkout.Discount.PercentOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountTest {

  private final Discount tenPercent = new PercentOff(10, Money.parse("58"));

  @Test
  void a_share_is_granted_from_the_limit_on() {
    assertEquals(Money.parse("5.80"), tenPercent.on(basket(0, 2)));
  }

  @Test
  void a_share_is_not_granted_below_the_limit() {
    assertEquals(Money.ZERO, tenPercent.on(basket(6, 1)));
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 450", "5, 450", "6, 900"})
  void every_third_piece_is_free(int teas, long cents) {
    assertEquals(new Money(cents), new OneFree(TEA.sku(), 3).on(basket(teas, 1)));
  }

  @Test
  void a_label_tells_the_customer_why() {
    assertEquals("10 % from 58.00 EUR", tenPercent.label());
    assertEquals("1 of 3 TEA-01 free", new OneFree(TEA.sku(), 3).label());
  }
}
