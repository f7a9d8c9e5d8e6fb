package dev.coord.evidence.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

  private static long decode(String text) {
    Digits digits = new Digits();
    digits.decode("7");
    digits.decode(text);
    return digits.value();
  }

  @Test
  void digits_are_a_number() {
    assertThat(decode("0")).isZero();
    assertThat(decode("007")).isEqualTo(7);
    assertThat(decode("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void only_the_given_part_of_the_buffer_counts() {
    Digits digits = new Digits();
    digits.decode("a12b".toCharArray(), 1, 3);
    assertThat(digits.value()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1 ",
        " 1",
        "1.0",
        "1,000",
        "1e3",
        "0x1",
        "NaN",
        "Infinity",
        "٣",
        "１",
        "9223372036854775808",
        "99999999999999999999",
        "00000000000000000001"
      })
  void anything_else_is_none(String text) {
    assertThat(decode(text)).isEqualTo(Digits.NONE);
  }

  @Test
  void no_value_is_none() {
    Digits digits = new Digits();
    digits.decode("7");
    digits.handleEmptyValue();
    assertThat(digits.value()).isEqualTo(Digits.NONE);
  }
}
