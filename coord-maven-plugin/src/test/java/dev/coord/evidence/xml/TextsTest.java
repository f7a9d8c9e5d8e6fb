package dev.coord.evidence.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void a_short_text_is_quoted_whole() {
    assertThat(Texts.shortened("x".repeat(80))).isEqualTo("x".repeat(80));
  }

  @Test
  void a_long_text_is_quoted_by_its_beginning() {
    assertThat(Texts.shortened("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
  }

  @Test
  void a_surrogate_pair_is_never_halved() {
    assertThat(Texts.cut("ab😀", 3)).isEqualTo("ab");
    assertThat(Texts.cut("ab😀", 4)).isEqualTo("ab😀");
  }

  @Test
  void the_first_line_is_the_first_that_says_something() {
    assertThat(Texts.firstLine("\n  \r\n  broken \nsecond")).isEqualTo("broken");
    assertThat(Texts.firstLine(" \n ")).isEmpty();
  }
}
