package dev.coord.evidence.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @Test
  void digits_are_a_number() {
    assertThat(Numbers.parse("0", 0, 10)).contains(0L);
    assertThat(Numbers.parse("007", 0, 10)).contains(7L);
    assertThat(Numbers.parse("9223372036854775807", 0, Long.MAX_VALUE)).contains(Long.MAX_VALUE);
  }

  @Test
  void both_ends_of_the_range_belong_to_it() {
    assertThat(Numbers.parse("1", 1, 3)).contains(1L);
    assertThat(Numbers.parse("3", 1, 3)).contains(3L);
    assertThat(Numbers.parse("0", 1, 3)).isEmpty();
    assertThat(Numbers.parse("4", 1, 3)).isEmpty();
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
    assertThat(Numbers.parse(text, 0, Long.MAX_VALUE)).isEmpty();
  }
}
