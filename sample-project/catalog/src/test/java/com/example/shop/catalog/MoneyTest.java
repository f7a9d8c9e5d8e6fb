package com.example.shop.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "12, 1200", "12.50, 1250", "0.05, 5"})
  void an_amount_is_read_in_euros(String text, long cents) {
    assertEquals(new Money(cents), Money.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "1,50", "1.500", "12 EUR"})
  void anything_else_is_refused(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Money.parse(text));
    assertEquals("Not an amount: '" + text + "'. Write it as 12.50", e.getMessage());
  }

  @Test
  void an_amount_is_written_with_two_digits() {
    assertEquals("7.05 EUR", new Money(705).toString());
  }

  @Test
  void amounts_add_up() {
    assertEquals(new Money(350), new Money(150).plus(new Money(200)));
  }

  @Test
  void an_amount_never_becomes_negative() {
    assertThrows(IllegalArgumentException.class, () -> new Money(1).minus(new Money(2)));
  }

  @ParameterizedTest
  @CsvSource({"1000, 10, 100", "5, 10, 1", "4, 10, 0", "999, 100, 999"})
  void half_a_cent_is_rounded_up(long cents, int percent, long expected) {
    assertEquals(new Money(expected), new Money(cents).percent(percent));
  }
}
