package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.FileCoverage;
import org.junit.jupiter.api.Test;

class FileLinesTest {

  private static FileCoverage line(int line, boolean run, int branches, int taken) {
    return line(line, run, branches, taken, 0, 0);
  }

  private static FileCoverage line(
      int line, boolean run, int branches, int taken, long unplaced, long takenUnplaced) {
    LineTable table = new LineTable();
    table.add(line, run, branches, taken);
    return table.toFile("F", unplaced, takenUnplaced);
  }

  private static FileCoverage merged(FileCoverage first, FileCoverage... others) {
    FileLines file = new FileLines(first);
    for (FileCoverage other : others) {
      file.add(other);
    }
    return file.finish();
  }

  @Test
  void a_line_was_run_if_any_piece_says_so_and_the_larger_counts_hold() {
    FileCoverage merged = merged(line(2, false, 4, 1), line(2, true, 2, 2), line(2, false, 0, 0));
    assertThat(merged.size()).isEqualTo(1);
    assertThat(merged.covered(0)).isTrue();
    assertThat(merged.branches(0)).isEqualTo(4);
    assertThat(merged.coveredBranches(0)).isEqualTo(2);
  }

  @Test
  void lines_may_come_in_any_order() {
    LineTable table = new LineTable();
    for (int line : new int[] {9, 1, 5, 1, Integer.MAX_VALUE}) {
      table.add(line, line == 5, 0, 0);
    }
    FileCoverage file = table.toFile("F", 0, 0);
    assertThat(file.size()).isEqualTo(4);
    assertThat(file.line(0)).isEqualTo(1);
    assertThat(file.line(1)).isEqualTo(5);
    assertThat(file.covered(1)).isTrue();
    assertThat(file.line(3)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void branches_without_a_line_are_the_most_that_any_piece_says() {
    assertThat(
            merged(line(1, true, 0, 0, 5, 1), line(1, true, 0, 0, 3, 3), line(1, true, 0, 0, 0, 0))
                .count())
        .isEqualTo(new CoverageCount(1, 1, 3, 5));
  }

  @Test
  void many_small_pieces_of_a_large_file_all_count() {
    LineTable large = new LineTable();
    for (int line = 1; line <= 10_000; line++) {
      large.add(line, false, 0, 0);
    }
    FileLines file = new FileLines(large.toFile("F", 0, 0));
    for (int line = 1; line <= 10_000; line += 2) {
      file.add(line(line, true, 0, 0));
    }
    assertThat(file.finish().count()).isEqualTo(new CoverageCount(5_000, 10_000, 0, 0));
  }

  @Test
  void a_file_without_lines_is_a_file() {
    FileCoverage none = new LineTable().toFile("F", 0, 0);
    assertThat(merged(none, none).size()).isZero();
  }

  @Test
  void a_file_in_one_piece_is_kept_as_it_is() {
    CoverageMap<String> files = new CoverageMap<>();
    FileCoverage file = line(1, true, 0, 0);
    assertThat(files.add("a", file)).isTrue();
    assertThat(files.finish().get("a")).isSameAs(file);
  }

  @Test
  void the_number_of_files_and_lines_is_bounded() {
    CoverageMap<String> files = new CoverageMap<>(2, 3);
    assertThat(files.add("a", line(1, true, 0, 0))).isTrue();
    assertThat(files.add("a", line(2, true, 0, 0))).isTrue();
    assertThat(files.add("b", line(1, true, 0, 0))).isTrue();
    assertThat(files.add("b", line(1, true, 0, 0))).isFalse();
    FileCoverage none = new LineTable().toFile("F", 0, 0);
    CoverageMap<String> two = new CoverageMap<>(2, 9);
    assertThat(two.add("a", none)).isTrue();
    assertThat(two.add("b", none)).isTrue();
    assertThat(two.add("c", none)).isFalse();
    assertThat(two.add("a", none)).isTrue();
  }
}
