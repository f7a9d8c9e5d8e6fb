package com.example.shop.checkout;

import static com.example.shop.checkout.Goods.POT;
import static com.example.shop.checkout.Goods.TEA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.shop.catalog.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasketTest {

  private final Basket basket = new Basket();

  @Test
  void an_empty_basket_costs_nothing() {
    assertTrue(basket.isEmpty());
    assertEquals(Money.ZERO, basket.subtotal());
  }

  @Test
  void every_piece_is_counted() {
    basket.add(TEA, 2);
    basket.add(POT, 1);
    assertEquals(Money.parse("38"), basket.subtotal());
  }

  @Test
  void the_same_product_shares_a_line() {
    basket.add(TEA, 2);
    basket.add(TEA, 3);
    assertEquals(List.of(new BasketLine(TEA, 5)), basket.lines());
  }

  @Test
  void what_is_removed_is_gone() {
    basket.add(TEA, 2);
    basket.add(POT, 1);
    basket.remove(TEA.sku());
    assertEquals(List.of(new BasketLine(POT, 1)), basket.lines());
  }

  @Test
  void none_of_a_product_cannot_be_added() {
    var e = assertThrows(IllegalArgumentException.class, () -> basket.add(TEA, 0));
    assertEquals("A basket holds at least 1 of TEA-01", e.getMessage());
  }
}
