package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.FileCoverage;
import org.junit.jupiter.api.Test;

class FileLinesTest {

  private static LineTable line(int line, boolean run, int branches, int taken) {
    LineTable table = new LineTable();
    table.add(line, run, branches, taken);
    return table;
  }

  @Test
  void a_line_was_run_if_any_piece_says_so_and_the_larger_counts_hold() {
    FileLines file = new FileLines("F");
    file.add(line(2, false, 4, 1), 0, 0);
    file.add(line(2, true, 2, 2), 0, 0);
    file.add(line(2, false, 0, 0), 0, 0);
    FileCoverage merged = file.finish();
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
    FileLines file = new FileLines("F");
    file.add(line(1, true, 0, 0), 5, 1);
    file.add(line(1, true, 0, 0), 3, 3);
    file.add(line(1, true, 0, 0), 0, 0);
    assertThat(file.finish().count()).isEqualTo(new CoverageCount(1, 1, 3, 5));
  }

  @Test
  void a_whole_file_is_taken_as_it_is_and_merged_with_what_follows() {
    FileCoverage whole = line(1, false, 0, 0).toFile("F", 2, 1);
    FileLines alone = new FileLines("F");
    alone.add(whole);
    assertThat(alone.finish()).isSameAs(whole);

    FileLines both = new FileLines("F");
    both.add(whole);
    both.add(line(1, true, 0, 0).toFile("F", 4, 0));
    assertThat(both.finish().count()).isEqualTo(new CoverageCount(1, 1, 1, 4));
  }

  @Test
  void many_small_pieces_of_a_large_file_all_count() {
    FileLines file = new FileLines("F");
    LineTable large = new LineTable();
    for (int line = 1; line <= 10_000; line++) {
      large.add(line, false, 0, 0);
    }
    file.add(large, 0, 0);
    for (int line = 1; line <= 10_000; line += 2) {
      file.add(line(line, true, 0, 0), 0, 0);
    }
    assertThat(file.finish().count()).isEqualTo(new CoverageCount(5_000, 10_000, 0, 0));
  }

  @Test
  void a_file_without_lines_is_a_file() {
    FileLines file = new FileLines("F");
    file.add(new LineTable(), 0, 0);
    assertThat(file.finish().size()).isZero();
  }

  @Test
  void the_number_of_files_and_lines_is_bounded() {
    CoverageMap<String> files = new CoverageMap<>(2, 3);
    assertThat(files.add("a", "a", line(1, true, 0, 0), 0, 0)).isTrue();
    assertThat(files.add("a", line(2, true, 0, 0).toFile("a", 0, 0))).isTrue();
    assertThat(files.add("b", "b", line(1, true, 0, 0), 0, 0)).isTrue();
    assertThat(files.add("b", "b", line(1, true, 0, 0), 0, 0)).isFalse();
    CoverageMap<String> two = new CoverageMap<>(2, 9);
    assertThat(two.add("a", "a", new LineTable(), 0, 0)).isTrue();
    assertThat(two.add("b", "b", new LineTable(), 0, 0)).isTrue();
    assertThat(two.add("c", "c", new LineTable(), 0, 0)).isFalse();
    assertThat(two.add("a", "a", new LineTable(), 0, 0)).isTrue();
  }
}
