package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdListTest {

  private record Named(String id, int number) {}

  private final List<Named> source =
      new ArrayList<>(List.of(new Named("a", 1), new Named("b", 2), new Named("a", 3)));

  private final List<Named> list = IdList.copyOf(source, Named::id);

  @Test
  void the_first_element_with_an_id_is_found() {
    assertThat(IdList.find(list, "a")).contains(new Named("a", 1));
    assertThat(IdList.find(list, "b")).contains(new Named("b", 2));
    assertThat(IdList.find(list, "c")).isEmpty();
  }

  @Test
  void it_is_equal_to_the_list_that_it_copies_and_keeps_no_tie_to_it() {
    assertThat(list).isEqualTo(source).hasSameHashCodeAs(source);
    source.clear();

    assertThat(list).hasSize(3);
    assertThatThrownBy(() -> list.add(new Named("c", 4)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_copy_of_a_copy_is_the_same() {
    assertThat(IdList.copyOf(list, Named::id)).isSameAs(list);
  }
}
