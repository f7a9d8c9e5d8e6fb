package dev.coord.assess;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Cases.onMain;
import static dev.coord.testing.Cases.onUnnamed;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Deltas.changing;
import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.waiver;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Severity;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.FixedFacts;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FindingsTest {

  private static Finding finding(Finding.Kind kind, String text, Location place) {
    return new Finding(
        kind, Severity.WARN, "", text, "", Optional.ofNullable(place), List.of(FixedFacts.PROOF));
  }

  private static List<Finding> of(Finding.Kind kind, Cases question) {
    return question.assess().findings().stream().filter(f -> f.kind() == kind).toList();
  }

  private static Plans.Builder plan() {
    return Plans.plan()
        .workstreams(
            workstream("a").owns("src/a/**").line("depends_on", 9).dependsOn("b", "c"),
            workstream("b").owns("src/b/**"),
            workstream("c"))
        .bounds(bounds().shared(Mode.INFORM, "pom.xml"));
  }

  @TestFactory
  Stream<DynamicTest> a_finding_is_whole() {
    return RecordChecks.of(finding(Finding.Kind.SOURCE, "x", Places.line(1)));
  }

  @Test
  void a_finding_alone_never_fails_a_build() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Finding(
                    Finding.Kind.SOURCE, Severity.FAIL, "", "x", "", Optional.empty(), List.of()))
        .withMessage("a finding alone never fails a build: x");
  }

  @Test
  void findings_are_in_order_of_kind_then_place_then_text_whatever_the_order_of_discovery() {
    List<Finding> ordered =
        List.of(
            finding(Finding.Kind.CONTRADICTION, "z", null),
            finding(Finding.Kind.CONTRADICTION, "a", Places.line("a.yml", 9)),
            finding(Finding.Kind.CONTRADICTION, "a", Places.line("a.yml", 10)),
            finding(Finding.Kind.CONTRADICTION, "b", Places.line("a.yml", 10)),
            finding(Finding.Kind.CONTRADICTION, "a", Places.line("b.yml", 1)),
            finding(Finding.Kind.OVERDUE, "a", Places.line("a.yml", 1)));
    List<Finding> shuffled = new ArrayList<>(ordered);
    for (int i = 0; i < ordered.size(); i++) {
      Collections.rotate(shuffled, 1);
      assertThat(Findings.sorted(shuffled)).isEqualTo(ordered);
    }
    Collections.reverse(shuffled);
    assertThat(Findings.sorted(shuffled)).isEqualTo(ordered);
  }

  @Test
  void what_was_found_twice_is_told_once() {
    Finding one = finding(Finding.Kind.SOURCE, "x", Places.line(1));

    assertThat(Findings.sorted(List.of(one, one))).containsExactly(one);
  }

  @Test
  void what_was_found_while_reading_is_kept() {
    Finding read = finding(Finding.Kind.PLAN_CHANGED, "gate coverage was lowered", Places.line(3));

    assertThat(Cases.of(Plans.plan()).findings(read).assess().findings()).containsExactly(read);
  }

  @Test
  void paths_that_warn_are_told_for_the_judged_branch() {
    Evidences seen =
        evidence()
            .active("feature/a", changing("pom.xml", "x", "y"))
            .active("feature/b", changing("z"));

    assertThat(of(Finding.Kind.BOUNDARY, Cases.of(plan()).judged(onWorkstream("a")).evidence(seen)))
        .extracting(Finding::subject, Finding::text, f -> f.location().orElseThrow())
        .containsExactly(
            tuple(
                "a",
                "a changes pom.xml (shared, and the others want to know) and 2 more",
                Places.line(41)));
  }

  @Test
  void on_the_integration_branch_they_are_told_for_all_that_is_not_merged() {
    Evidences seen =
        evidence()
            .active("feature/a", changing("x"))
            .active("feature/b", changing("src/b/B.java"))
            .merged("feature/c", Deltas.merged().modified("z").build());

    assertThat(of(Finding.Kind.BOUNDARY, Cases.of(plan()).judged(onMain()).evidence(seen)))
        .extracting(Finding::text, Finding::remedy)
        .containsExactly(
            tuple(
                "a changes x (owned by nobody)",
                "Add the path to owns of a (coord.yml:1), or share it under boundaries.shared"
                    + " (coord.yml:41)."));
  }

  @Test
  void a_branch_that_the_plan_does_not_name_is_told_as_well() {
    Evidences seen = evidence().active("x", changing("y")).active("feature/a", changing("z"));

    assertThat(of(Finding.Kind.BOUNDARY, Cases.of(plan()).judged(onUnnamed("x")).evidence(seen)))
        .extracting(Finding::text)
        .containsExactly("x changes y (owned by nobody)");
  }

  @Test
  void files_with_two_owners_are_told_once_for_each_group_of_owners() {
    Plans.Builder plan =
        Plans.plan()
            .workstreams(
                workstream("b").line("owns", 20).owns("src/**"),
                workstream("a").owns("src/x/**"),
                workstream("c").owns("src/x/all"));
    Cases question =
        Cases.of(plan).evidence(evidence().tracked("src/x/1", "src/x/2", "src/x/all", "src/y"));

    assertThat(of(Finding.Kind.OVERLAP, question))
        .extracting(Finding::subject, Finding::text, f -> f.location().orElseThrow())
        .containsExactly(
            tuple("a and b", "a and b both own src/x/1 and 1 more", Places.line(20)),
            tuple("a, b and c", "a, b and c all own src/x/all", Places.line(20)));
  }

  @Test
  void what_is_merged_and_depends_on_what_cannot_be_told_is_out_of_order() {
    Evidences seen =
        evidence()
            .merged("feature/a", Deltas.merged().build())
            .merged("feature/b", Deltas.merged().build())
            .gone("feature/c");

    assertThat(of(Finding.Kind.ORDER, Cases.of(plan()).evidence(seen)))
        .extracting(Finding::text, Finding::remedy, f -> f.location().orElseThrow())
        .containsExactly(
            tuple(
                "a is merged and depends on c, not known to be merged",
                "Correct depends_on, or see what is missing.",
                Places.line(9)));
  }

  @Test
  void what_is_merged_before_what_it_depends_on_is_told_once_as_a_contradiction() {
    Cases question =
        Cases.of(plan())
            .evidence(
                evidence()
                    .merged("feature/a", Deltas.merged().build())
                    .merged("feature/b", Deltas.merged().build())
                    .active("feature/c", Deltas.live().build()));

    assertThat(of(Finding.Kind.ORDER, question)).isEmpty();
    assertThat(of(Finding.Kind.CONTRADICTION, question))
        .extracting(Finding::subject, f -> f.location().orElseThrow())
        .containsExactly(tuple("a", Places.line(9)));
  }

  @Test
  void what_waits_is_in_order() {
    Evidences seen = evidence().active("feature/a", Deltas.live().build());

    assertThat(of(Finding.Kind.ORDER, Cases.of(plan()).evidence(seen))).isEmpty();
  }

  @Test
  void the_same_case_gives_the_same_assessment() {
    Cases question =
        Cases.of(plan().waivers(waiver("tests", "2026-11-01")))
            .evidence(evidence().active("feature/a", changing("x", "y")).tracked("a", "b"));

    assertThat(question.assess()).isEqualTo(question.assess());
  }

  @Test
  void kinds_are_words() {
    assertThat(Stream.of(Finding.Kind.values()).map(Finding.Kind::words))
        .containsExactly(
            "contradiction",
            "plan changed",
            "setting",
            "waiver",
            "overlap",
            "boundary",
            "branch",
            "conflict",
            "order",
            "worktree",
            "unlisted",
            "overdue",
            "source");
  }
}
