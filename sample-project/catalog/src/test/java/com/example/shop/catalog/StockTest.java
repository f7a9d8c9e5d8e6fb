package com.example.shop.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StockTest {

  private static final Sku TEA = new Sku("TEA-01");

  private final Stock stock = new Stock();

  @Test
  void nothing_is_there_at_first() {
    assertEquals(0, stock.available(TEA));
  }

  @Test
  void what_is_put_adds_up() {
    stock.put(TEA, 2);
    stock.put(TEA, 3);
    assertEquals(5, stock.available(TEA));
  }

  @Test
  void what_is_taken_is_gone() {
    stock.put(TEA, 5);
    stock.take(TEA, 5);
    assertEquals(0, stock.available(TEA));
  }

  @Test
  void too_many_take_nothing() {
    stock.put(TEA, 2);
    var e = assertThrows(OutOfStockException.class, () -> stock.take(TEA, 3));
    assertEquals("Only 2 of TEA-01 left, not 3", e.getMessage());
    assertEquals(2, stock.available(TEA));
  }
}
