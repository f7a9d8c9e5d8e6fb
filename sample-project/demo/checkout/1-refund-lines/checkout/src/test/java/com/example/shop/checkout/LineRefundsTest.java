package com.example.shop.checkout;

import static com.example.shop.checkout.Goods.POT;
import static com.example.shop.checkout.Goods.TEA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Stock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineRefundsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Stock stock = new Stock();
  private final Refunds refunds = new Refunds(stock);
  private final Order order =
      new Order(
          7, DAY, List.of(new BasketLine(TEA, 2), new BasketLine(POT, 1)), Money.parse("3.80"));

  @Test
  void a_line_bears_its_part_of_the_discount() {
    assertEquals(Money.parse("8.10"), refunds.refund(order, TEA.sku(), 2, DAY));
  }

  @Test
  void only_what_came_back_returns_to_the_stock() {
    refunds.refund(order, TEA.sku(), 1, DAY);
    assertEquals(1, stock.available(TEA.sku()));
    assertEquals(0, stock.available(POT.sku()));
  }

  @Test
  void all_lines_together_are_what_the_customer_paid() {
    Money first = refunds.refund(order, TEA.sku(), 1, DAY);
    assertEquals(order.total(), first.plus(refunds.refund(order, DAY)));
  }

  @Test
  void no_more_comes_back_than_was_bought() {
    refunds.refund(order, TEA.sku(), 1, DAY);
    var e =
        assertThrows(RefundRefusedException.class, () -> refunds.refund(order, TEA.sku(), 2, DAY));
    assertEquals("Order 7 has 1 of TEA-01 to refund", e.getMessage());
  }
}
