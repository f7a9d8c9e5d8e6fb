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
}
