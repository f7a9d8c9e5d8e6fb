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
    return OwnershipVerdict.of(Rules.ownership(), Observation.known(report(bounds, delta)));
  }

  private static OwnershipReport report(Bounds bounds, BranchDelta delta) {
    Plan plan =
        Plans.plan()
            .people("ana", "ben", "cleo")
            .workstreams(
                workstream("td1")
                    .at("coord/td1.yml", 1)
                    .owns("src/a/**")
                    .keepsOff("secret", "src/c/key"),
                workstream("td2").at("coord/td2.yml", 1).line("owns", 6).owns("src/b/**"),
                workstream("td3").at("coord/td3.yml", 1).owns("src/c/**"))
            .bounds(bounds)
            .build();
    return new OwnershipJudge(new Territory(plan))
        .judge("td1", plan.workstream("td1"), Set.of(), delta);
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
            "1 file it keeps off, 1 file of td2, 1 file protected, 1 file for the steward only,"
                + " 1 file shared for added lines only, 1 file shared but not coordinated,"
                + " 2 files owned by nobody changed by td1");
    assertThat(verdict.proof())
        .extracting(proof -> proof.text().replaceFirst(":.*", ""))
        .containsExactly(
            "secret", "src/b/B.java", "ci/run", "coord.yml", "CHANGELOG.md", "pom.xml", "x", "y");
    assertThat(verdict.remedy())
        .contains(" ci/run: undo the change", " coord.yml: let ana make the change")
        .endsWith(". And see to 4 more files.");
  }

  @Test
  void one_remedy_for_all_names_no_path() {
    assertThat(verdict(bounds().unowned(Unowned.FAIL), changing("x", "y")).remedy())
        .startsWith("Add the path to owns of td1 (")
        .doesNotContain("x", "y:");
  }

  @Test
  void each_of_several_remedies_names_its_path_the_most_severe_first() {
    String remedy =
        verdict(
                bounds().unowned(Unowned.FAIL),
                changing("a", "b", "secret", "src/b/A.java", "src/b/B.java"))
            .remedy();

    assertThat(remedy)
        .startsWith("secret: undo the change, or take the path out of keeps_off (")
        .contains("). src/b/A.java and 1 more: undo the change, let td2 make it, or share it")
        .contains(". a and 1 more: add the path to owns of td1 (");
  }

  @Test
  void files_of_two_owners_have_a_remedy_each() {
    String remedy = verdict(bounds(), changing("src/b/B.java", "src/c/C.java")).remedy();

    assertThat(remedy)
        .startsWith("src/b/B.java: undo the change, let td2 make it, ")
        .contains(". src/c/C.java: undo the change, let td3 make it, ");
  }

  @Test
  void of_a_long_path_a_remedy_shows_the_end() {
    String path = "\ud83d\ude00".repeat(100) + "/z";

    assertThat(verdict(bounds().unowned(Unowned.FAIL), changing("secret", path)).remedy())
        .contains("). ..." + path.substring(path.length() - 2 * 55 - 2) + ": add the path to owns");
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
  void why_a_path_must_not_be_changed_is_told_in_few_words() {
    BranchDelta delta =
        changing(
            "CHANGELOG.md",
            "ci/run",
            "coord.yml",
            "pom.xml",
            "secret",
            "src/b/B.java",
            "src/c/key",
            "x");
    Bounds bounds =
        bounds()
            .unowned(Unowned.FAIL)
            .shared(Mode.COORDINATE, "pom.xml")
            .shared(Mode.APPEND_ONLY, "CHANGELOG.md")
            .stewarded(Mode.STEWARD, "ana", "coord.yml")
            .guarded("ci/**");

    assertThat(report(bounds, delta).violations())
        .extracting(Trespass::why)
        .containsExactly(
            "shared, not append-only",
            "protected",
            "shared, not the steward",
            "shared, not coordinated",
            "kept off",
            "of td2",
            "of td3, kept off",
            "unowned");
  }

  @Test
  void kinds_of_trespass_are_words() {
    assertThat(Trespass.Kind.KEEPS_OFF.words()).isEqualTo("keeps off");
    assertThat(Trespass.Kind.OWNED_BY_OTHER.words()).isEqualTo("owned by another");
  }
}
