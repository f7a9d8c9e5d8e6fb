package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lengths of one file against each other. */
class LengthsTest {

  private static List<String> told(String yaml) {
    return Told.of(Lengths.of(Written.plan(yaml)));
  }

  @Test
  void a_file_has_no_more_lines_than_characters_and_no_more_characters_than_bytes() {
    assertThat(
            told(
                """
                workstreams:
                  - id: a
                    files:
                      - {path: a.md, lines: 300, bytes: 100}
                      - {path: b.md, characters: 300, bytes: 100}
                reports:
                  - {id: r, from: 2026-01-05, files: [{path: c.md, lines: 3, characters: 2}]}
                """))
        .containsExactly(
            "a at 6: a.md has 300 lines, but it is said to have no more than 100 bytes (6): Look at"
                + " the file, and correct one of the two.",
            "a at 7: b.md has 300 characters, but it is said to have no more than 100 bytes (7):"
                + " Look at the file, and correct one of the two.",
            "report r at 9: c.md has 3 lines, but it is said to have no more than 2 characters (9):"
                + " Look at the file, and correct one of the two.");
  }

  @Test
  void lengths_that_can_be_say_nothing() {
    assertThat(
            told(
                """
                workstreams:
                  - id: a
                    files:
                      - {path: a.md, lines: 1, characters: 1, bytes: 4}
                      - {path: b.md, lines: 0, bytes: 0}
                      - {path: c.md, lines: 300}
                """))
        .isEmpty();
  }
}
