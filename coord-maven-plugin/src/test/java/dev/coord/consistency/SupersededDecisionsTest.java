package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupersededDecisionsTest {

  private static String decisions(String old, String later) {
    return "decisions: [{id: a, status: %s}, {id: b, status: %s, supersedes: [a]}]\n"
        .formatted(old, later);
  }

  @Test
  void an_accepted_decision_that_an_accepted_one_supersedes_is_told() {
    assertThat(Contradictions.lines(decisions("accepted", "accepted")))
        .containsExactly(
            "decision a: status: accepted (coord.yml:3:29), but decision b is accepted and"
                + " supersedes it");
  }

  @ParameterizedTest
  @CsvSource({"superseded, accepted", "accepted, proposed", "rejected, accepted"})
  void anything_else_is_fine(String old, String later) {
    assertThat(Contradictions.of(decisions(old, later))).isEmpty();
  }
}
