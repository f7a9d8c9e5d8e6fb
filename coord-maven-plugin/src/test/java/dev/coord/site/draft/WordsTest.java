package dev.coord.site.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void one_is_counted_in_the_singular() {
    assertThat(Words.count(1, "gate")).isEqualTo("1 gate");
    assertThat(Words.count(0, "gate")).isEqualTo("0 gates");
  }

  @Test
  void lists_end_in_and() {
    assertThat(Words.list(List.of())).isEmpty();
    assertThat(Words.list(List.of("a"))).isEqualTo("a");
    assertThat(Words.list(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void long_lists_count_the_rest() {
    assertThat(Words.list(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
    assertThat(Words.list(List.of("a", "b"), 2)).isEqualTo("a and b");
  }
}
