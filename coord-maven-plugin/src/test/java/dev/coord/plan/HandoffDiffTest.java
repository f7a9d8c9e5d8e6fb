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
        "provider: a | provider: b | had the provider a and has the provider b",
        "provider: a | notes: N | had the provider a and has no provider",
        "[b, c] | [b, a] | was for b, c and is for b, a",
        "status: planned | status: not_needed | was planned and is said not to be needed",
        "status: planned | before: The launch |"
            + " 'was needed for all and is only needed before \"The launch\"'",
        "kind: contract | kind: stub | was of kind contract and is of kind stub",
        "int f(); | long f(); | 'had the signature \"int f();\" and has \"long f();\"'",
        "signature: int f(); | notes: N | 'had the signature \"int f();\" and has nothing'",
        "a/F.java | a/G.java | asked for path: {file: a/F.java, exists: true} and asks for"
            + " path: {file: a/G.java, exists: true}",
        "ready_when: {path: {file: a/F.java, exists: true}} | notes: N |"
            + " asked for path: {file: a/F.java, exists: true} and asks for nothing",
      })
  void a_handoff_that_asks_less_or_something_else_is_told(String from, String to, String clause) {
    assertThat(between(HANDOFF, HANDOFF.replace(from, to)))
        .extracting(Change::kind, Change::subject, Change::sentence)
        .containsExactly(
            tuple(PlanDiff.Kind.HANDOFF_CHANGED, "h", "The handoff \"h\" " + clause + "."));
  }

  @Test
  void of_a_long_signature_the_first_line_that_differs_is_told() {
    String two = HANDOFF.replace("signature: int f();", "signature: \"int f();\\nint g();\"");

    assertThat(between(two, two.replace("int g()", "long g()")))
        .extracting(Change::sentence)
        .containsExactly(
            "The handoff \"h\" had \"int g();\" in line 2 of its signature and has"
                + " \"long g();\".");
    assertThat(between(two, HANDOFF))
        .extracting(Change::sentence)
        .containsExactly(
            "The handoff \"h\" had \"int g();\" in line 2 of its signature and has nothing.");
  }

  @Test
  void of_long_lines_what_differs_is_told() {
    String same = "a".repeat(100);
    TextDifference text = TextDifference.between(same + "before" + "b".repeat(90), same + "now");

    assertThat(text.before())
        .isEqualTo("\"..." + "a".repeat(20) + "before" + "b".repeat(54) + "...\"");
    assertThat(text.now()).isEqualTo("\"..." + "a".repeat(20) + "now\"");
    assertThat(TextDifference.between("a".repeat(79) + "\ud83d\ude00", "b").before())
        .as("no half of a character")
        .isEqualTo("\"" + "a".repeat(79) + "...\"");
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
    assertThat(told(HANDOFF, HANDOFF.replace("[b, c]", "[c, a, b]"))).isEmpty();
    assertThat(
            told(
                HANDOFF, HANDOFF.replace(file, "{all: [" + file + ", {merged: {workstream: a}}]}")))
        .isEmpty();
  }
}
