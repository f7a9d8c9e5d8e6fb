package com.example.shop.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "5555555555554444", "378282246310005"})
  void a_correct_number_is_accepted(String digits) {
    assertEquals(digits, new CardNumber(digits).digits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111112", "1411111111111111"})
  void a_wrong_or_swapped_digit_is_found(String digits) {
    var e = assertThrows(IllegalArgumentException.class, () -> new CardNumber(digits));
    assertEquals("The card number has a typing error", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4111 1111 1111 1111", "41111111111"})
  void anything_else_is_refused(String digits) {
    var e = assertThrows(IllegalArgumentException.class, () -> new CardNumber(digits));
    assertEquals("A card number has 12 to 19 digits", e.getMessage());
  }

  @Test
  void a_number_is_never_printed_whole() {
    assertEquals("**** 1111", new CardNumber("4111111111111111").toString());
  }
}
