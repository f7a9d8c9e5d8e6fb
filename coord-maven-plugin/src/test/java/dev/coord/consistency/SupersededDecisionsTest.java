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

  @Test
  void a_superseded_decision_without_one_in_its_place_is_told() {
    assertThat(Contradictions.lines("decisions: [{id: a, status: superseded}]\n"))
        .containsExactly(
            "decision a: status: superseded (coord.yml:3:29), but no decision supersedes it");
  }

  @Test
  void a_decision_that_is_older_than_the_one_it_supersedes_is_told() {
    String plan =
        """
        decisions:
          - {id: a, status: superseded, date: 2026-02-01}
          - {id: b, status: accepted, date: DAY, supersedes: [a]}
        """;

    assertThat(Contradictions.lines(plan.replace("DAY", "2026-01-01")))
        .containsExactly(
            "decision b: date: 2026-01-01 (coord.yml:5:37), but it supersedes a, which was made on"
                + " 2026-02-01");
    assertThat(Contradictions.lines(plan.replace("DAY", "2026-02-01"))).isEmpty();
  }
}
