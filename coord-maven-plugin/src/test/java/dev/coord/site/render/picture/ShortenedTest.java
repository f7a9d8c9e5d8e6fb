package dev.coord.site.render.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenedTest {

  @ParameterizedTest
  @CsvSource({
    "checkout, checkout",
    "a long name, a long…",
    "支払い中, 支払い中",
    "支払い中止, 支払い…",
    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301,"
        + " e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
    "abcdef\uD83D\uDC69\u200D\uD83D\uDC67, abcdef\uD83D\uDC69\u200D\uD83D\uDC67",
    "abcdefg\uD83D\uDC69\u200D\uD83D\uDC67, abcdefg…",
  })
  void a_text_takes_no_more_room_than_there_is_whatever_its_script(String text, String shown) {
    assertThat(Shortened.to(8, text)).isEqualTo(shown);
  }
}
