package dev.coord.assess;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Cases.onMain;
import static dev.coord.testing.Cases.onNothing;
import static dev.coord.testing.Cases.onUnnamed;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Deltas.changing;
import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.gate;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.FileChange;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.rule.Trespass;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Gates;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import org.junit.jupiter.api.Test;

/** Whose a path is for a gate: by the rulebook, and inside other rules. */
class OwnershipOfGateTest {

  private static Plans.Builder plan(Gates... gates) {
    return Plans.plan()
        .files("coord.yml", "coord/a.yml", "coord/b.yml")
        .workstreams(
            workstream("a").at("coord/a.yml", 1).owns("src/a/**"),
            workstream("b").at("coord/b.yml", 1).owns("src/b/**"),
            workstream("c").owns("src/c/**"))
        .bounds(bounds().unowned(Unowned.FAIL))
        .gates(gates);
  }

  private static BranchDelta merging(String... paths) {
    return Deltas.merged().commit(Deltas.commit("c1", "cleo", paths)).modified(paths).build();
  }

  /** Each of a and b changed the other's files; a is active, b is merged, c has not begun. */
  private static Evidences crossed() {
    return evidence()
        .active("feature/a", changing("src/b/B.java"))
        .merged("feature/b", merging("src/a/A.java"))
        .notStarted("feature/c");
  }

  @Test
  void a_workstream_that_its_branch_took_out_of_the_plan_is_judged_by_the_rulebook() {
    Assessment assessment =
        Cases.of(Plans.plan())
            .rulebook(plan(gate(Rules.ownership())))
            .judged(onWorkstream("a"))
            .evidence(evidence().active("feature/a", changing("src/a/A.java", "src/b/B.java")))
            .assess();

    assertThat(assessment.gates())
        .extracting(GateResult::label, GateResult::breaks)
        .containsExactly(tuple("ownership (a)", true));
    assertThat(assessment.gates().get(0).verdict().summary()).isEqualTo("1 file of b changed by a");
  }

  @Test
  void a_judged_workstream_that_no_plan_defines_proves_nothing() {
    Assessment assessment =
        Cases.of(plan(gate(Rules.ownership())))
            .judged(onWorkstream("x"))
            .evidence(evidence().active("feature/x", changing("src/a/A.java")))
            .assess();

    assertThat(assessment.gates().get(0).verdict().summary())
        .isEqualTo("the plan defines no workstream x");
    assertThat(assessment.overall()).isEqualTo(Overall.UNKNOWN);
  }

  @Test
  void a_workstream_defined_on_its_own_branch_alone_owns_nothing_but_its_new_plan_file() {
    Plans.Builder own =
        Plans.plan()
            .files("coord.yml", "coord/a.yml", "coord/new.yml")
            .workstreams(workstream("new").at("coord/new.yml", 1).owns("**"));
    Assessment assessment =
        Cases.of(own)
            .rulebook(plan(gate(Rules.ownership())))
            .judged(onWorkstream("new"))
            .evidence(
                evidence()
                    .active(
                        "feature/new",
                        Deltas.live()
                            .change("coord/new.yml", FileChange.Kind.ADDED, 9, 0)
                            .modified("src/n/N.java", "src/a/A.java")
                            .build()))
            .assess();

    assertThat(assessment.branch().optional().orElseThrow().violations())
        .extracting(Trespass::path, Trespass::problem)
        .containsExactly(
            tuple("src/a/A.java", "owned by a"), tuple("src/n/N.java", "owned by nobody"));
  }

  @Test
  void a_branch_does_not_widen_what_it_owns() {
    Plans.Builder own =
        Plans.plan()
            .files("coord.yml", "coord/a.yml", "coord/b.yml")
            .workstreams(workstream("a").at("coord/b.yml", 1).owns("**"));
    Assessment assessment =
        Cases.of(own)
            .rulebook(plan(gate(Rules.ownership())))
            .judged(onWorkstream("a"))
            .evidence(
                evidence()
                    .active("feature/a", changing("coord/a.yml", "coord/b.yml", "src/b/B.java")))
            .assess();

    assertThat(assessment.branch().optional().orElseThrow().violations())
        .extracting(Trespass::path)
        .containsExactly("coord/b.yml", "src/b/B.java");
  }

  @Test
  void a_new_workstream_does_not_own_a_plan_file_that_was_there_before() {
    Plans.Builder own =
        Plans.plan().files("coord/b.yml").workstreams(workstream("new").at("coord/b.yml", 9));
    Assessment assessment =
        Cases.of(own)
            .rulebook(plan(gate(Rules.ownership())))
            .judged(onWorkstream("new"))
            .evidence(evidence().active("feature/new", changing("coord/b.yml")))
            .assess();

    assertThat(assessment.branch().optional().orElseThrow().violations())
        .extracting(Trespass::problem)
        .containsExactly("owned by b");
  }

  @Test
  void ownership_inside_another_rule_is_that_of_the_judged_branch() {
    Gates nested = gate("nested", Rules.all(Rules.ownership()));

    assertThat(
            Cases.of(plan(nested)).judged(onWorkstream("a")).evidence(crossed()).assess().overall())
        .isEqualTo(Overall.FAILED);
    assertThat(
            Cases.of(plan(nested))
                .judged(onUnnamed("x"))
                .evidence(crossed().active("x", changing("y")))
                .assess()
                .overall())
        .isEqualTo(Overall.FAILED);
    assertThat(Cases.of(plan(nested)).judged(onNothing()).evidence(crossed()).assess().overall())
        .isEqualTo(Overall.UNKNOWN);
  }

  @Test
  void ownership_inside_another_rule_finds_nothing_to_merge_on_the_integration_branch() {
    Gates nested = gate("nested", Rules.all(Rules.ownership()));

    assertThat(Cases.of(plan(nested)).judged(onMain()).evidence(crossed()).assess().overall())
        .isEqualTo(Overall.PASSED);
  }

  @Test
  void ownership_inside_another_rule_can_insist_as_well() {
    Gates nested = gate("nested", Rules.any(Rules.not(Rules.not(Rules.ownershipOfMerged()))));

    assertThat(Cases.of(plan(nested)).judged(onMain()).evidence(crossed()).assess().overall())
        .isEqualTo(Overall.FAILED);
    assertThat(
            Cases.of(plan(nested))
                .judged(onMain())
                .evidence(evidence().withoutGit("the clone is shallow"))
                .assess()
                .overall())
        .isEqualTo(Overall.UNKNOWN);
  }
}
