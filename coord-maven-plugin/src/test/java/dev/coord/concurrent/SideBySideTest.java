package dev.coord.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  @Test
  void results_stand_in_the_order_of_the_items_each_once() {
    List<Integer> items = IntStream.range(0, 10_000).boxed().toList();

    assertThat(SideBySide.map(items, i -> i * 2))
        .isEqualTo(items.stream().map(i -> i * 2).toList());
  }

  @Test
  void no_item_is_no_work() {
    assertThat(SideBySide.map(List.of(), item -> item)).isEmpty();
  }

  @Test
  void what_one_throws_is_thrown() {
    List<Integer> items = IntStream.range(0, 1_000).boxed().toList();

    assertThatThrownBy(
            () ->
                SideBySide.map(
                    items,
                    i -> {
                      if (i == 700) {
                        throw new IllegalStateException("page 700");
                      }
                      return i;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("page 700");
  }
}
