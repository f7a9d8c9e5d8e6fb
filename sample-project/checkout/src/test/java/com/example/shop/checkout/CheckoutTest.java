package com.example.shop.checkout;

import static com.example.shop.checkout.Goods.POT;
import static com.example.shop.checkout.Goods.TEA;
import static com.example.shop.checkout.Goods.basket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.shop.catalog.Money;
import com.example.shop.catalog.OutOfStockException;
import com.example.shop.catalog.Stock;
import com.example.shop.checkout.Discount.OneFree;
import com.example.shop.checkout.Discount.PercentOff;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final Stock stock = new Stock();
  private final Checkout checkout = new Checkout(stock, List.of());

  @BeforeEach
  void fill_the_warehouse() {
    stock.put(TEA.sku(), 10);
    stock.put(POT.sku(), 1);
  }

  @Test
  void an_order_takes_its_goods_out_of_the_stock() {
    var order = checkout.place(basket(4, 1), TODAY);
    assertEquals(Money.parse("47"), order.total());
    assertEquals(6, stock.available(TEA.sku()));
    assertEquals(0, stock.available(POT.sku()));
  }

  @Test
  void orders_are_numbered_from_one() {
    assertEquals(1, checkout.place(basket(1, 0), TODAY).number());
    assertEquals(2, checkout.place(basket(1, 0), TODAY).number());
  }

  @Test
  void the_best_discount_is_granted_and_only_that() {
    var discounts = List.<Discount>of(new PercentOff(10, Money.ZERO), new OneFree(TEA.sku(), 3));
    var order = new Checkout(stock, discounts).place(basket(3, 0), TODAY);
    assertEquals(Money.parse("4.50"), order.reduction());
    assertEquals(Money.parse("9"), order.total());
  }

  @Test
  void a_missing_product_takes_nothing_at_all() {
    assertThrows(OutOfStockException.class, () -> checkout.place(basket(4, 2), TODAY));
    assertEquals(10, stock.available(TEA.sku()));
  }

  @Test
  void an_empty_basket_cannot_be_bought() {
    assertThrows(IllegalArgumentException.class, () -> checkout.place(new Basket(), TODAY));
  }
}
