package dev.coord.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDataTest {

  /** Lines some way apart, with branches on some of them. */
  private static void check(int size, int first, int gap, int maxBranches, Class<?> form) {
    Random random = new Random(size * 31L + gap);
    int[] lines = new int[size];
    boolean[] covered = new boolean[size];
    int[] branches = new int[size];
    int[] taken = new int[size];
    int line = first;
    for (int i = 0; i < size; i++) {
      lines[i] = line;
      line += 1 + random.nextInt(gap);
      covered[i] = random.nextBoolean();
      branches[i] = random.nextInt(4) == 0 ? maxBranches : 0;
      taken[i] = random.nextInt(branches[i] + 1);
    }
    LineData data = LineData.of(lines, covered, branches, taken);
    assertThat(data).isInstanceOf(form);
    assertThat(data.size()).isEqualTo(size);
    for (int i = 0; i < size; i++) {
      assertThat(data.line(i)).isEqualTo(lines[i]);
      assertThat(data.covered(i)).isEqualTo(covered[i]);
      assertThat(data.branches(i)).isEqualTo(branches[i]);
      assertThat(data.coveredBranches(i)).isEqualTo(taken[i]);
    }
    assertThatThrownBy(() -> data.line(size)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.covered(size)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.branches(size)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(data)
        .isEqualTo(LineData.of(lines, covered, branches, taken))
        .hasSameHashCodeAs(LineData.of(lines, covered, branches, taken));
    if (size > 0) {
      covered[0] = !covered[0];
      assertThat(data).isNotEqualTo(LineData.of(lines, covered, branches, taken));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 0",
    "1, 70000, 1, 2",
    "63, 5, 1, 127",
    "64, 1, 1, 2",
    "65, 1, 1, 2",
    "1000, 64, 3, 4",
    "5000, 7, 4, 127"
  })
  void a_file_of_usual_size_is_kept_in_bits(int size, int first, int gap, int maxBranches) {
    check(size, first, gap, maxBranches, BitLines.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0",
    "100, 1, 1, 128",
    "100, 1, 1, 70000",
    "50, 1, 9999, 2",
    "20000, 1, 2, 2"
  })
  void any_other_file_is_kept_in_numbers(int size, int first, int gap, int maxBranches) {
    check(size, first, gap, maxBranches, WideLines.class);
  }

  @Test
  void the_greatest_line_number_is_one() {
    int[] lines = {1, Integer.MAX_VALUE};
    LineData data = LineData.of(lines, new boolean[2], new int[2], new int[2]);
    assertThat(data.line(1)).isEqualTo(Integer.MAX_VALUE);
  }
}
