package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.between;
import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.plan.PlanDiff.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a branch changes in handoffs. */
class HandoffDiffTest {

  private static final String HANDOFF =
      """
      workstreams: [{id: a}, {id: b}, {id: c}]
      handoffs:
        - id: h
          kind: contract
          provider: a
          consumers: [b, c]
          status: planned
          signature: int f();
          ready_when: {path: {file: a/F.java, exists: true}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "provider: a | provider: b | has another provider",
        "provider: a | notes: N | has another provider",
        "[b, c] | [b] | is no longer for c",
        "status: planned | status: not_needed | is said not to be needed",
        "kind: contract | kind: stub | is of another kind",
        "int f() | long f() | has another signature",
        "a/F.java | a/G.java | is there when less is, or something else",
        "ready_when: {path: {file: a/F.java, exists: true}} | notes: N |"
            + " is there when less is, or something else",
      })
  void a_handoff_that_asks_less_or_something_else_is_told(String from, String to, String clause) {
    assertThat(between(HANDOFF, HANDOFF.replace(from, to)))
        .extracting(Change::kind, Change::subject, Change::sentence)
        .containsExactly(
            tuple(PlanDiff.Kind.HANDOFF_CHANGED, "h", "The handoff \"h\" " + clause + "."));
  }

  @Test
  void a_handoff_that_is_removed_is_told_and_what_is_claimed_of_it_or_asked_in_addition_is_not() {
    String free = HANDOFF.substring(0, HANDOFF.indexOf("handoffs:"));
    String file = "{path: {file: a/F.java, exists: true}}";

    assertThat(told(HANDOFF, free))
        .containsExactly("HANDOFF_REMOVED base.yml:5:5 - The handoff \"h\" is removed.");
    assertThat(told(free, HANDOFF)).isEmpty();
    assertThat(told(HANDOFF, HANDOFF.replace("status: planned", "status: ready"))).isEmpty();
    assertThat(told(HANDOFF, HANDOFF.replace("consumers: [b, c]", "notes: N"))).isEmpty();
    assertThat(
            told(
                HANDOFF, HANDOFF.replace(file, "{all: [" + file + ", {merged: {workstream: a}}]}")))
        .isEmpty();
  }
}
