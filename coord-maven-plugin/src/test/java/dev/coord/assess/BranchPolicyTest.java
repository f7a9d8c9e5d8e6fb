package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Branches beside the policy of branches. */
class BranchPolicyTest {

  private static List<String> told(String policy, Evidences seen, Judged judged) {
    return Cases.written(
            """
            workstreams: [{id: a, branch: feature/a}, {id: b, branch: topic/b}]
            boundaries: {branches: {POLICY}}
            """
                .replace("POLICY", policy))
        .evidence(seen)
        .judged(judged)
        .assess()
        .findings()
        .stream()
        .filter(finding -> finding.kind() == Finding.Kind.BOUNDARY)
        .filter(finding -> finding.text().startsWith("the branch "))
        .map(Finding::text)
        .toList();
  }

  private static List<String> told(String policy, Evidences seen) {
    return told(policy, seen, Cases.onMain());
  }

  private static Evidences seen() {
    return evidence().active("feature/a", Deltas.live().behind(3).build()).notStarted("topic/b");
  }

  @Test
  void a_branch_of_another_name_is_told() {
    assertThat(told("naming: feature/*", seen()))
        .containsExactly("the branch topic/b is not named feature/*");
  }

  @Test
  void a_branch_that_is_too_far_behind_is_told() {
    assertThat(told("behind_at_most: 2", seen()))
        .containsExactly("the branch feature/a is 3 commits behind main, more than 2");
    assertThat(told("behind_at_most: 3", seen())).isEmpty();
  }

  @Test
  void a_branch_without_a_commit_for_too_long_is_told() {
    assertThat(told("stale_after: 1 h", seen()))
        .singleElement()
        .asString()
        .startsWith("the branch feature/a has no commit since ")
        .endsWith(", for more than 1 h");
    assertThat(told("stale_after: 9999 d", seen())).isEmpty();
  }

  @Test
  void what_is_merged_is_not_told() {
    assertThat(
            told(
                "naming: x/*, behind_at_most: 0, stale_after: 1 h",
                evidence()
                    .merged("feature/a", Deltas.merged().build())
                    .merged("topic/b", Deltas.merged().build())))
        .isEmpty();
  }

  @Test
  void of_a_judged_branch_its_own_is_told() {
    assertThat(told("naming: x/*", seen(), Cases.onWorkstream("a")))
        .containsExactly("the branch feature/a is not named x/*");
  }
}
