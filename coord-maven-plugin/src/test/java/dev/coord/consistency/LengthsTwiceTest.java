package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class LengthsTwiceTest {

  private static List<String> told(String first, String again) {
    return Told.of(
        LengthsTwice.of(
            Written.plan(
                "workstreams: [{id: a, files: [{" + first + "}]}]",
                "reports: [{id: one, files: [{" + again + "}]}]")));
  }

  @Test
  void one_file_of_two_lengths_is_found() {
    assertThat(told("path: a.md, lines: 300", "path: a.md, lines: 1"))
        .containsExactly(
            "a at 3: a.md has 300 lines, but report one says that it has 1 line"
                + " (coord.yml:4:49) (4): Look at the file, and write the same length in both.");
  }

  @Test
  void one_length_other_units_and_other_files_agree() {
    assertThat(told("path: a.md, lines: 300", "path: a.md, lines: 300")).isEmpty();
    assertThat(told("path: a.md, lines: 300", "path: a.md, bytes: 9000")).isEmpty();
    assertThat(told("path: a.md, lines: 300", "path: b.md, lines: 200")).isEmpty();
    assertThat(told("path: a.md, lines: 300", "path: a.md, lines: 200, change: deleted")).isEmpty();
  }

  @Test
  void lengths_of_other_days_are_other_lengths() {
    String reports =
        "reports: [{id: one, from: 2026-01-05, DAY files: [{path: a.md, lines: 300}]},"
            + " {id: two, from: 2026-01-05, files: [{path: a.md, lines: 200}]}]";

    assertThat(Told.of(LengthsTwice.of(Written.plan(reports.replace("DAY", ""))))).hasSize(1);
    assertThat(Told.of(LengthsTwice.of(Written.plan(reports.replace("DAY", "to: 2026-01-09,")))))
        .isEmpty();
  }
}
