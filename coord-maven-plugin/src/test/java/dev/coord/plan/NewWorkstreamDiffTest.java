package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void a_pattern_that_crosses_another_one_takes_the_tracked_files_that_both_cover() {
    List<String> tracked =
        List.of("a/x.txt", "b/y.txt", "b/z.txt", "ci/deploy.txt", "docs/t.txt", "old/x.txt");

    assertThat(told(BASE, with("owns: [\"**/*.txt\", \"**/x.*\"]"), tracked))
        .containsExactly(
            "TERRITORY_TAKEN - branch.yml:9:20 The new workstream \"c\" owns **/*.txt, and with it"
                + " paths of a (a/x.txt) and b (b/y.txt), and ci/deploy.txt, which is protected,"
                + " and docs/t.txt, which is shared.",
            "TERRITORY_TAKEN - branch.yml:9:32 The new workstream \"c\" owns **/x.*, and with it"
                + " paths of a (a/x.txt).");
  }

  @Test
  void patterns_that_cross_where_nothing_is_tracked_take_nothing() {
    assertThat(told(BASE, with("owns: [\"**/*.sql\"]"), List.of("a/x.txt", "web/schema.sql")))
        .isEmpty();
    assertThat(told(BASE, with("owns: [\"**/*.sql\"]"), List.of("a/x.sql"))).hasSize(1);
  }

  @Test
  void the_plan_files_of_others_are_theirs() {
    assertThat(told(BASE, with("owns: [\"/*.yml\"]")))
        .containsExactly(
            "TERRITORY_TAKEN - branch.yml:9:20 The new workstream \"c\" owns /*.yml, and with it"
                + " paths of a (base.yml) and b (base.yml).");
  }

  @Test
  void what_a_workstream_owns_in_addition_is_told_with_what_it_takes_from_others() {
    String wide = BASE.replace("owns: [/a/**]", "owns: [/a/**, \"**/*.txt\"]");

    assertThat(told(BASE, wide, List.of("a/x.txt", "b/y.txt")))
        .containsExactly(
            "OWNS_WIDENED base.yml:5:19 branch.yml:5:27 The workstream \"a\" owns **/*.txt in"
                + " addition, and with it paths of b (b/y.txt).");
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
