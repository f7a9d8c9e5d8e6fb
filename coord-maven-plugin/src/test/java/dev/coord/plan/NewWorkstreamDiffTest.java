package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a workstream that only the branch's plan has takes from the base's. */
class NewWorkstreamDiffTest {

  private static final String BASE =
      """
      people: [{id: ana}]
      workstreams:
        - {id: a, owns: [/a/**]}
        - {id: b, owns: [/b/**, /lib/b/**]}
        - {id: old, status: merged, owns: [/old/**]}
        - {id: gone, status: dropped, owns: [/gone/**]}
      boundaries:
        protected: [/ci/**]
        shared:
          - {paths: [/pom.xml], mode: inform}
          - {paths: [/docs/**], mode: steward, steward: ana}
      """;

  @Test
  void paths_of_others_that_a_new_workstream_owns_are_told_by_pattern() {
    assertThat(told(BASE, with("owns: [/c/**, /b/x.txt, /lib/**]")))
        .containsExactly(
            "TERRITORY_TAKEN - branch.yml:9:27 The new workstream \"c\" owns /b/x.txt, and with it"
                + " paths of b.",
            "TERRITORY_TAKEN - branch.yml:9:37 The new workstream \"c\" owns /lib/**, and with it"
                + " paths of b.");
  }

  @Test
  void a_new_workstream_that_owns_everything_takes_what_is_protected_and_shared_too() {
    assertThat(told(BASE, with("owns: [/**]")))
        .containsExactly(
            "TERRITORY_TAKEN - branch.yml:9:20 The new workstream \"c\" owns /**, and with it"
                + " paths of a and b, and /ci/**, which is protected, and /pom.xml, which is"
                + " shared.");
  }

  @Test
  void new_ground_and_what_was_merged_or_given_up_is_free() {
    assertThat(told(BASE, with("owns: [/c/**, /old/x/**, /gone/**]"))).isEmpty();
    assertThat(told(BASE, with("notes: N"))).isEmpty();
  }

  @Test
  void a_new_workstream_of_a_steward_is_told() {
    assertThat(told(BASE, with("owner: ana")))
        .containsExactly(
            "OWNER_GIVEN - branch.yml:9:20 The new workstream \"c\" is of ana, who is steward of"
                + " /docs/**.");
  }

  private static String with(String more) {
    return BASE.replace("boundaries:", "  - {id: c, " + more + "}\nboundaries:");
  }
}
