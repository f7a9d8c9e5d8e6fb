package dev.coord.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedIntsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65_535, 65_536, Integer.MAX_VALUE})
  void numbers_of_any_width_come_out_as_they_went_in(int widest) {
    PackedInts packed = PackedInts.of(new int[] {widest, 0, 1});
    assertThat(packed.get(0)).isEqualTo(widest);
    assertThat(packed.get(1)).isZero();
    assertThat(packed.get(2)).isEqualTo(1);
    assertThat(packed.size()).isEqualTo(3);
  }

  @Test
  void nothing_is_beyond_the_end() {
    for (int[] values : new int[][] {{}, {0}, {300}}) {
      PackedInts packed = PackedInts.of(values);
      assertThatThrownBy(() -> packed.get(values.length))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> packed.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void equal_numbers_are_equal() {
    assertThat(PackedInts.of(new int[] {1, 300}))
        .isEqualTo(PackedInts.of(new int[] {1, 300}))
        .hasSameHashCodeAs(PackedInts.of(new int[] {1, 300}))
        .isNotEqualTo(PackedInts.of(new int[] {1, 301}));
    assertThat(PackedInts.of(new int[] {0})).isNotEqualTo(PackedInts.of(new int[] {0, 0}));
  }
}
