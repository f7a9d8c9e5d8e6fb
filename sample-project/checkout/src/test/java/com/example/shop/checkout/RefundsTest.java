package com.example.shop.checkout;

import static com.example.shop.checkout.Goods.TEA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Stock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Stock stock = new Stock();
  private final Refunds refunds = new Refunds(stock);
  private final Order order =
      new Order(7, DAY, List.of(new BasketLine(TEA, 3)), Money.parse("4.50"));

  @Test
  void the_customer_gets_what_was_paid() {
    assertEquals(Money.parse("9"), refunds.refund(order, DAY));
  }

  @Test
  void the_goods_return_to_the_stock() {
    refunds.refund(order, DAY);
    assertEquals(3, stock.available(TEA.sku()));
  }

  @Test
  void the_last_day_still_counts() {
    assertEquals(Money.parse("9"), refunds.refund(order, DAY.plusDays(30)));
  }

  @Test
  void later_is_too_late() {
    var e =
        assertThrows(RefundRefusedException.class, () -> refunds.refund(order, DAY.plusDays(31)));
    assertEquals("Order 7 is older than 30 days", e.getMessage());
  }

  @Test
  void an_order_comes_back_once() {
    refunds.refund(order, DAY);
    var e = assertThrows(RefundRefusedException.class, () -> refunds.refund(order, DAY));
    assertEquals("Order 7 was refunded before", e.getMessage());
    assertEquals(3, stock.available(TEA.sku()));
  }
}
