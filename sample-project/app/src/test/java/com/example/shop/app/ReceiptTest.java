package com.example.shop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Sku;
import com.example.shop.checkout.BasketLine;
import com.example.shop.checkout.Order;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {

  private static final BasketLine TEA =
      new BasketLine(new Product(new Sku("TEA-01"), "Green tea", new Money(450)), 3);

  @Test
  void a_discount_has_its_own_line() {
    assertEquals(
        """
        Order 7 of 2026-03-02
          3 x Green tea               13.50 EUR
          You save                     4.50 EUR
          Total                        9.00 EUR
        """,
        receipt(Money.parse("4.50")));
  }

  @Test
  void no_discount_is_not_mentioned() {
    assertEquals(
        """
        Order 7 of 2026-03-02
          3 x Green tea               13.50 EUR
          Total                       13.50 EUR
        """,
        receipt(Money.ZERO));
  }

  private static String receipt(Money reduction) {
    return Receipt.of(new Order(7, LocalDate.of(2026, 3, 2), List.of(TEA), reduction));
  }
}
