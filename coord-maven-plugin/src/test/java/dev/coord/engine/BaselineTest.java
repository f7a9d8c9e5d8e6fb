package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.GateResult;
import dev.coord.assess.KnownPart;
import dev.coord.assess.Overall;
import dev.coord.evidence.Proof;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A team that begins with many findings is judged by what is new. */
class BaselineTest extends KnownShop {

  @Test
  void what_is_known_no_longer_fails_the_build_and_is_no_pass() {
    GitProject project = project();
    assertThat(check(project).overall()).isEqualTo(Overall.FAILED);

    Result written = write(project, false);

    assertThat(written.overall()).isEqualTo(Overall.PASSED);
    assertThat(texts(written))
        .containsExactly(
            FILE + " is written: 3 findings (contradiction 2, ownership 1). Commit it.");
    Result after = check(project);
    assertThat(after.overall()).isEqualTo(Overall.PASSED);
    assertThat(texts(after))
        .anyMatch(
            line ->
                line.startsWith("KNOWN plan.contradictions 2 != 0")
                    && line.contains("; 2 known since 2026-01-31, none new"))
        .contains("Baseline: 3 known findings since 2026-01-31 (.coord/baseline.yml)")
        .anyMatch(line -> line.startsWith("PASS 0 of 2 gates, 2 are in the baseline"));
    assertThat(rows(project))
        .extracting(GateResult::outcome)
        .containsExactly(Outcome.BASELINED, Outcome.BASELINED);
  }

  @Test
  void the_file_has_a_line_for_each_finding_without_lines_of_files_and_is_written_once() {
    GitProject project = project();
    write(project, false);
    String commit = project.git("rev-parse", "HEAD");
    String text = read(project);

    assertThat(text)
        .isEqualTo(
            """
            # What was found before coord judged. mvn coord:baseline drops what is fixed.
            baseline: 1
            written: 2026-01-31
            commit: "%s"
            findings:
              - {kind: contradiction, subject: "epic refunds", finding: "progress: 1/2 (50%%)", since: 2026-01-31}
              - {kind: contradiction, subject: "epic search", finding: "progress: 1/2 (50%%)", since: 2026-01-31}
              - {kind: ownership, subject: "api", finding: "owned by another: web/page.html", since: 2026-01-31}
            """
                .formatted(commit));

    project.edit("coord.yml", "epics:\n", "# One.\n# Two.\nepics:\n").commit("Move lines");
    Result again = write(project, false);

    assertThat(texts(again))
        .containsExactly(
            FILE + " stays as it is: 3 findings (contradiction 2, ownership 1) since 2026-01-31.");
    assertThat(read(project)).isEqualTo(text);
    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void a_new_finding_fails_alone() {
    GitProject project = adopted();
    project.edit("coord.yml", "gates:\n", THIRD).commit("Add mail");

    Result result = check(project);

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure())
        .startsWith(
            "1 of 2 gates not met: plan.contradictions 1 new: \"progress: 1/2 (50%)\" of epic mail");
    GateResult row = rows(project).get(0);
    assertThat(row.note()).isEqualTo("2 known since 2026-01-31, 1 new");
    assertThat(row.known()).map(KnownPart::count).contains(2);
    assertThat(row.verdict().proof()).hasSize(1);
  }

  @Test
  void one_more_commit_against_a_claim_that_is_known_to_be_broken_is_new() {
    GitProject project = project();
    project
        .edit("coord.yml", "epics:\n", "boundaries: {branches: {protected: [main]}}\nepics:\n")
        .commit("Protect main");
    write(project, false);
    project.commit("Adopt");
    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);
    assertThat(read(project)).contains("nobody commits directly to main");

    project.file("web/more.html", "more").commit("Directly");

    Result result = check(project);
    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure())
        .contains("1 new: \"nobody commits directly to main\" of branch main");
  }

  @Test
  void each_new_commit_is_named_with_its_day_and_author() {
    GitProject project = project();
    project
        .edit("coord.yml", "epics:\n", "boundaries: {branches: {protected: [main]}}\nepics:\n")
        .commit("Protect main");
    write(project, false);
    project.commit("Adopt");
    project.as("ana", "ana@example.org").file("web/more.html", "more").commit("Directly");
    String first = project.git("show", "-s", "--format=%h of %cs by %an", "--abbrev=7", "HEAD");
    project.as("bo", "bo@example.org").file("web/most.html", "most").commit("Directly, too");
    String second = project.git("show", "-s", "--format=%h of %cs by %an", "--abbrev=7", "HEAD");

    String claim = "\"nobody commits directly to main\" of branch main: ";
    assertThat(check(project).failure())
        .contains("2 new: " + claim + first + "; " + claim + second);
    assertThat(rows(project).get(0).verdict().proof())
        .extracting(Proof::text)
        .containsExactly("Directly", "Directly, too");
  }

  @Test
  void what_is_there_does_not_grow_unless_it_is_told_to() {
    GitProject project = adopted();
    project.edit("coord.yml", "gates:\n", THIRD).commit("Add mail");

    Result kept = write(project, false);

    assertThat(texts(kept))
        .contains(
            "1 new finding is not taken in: mend it, or take in what is new with"
                + " -Dcoord.baseline.grow=true.");
    assertThat(read(project)).doesNotContain("epic mail");
    assertThat(check(project).overall()).isEqualTo(Overall.FAILED);

    Result grown = write(project, true, "2026-03-01");

    assertThat(texts(grown))
        .containsExactly(
            FILE
                + " is written: 1 is taken in; 4 findings (contradiction 3, ownership 1) since"
                + " 2026-01-31.");
    assertThat(read(project))
        .contains("written: 2026-03-01")
        .contains("\"epic mail\", finding: \"progress: 1/2 (50%)\", since: 2026-03-01")
        .contains("\"epic search\", finding: \"progress: 1/2 (50%)\", since: 2026-01-31");
    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void what_is_fixed_is_told_and_leaves_and_is_new_when_it_comes_back() {
    GitProject project = adopted();
    String before = "{id: search, progress: 1/2 (50%)";
    project.edit("coord.yml", before, "{id: search, progress: 2/2 (100%)").commit("Correct it");

    assertThat(texts(check(project)))
        .contains(
            "Baseline: 3 known findings since 2026-01-31, 1 of them is fixed: run mvn"
                + " coord:baseline to drop what is fixed (.coord/baseline.yml)");

    Result dropped = write(project, false, "2026-03-01");

    assertThat(texts(dropped))
        .containsExactly(
            FILE
                + " is written: 1 was fixed and is dropped; 2 findings (contradiction 1, ownership"
                + " 1) since 2026-01-31.");
    assertThat(read(project)).as("others may drop at once").contains("written: 2026-01-31");
    project.commit("Drop it");
    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);

    project.edit("coord.yml", "progress: 2/2 (100%)", "progress: 1/2 (50%)").commit("Again");

    assertThat(check(project).overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void a_baseline_in_which_nothing_is_left_stays_and_does_not_begin_anew() {
    GitProject project = adopted();
    project.edit("coord.yml", "1/2 (50%)", "2/2 (100%)").commit("Correct all");
    project.checkout("feature/api").git("revert", "--no-edit", "HEAD");
    project.checkout("main");

    write(project, false);

    assertThat(read(project)).endsWith("findings: []\n");
    project.edit("coord.yml", "2/2 (100%)", "1/2 (50%)").commit("Again");
    write(project, false);
    assertThat(read(project)).endsWith("findings: []\n");
    assertThat(check(project).overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void in_a_shallow_clone_nothing_is_fixed() {
    GitProject project = adopted();
    project.edit("coord.yml", "1/2 (50%)", "2/2 (100%)").commit("Correct all");
    Path place = directory.resolve("clone");
    project.git("clone", "-q", "--depth=1", "file://" + project.directory(), place.toString());
    GitProject shallow = project.at(place);

    Result result = write(shallow, false);

    assertThat(texts(result))
        .anyMatch(line -> line.contains("3 cannot be told and stay; 3 findings"));
  }

  @Test
  void what_cannot_be_told_is_not_silenced_by_what_is_known() {
    GitProject project =
        project(PLAN.replace("branch: feature/web, owns", "branch: gone, status: doing, owns"));

    Result result = write(project, false);

    assertThat(texts(result))
        .contains("No baseline holds what 1 gate fails by: plan.contradictions (unknown).");
    GateResult row = row(assess(project), "plan.contradictions");
    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.breaks()).isTrue();
    assertThat(row.note()).isEqualTo("2 known since 2026-01-31, none new");
    assertThat(row.verdict().summary()).startsWith("1 claim cannot be told, such as");
  }

  @Test
  void shares_are_held_by_no_baseline() {
    GitProject project =
        project(PLAN.replace("  - ownership: {}\n", "  - coverage: {lines: \">= 80%\"}\n"));

    Result result = write(project, false);

    assertThat(texts(result))
        .contains("No baseline holds what 1 gate fails by: coverage.lines (unknown).");
    assertThat(check(project).overall()).isEqualTo(Overall.UNKNOWN);
  }

  @Test
  void nothing_is_written_where_nothing_is_found() {
    GitProject project = project(PLAN.replace("1/2 (50%)", "2/2 (100%)").replace("/web/", "/w/"));

    Result result = write(project, false);

    assertThat(texts(result))
        .containsExactly("No baseline is written: no gate fails by a finding that one can hold.");
    assertThat(project.path(".coord")).doesNotExist();
  }
}
