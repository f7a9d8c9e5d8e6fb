package dev.coord.rule;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Deltas.changing;
import static dev.coord.testing.Deltas.commit;
import static dev.coord.testing.Deltas.coordinated;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Plan;
import dev.coord.testing.Bounds;
import dev.coord.testing.Deltas;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnershipVerdictTest {

  private static final Bounds BOUNDS =
      bounds()
          .shared(Mode.COORDINATE, "pom.xml")
          .shared(Mode.APPEND_ONLY, "CHANGELOG.md")
          .stewarded(Mode.STEWARD, "ana", "coord.yml")
          .guarded("ci/**");

  private static Verdict verdict(Bounds bounds, BranchDelta delta) {
    Plan plan =
        Plans.plan()
            .people("ana", "ben", "cleo")
            .workstreams(
                workstream("td1").at("coord/td1.yml", 1).owns("src/a/**").keepsOff("secret"),
                workstream("td2").at("coord/td2.yml", 1).line("owns", 6).owns("src/b/**"))
            .bounds(bounds)
            .build();
    OwnershipReport report =
        new OwnershipJudge(new Territory(plan))
            .judge("td1", plan.workstream("td1"), Set.of(), delta);
    return OwnershipVerdict.of(Rules.ownership(), Observation.known(report));
  }

  @Test
  void files_of_another_are_counted_and_both_are_named() {
    Verdict verdict = verdict(BOUNDS, changing("src/b/B.java", "src/b/C.java", "src/a/A.java"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.key()).isEmpty();
    assertThat(verdict.measured()).isEqualTo("2 violations");
    assertThat(verdict.required()).isEqualTo("no violation");
    assertThat(verdict.summary()).isEqualTo("2 files of td2 changed by td1");
    assertThat(verdict.remedy()).startsWith("Undo the change, let td2 make it");
  }

  @Test
  void each_path_is_proved_by_its_newest_commit_and_the_plan_line() {
    BranchDelta delta =
        Deltas.live()
            .commit(commit("c2", "cleo", "src/b/B.java"))
            .commit(commit("c1", "cleo", "src/b/B.java"))
            .modified("src/b/B.java")
            .build();

    assertThat(verdict(BOUNDS, delta).proof())
        .containsExactly(
            new Proof(
                Proof.Kind.FILE,
                Proof.Strength.OBSERVED,
                "src/b/B.java: owned by td2",
                Optional.of(Places.line("coord/td2.yml", 6)),
                Optional.of(Deltas.id("c2"))));
  }

  @Test
  void what_is_not_committed_is_proved_by_the_plan_line_alone() {
    BranchDelta delta = Deltas.live().modified("src/b/B.java").uncommitted("src/b/B.java").build();

    assertThat(verdict(BOUNDS, delta).proof().get(0).commit()).isEmpty();
  }

  @Test
  void every_boundary_has_its_words() {
    Verdict verdict =
        verdict(
            bounds()
                .unowned(Unowned.FAIL)
                .shared(Mode.COORDINATE, "pom.xml")
                .shared(Mode.APPEND_ONLY, "CHANGELOG.md")
                .stewarded(Mode.STEWARD, "ana", "coord.yml")
                .guarded("ci/**"),
            changing(
                "CHANGELOG.md",
                "ci/run",
                "coord.yml",
                "pom.xml",
                "secret",
                "src/b/B.java",
                "x",
                "y"));

    assertThat(verdict.measured()).isEqualTo("8 violations");
    assertThat(verdict.summary())
        .isEqualTo(
            "1 file shared for added lines only, 1 file protected, 1 file for the steward only,"
                + " 1 file shared but not coordinated, 1 file it keeps off, 1 file of td2,"
                + " 2 files owned by nobody changed by td1");
  }

  @Test
  void what_a_merge_brought_is_said_so() {
    BranchDelta delta =
        Deltas.merged()
            .commit(commit("c1", "cleo", "src/b/B.java"))
            .modified("src/b/B.java")
            .build();

    assertThat(verdict(BOUNDS, delta).summary())
        .isEqualTo("1 file of td2 changed by td1 when it was merged");
    assertThat(verdict(BOUNDS, delta).measured()).isEqualTo("1 violation");
  }

  @Test
  void no_violation_passes_by_the_rule() {
    Verdict verdict = verdict(BOUNDS, changing("src/a/A.java"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.summary()).isEqualTo("1 file changed by td1");
    assertThat(verdict.proof()).containsExactly(Proof.plan("the rule", Places.line(20)));
    assertThat(verdict.attested()).isFalse();
  }

  @Test
  void warnings_do_not_fail_and_are_counted() {
    Verdict verdict = verdict(BOUNDS, changing("x", "src/a/A.java"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.summary()).isEqualTo("2 files changed by td1, 1 with a warning");
  }

  @Test
  void a_pass_that_rests_on_a_trailer_is_attested() {
    BranchDelta delta =
        Deltas.live()
            .commit(coordinated(commit("c1", "cleo", "pom.xml"), "ana"))
            .change("pom.xml", Kind.MODIFIED, 1, 1)
            .build();

    Verdict verdict = verdict(BOUNDS, delta);

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.attested()).isTrue();
    assertThat(verdict.summary()).isEqualTo("1 file changed by td1, 1 attested");
  }

  @Test
  void what_git_cannot_tell_is_unknown() {
    Verdict verdict =
        OwnershipVerdict.of(
            Rules.ownership(), Observation.unknown("the clone is shallow", "fetch-depth: 0."));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.required()).isEqualTo("no violation");
    assertThat(verdict.summary()).isEqualTo("the clone is shallow");
    assertThat(verdict.remedy()).isEqualTo("fetch-depth: 0.");
  }

  @Test
  void kinds_of_trespass_are_words() {
    assertThat(Trespass.Kind.KEEPS_OFF.words()).isEqualTo("keeps off");
    assertThat(Trespass.Kind.OWNED_BY_OTHER.words()).isEqualTo("owned by another");
  }
}
