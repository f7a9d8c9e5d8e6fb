package dev.coord.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileCoverageTest {

  private static FileCoverage file(
      int[] lines,
      boolean[] covered,
      int[] branches,
      int[] taken,
      long unplaced,
      long unplacedTaken) {
    return new FileCoverage(
        "F.java", Optional.empty(), lines, covered, branches, taken, unplaced, unplacedTaken);
  }

  private static FileCoverage some() {
    return file(
        new int[] {3, 70_000},
        new boolean[] {true, false},
        new int[] {4, 300},
        new int[] {1, 0},
        5,
        2);
  }

  @Test
  void each_entry_is_one_line() {
    FileCoverage file = some();
    assertThat(file.size()).isEqualTo(2);
    assertThat(file.line(0)).isEqualTo(3);
    assertThat(file.line(1)).isEqualTo(70_000);
    assertThat(file.covered(0)).isTrue();
    assertThat(file.covered(1)).isFalse();
    assertThat(file.branches(1)).isEqualTo(300);
    assertThat(file.coveredBranches(0)).isEqualTo(1);
    assertThatThrownBy(() -> file.covered(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void branches_without_a_line_count() {
    assertThat(some().count()).isEqualTo(new CoverageCount(1, 2, 3, 309));
    assertThat(some().unplacedBranches()).isEqualTo(5);
    assertThat(some().coveredUnplacedBranches()).isEqualTo(2);
  }

  @Test
  void the_path_can_be_told_later() {
    FileCoverage file = some().at("src/F.java");
    assertThat(file.path()).contains("src/F.java");
    assertThat(file.name()).isEqualTo("F.java");
    assertThat(file.count()).isEqualTo(some().count());
    assertThat(file).isNotEqualTo(some());
  }

  @Test
  void equal_coverage_is_equal() {
    assertThat(some()).isEqualTo(some()).hasSameHashCodeAs(some());
  }

  @Test
  void impossible_coverage_is_refused() {
    int[] one = {1};
    int[] none = {0};
    boolean[] run = {true};
    assertThatThrownBy(() -> file(new int[] {0}, run, none, none, 0, 0))
        .hasMessage("impossible coverage of line 0 of F.java");
    assertThatThrownBy(() -> file(new int[] {2, 2}, new boolean[2], new int[2], new int[2], 0, 0))
        .hasMessage("impossible coverage of line 2 of F.java");
    assertThatThrownBy(() -> file(one, run, none, one, 0, 0))
        .hasMessage("impossible coverage of line 1 of F.java");
    assertThatThrownBy(() -> file(one, run, none, new int[] {-1}, 0, 0))
        .hasMessage("impossible coverage of line 1 of F.java");
    assertThatThrownBy(() -> file(one, new boolean[2], none, none, 0, 0))
        .hasMessage("lines and their coverage differ in number in F.java");
    assertThatThrownBy(() -> file(one, run, none, none, 1, 2))
        .hasMessage("impossible branches without a line of F.java");
    assertThatThrownBy(() -> file(one, run, none, none, 0, -1))
        .hasMessage("impossible branches without a line of F.java");
  }
}
