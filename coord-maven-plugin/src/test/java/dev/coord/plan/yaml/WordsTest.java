package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void quotes_are_on_one_line_and_hide_nothing() {
    assertThat(Words.quote("a\nb\tc\u202ed\u2028")).isEqualTo("\"a\\nb\\u0009c\\u202Ed\\u2028\"");
    assertThat(Words.quote("\uD800")).isEqualTo("\"\\uD800\"");
    assertThat(Words.quote("é𝒳")).isEqualTo("\"é𝒳\"");
  }

  @Test
  void long_texts_are_cut_between_characters() {
    assertThat(Words.plain("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(Words.plain("x".repeat(61))).isEqualTo("x".repeat(60) + "...");
    assertThat(Words.plain("𝒳".repeat(61))).isEqualTo("𝒳".repeat(60) + "...");
    assertThat(Words.plain("𝒳".repeat(60))).isEqualTo("𝒳".repeat(60));
  }

  @Test
  void lists_are_joined_and_cut() {
    assertThat(Words.list(List.of("a", "b"))).isEqualTo("a, b");
    assertThat(Words.list(IntStream.range(0, 42).mapToObj(i -> "w" + i).toList()))
        .endsWith("w38, w39 and 2 more");
    assertThat(Words.either(List.of("a"))).isEqualTo("a");
    assertThat(Words.either(List.of("a", "b", "c"))).isEqualTo("a, b or c");
  }
}
