package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.KnownPart;
import dev.coord.assess.Overall;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.Proof;
import dev.coord.it.GitProject;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.publish.ConsoleLine;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team that begins with many findings is judged by what is new. */
class BaselineTest {

  private static final String FILE = ".coord/baseline.yml";

  /** Two claims that contradict each other, and a branch that changes what is not its own. */
  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      people:
        - {id: ana, email: ana@shop.example}
        - {id: ben, email: ben@shop.example}
      workstreams:
        - {id: api, owner: ben, branch: feature/api, owns: [/api/]}
        - {id: web, owner: ana, branch: feature/web, owns: [/web/]}
      epics:
        - {id: refunds, progress: 1/2 (50%), issues: ["[x] #12: Orders", "[x] #13: Lines"]}
        - {id: search, progress: 1/2 (50%), issues: ["[x] #14: Index", "[x] #15: Query"]}
      gates:
        - plan: {contradictions: "= 0"}
        - ownership: {}
      """;

  private static final String THIRD =
      "  - {id: mail, progress: 1/2 (50%), issues: [\"[x] #16: A\", \"[x] #17: B\"]}\ngates:\n";

  @TempDir Path directory;

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
  void a_branch_is_judged_by_what_its_base_knows_of_it() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");

    assertThat(rows(project))
        .filteredOn(row -> row.gate().id().equals("ownership"))
        .extracting(GateResult::outcome)
        .containsExactly(Outcome.BASELINED);
    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);

    project.as("Ben", "ben@shop.example").append("web/more.html", "x\n").commit("Change more");
    GateResult row = rows(project).get(1);

    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary()).isEqualTo("1 file of web changed by api");
    assertThat(row.note()).isEqualTo("1 known since 2026-01-31, 1 new");
    assertThat(texts(check(project)))
        .anyMatch(line -> line.contains("web/more.html"))
        .noneMatch(line -> line.contains("web/page.html"));
  }

  @Test
  void a_branch_that_adds_to_the_baseline_excuses_nothing_and_fails_for_it() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");
    project.as("Ben", "ben@shop.example").append("web/more.html", "x\n").commit("Change more");
    Result grown = write(project, true);
    String commit = project.commit("Excuse me");

    Assessment assessment = assess(project);

    assertThat(texts(grown))
        .contains(
            "A branch is judged by the baseline of its base, and by plan-guard for what it takes in:"
                + " write the baseline on main.");
    assertThat(row(assessment, "ownership").breaks()).isTrue();
    GateResult guard = row(assessment, "plan-guard");
    assertThat(guard.breaks()).isTrue();
    assertThat(guard.verdict().summary())
        .isEqualTo(
            "The baseline takes in 1 finding: ownership of api, \"owned by another:"
                + " web/more.html\" (.coord/baseline.yml:8, "
                + commit.substring(0, 7)
                + " by Ben)");
  }

  @Test
  void so_does_one_that_brings_the_first_baseline() {
    GitProject project = project();
    project.checkout("feature/api");
    write(project, false);

    assertThat(row(assess(project), "plan-guard").verdict().summary())
        .startsWith("The baseline takes in 3 findings, the first of them contradiction of epic")
        .endsWith("(.coord/baseline.yml:6, not committed)");
    assertThat(row(assess(project), "plan.contradictions").breaks()).isTrue();
  }

  @Test
  void a_count_that_is_raised_is_growth_too() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");
    project
        .edit(FILE, "web/page.html\", since", "web/page.html\", count: 2, since")
        .commit("Twice");

    assertThat(row(assess(project), "plan-guard").verdict().summary())
        .startsWith("The baseline takes in 1 finding: ownership of api");
  }

  @Test
  void a_steward_may_let_it_grow_and_that_is_told() {
    GitProject project = adopted("boundaries: {plan: {by: [ana]}}\ngates:\n");
    project.checkout("feature/api").merge("main");
    project.append("web/more.html", "x\n").commit("Change more");
    write(project, true);
    project.as("Ana", "ana@shop.example").commit("Take it in");

    Assessment assessment = assess(project);

    assertThat(assessment.gates()).extracting(GateResult::row).doesNotContain("plan-guard");
    assertThat(assessment.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.PLAN_CHANGED)
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .startsWith("The baseline takes in 1 finding");
    assertThat(row(assessment, "ownership").breaks()).as("the base judges").isTrue();

    project.as("Ben", "ben@shop.example").append(FILE, "# mine\n").commit("Mine too");

    assertThat(row(assess(project), "plan-guard").breaks()).as("not by all").isTrue();
  }

  @Test
  void a_branch_may_drop_what_it_fixed() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");
    project.git("rm", "-q", FILE);
    project.commit("Without it");

    Assessment assessment = assess(project);

    assertThat(assessment.gates()).extracting(GateResult::row).doesNotContain("plan-guard");
    assertThat(row(assessment, "ownership").outcome()).isEqualTo(Outcome.BASELINED);
  }

  @Test
  void what_only_the_base_has_dropped_since_is_not_growth_of_the_branch() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");
    project.checkout("main");
    project.edit(
        "coord.yml", "{id: search, progress: 1/2 (50%)", "{id: search, progress: 2/2 (100%)");
    write(project, false);
    project.commit("Correct and drop");
    project.checkout("feature/api");

    assertThat(assess(project).gates())
        .extracting(GateResult::row)
        .contains("ownership")
        .doesNotContain("plan-guard");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: contradiction| kind: contradictoin| 6:12: \"kind\" must be contradiction, overdue or ownership, but is",
        "since: 2026-01-31| since: soon| \"since\" must be a date",
        "baseline: 1| baseline: 2| 2:11: \"baseline\" must be a whole number from 1 to 1",
        "findings:| findngs:| 5:1: \"findngs\" is not a key of a baseline. Perhaps \"findings\" was",
        "epic search| epic refunds| this finding is already known at .coord/baseline.yml:6",
        "kind: ownership| <<<<<<< main| .coord/baseline.yml:8:"
      })
  void a_damaged_baseline_judges_nothing_and_says_where(String text, String by, String said) {
    GitProject project = adopted();
    project.edit(FILE, text, by);

    for (Result result : List.of(check(project), write(project, true))) {
      assertThat(result.overall()).isEqualTo(Overall.ERROR);
      assertThat(texts(result)).anyMatch(line -> line.contains(said));
    }
    assertThat(new Coord().validate(settings(project)).overall()).isEqualTo(Overall.ERROR);
  }

  @Test
  void an_empty_file_is_not_an_empty_baseline() {
    GitProject project = adopted().file(FILE, "# nothing\n");

    assertThat(texts(check(project)))
        .containsExactly(
            ".coord/baseline.yml:1:1: the baseline is empty. Write it with mvn coord:baseline, or"
                + " take it from git; without a baseline, remove it.");
  }

  @Test
  void a_baseline_that_is_too_large_is_refused() {
    GitProject project = adopted();
    project.append(FILE, "#".repeat(PlanFile.MAX_BYTES));

    assertThat(texts(check(project)))
        .anyMatch(line -> line.startsWith(".coord/baseline.yml: the file has 1048577 bytes"));
  }

  @Test
  void a_link_is_never_followed() throws IOException {
    GitProject project = project();
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createSymbolicLink(project.path(".coord"), outside);

    Result result = write(project, false);

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).contains("is a symbolic link");
    assertThat(outside).isEmptyDirectory();
    assertThat(check(project).overall()).isEqualTo(Overall.ERROR);
  }

  @Test
  void a_damaged_baseline_of_the_base_is_no_empty_one_either() {
    GitProject project = adopted();
    project.append(FILE, "more: 1\n").commit("Damage it");
    project.checkout("feature/api");

    Result result = check(project);

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(texts(result))
        .anyMatch(line -> line.contains("on main, whose baseline judges this branch: "));
  }

  @Test
  void a_base_that_cannot_be_found_excuses_nothing() {
    GitProject project = adopted();
    project.checkout("feature/api").merge("main");

    Assessment assessment =
        assess(project, settings(project, "2026-01-31", Optional.of("nowhere")));

    assertThat(row(assessment, "ownership").outcome()).isNotEqualTo(Outcome.BASELINED);
    assertThat(row(assessment, "base-plan").breaks()).isTrue();
    assertThat(assessment.gates()).extracting(GateResult::row).doesNotContain("plan-guard");
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
        project(PLAN.replace("branch: feature/web, owns", "branch: gone, status: todo, owns"));

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

  @Test
  void without_a_repository_there_is_none() {
    GitProject project = GitProject.without(directory.resolve("shop")).file("coord.yml", PLAN);

    Result result = write(project, false);

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).contains(".coord/baseline.yml: a baseline names a commit: ");
  }

  @Test
  void a_plan_in_a_directory_has_it_beside_that_directory() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    project.file("sub/coord/a.yml", PLAN).commit("Begin");

    Result result =
        new Coord().baseline(Settings.in(project.path("sub")).clock(project.now()).build(), false);

    assertThat(texts(result))
        .anyMatch(line -> line.startsWith("sub/.coord/baseline.yml is written"));
    assertThat(project.path("sub/" + FILE)).exists();
    assertThat(new Coord().validate(Settings.in(project.path("sub")).build()).overall())
        .isEqualTo(Overall.PASSED);
  }

  @Test
  void no_pattern_takes_it_for_a_plan_and_nobody_trespasses_by_dropping_from_it() {
    GitProject project =
        project(
            PLAN.replace("coord: 1\n", "coord: 1\ninclude: [\"**/*.yml\"]\n")
                .replace("gates:\n", "boundaries: {unowned: fail}\ngates:\n"));
    write(project, false);
    project.commit("Adopt coord");
    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);
    project.checkout("feature/api").merge("main");
    project.git("rm", "-q", FILE);
    project.commit("Drop all");

    Result asked = new Coord().mayChange(settings(project), List.of(FILE));

    assertThat(row(assess(project), "ownership").outcome()).isEqualTo(Outcome.BASELINED);
    assertThat(texts(asked)).singleElement().asString().startsWith("YES " + FILE);
  }

  private GitProject project() {
    return project(PLAN);
  }

  /** On main; feature/api changes a file of web. */
  private GitProject project(String plan) {
    GitProject project = GitProject.in(directory.resolve("shop")).as("Ana", "ana@shop.example");
    project
        .on(Instant.parse("2026-01-20T12:00:00Z"))
        .file("coord.yml", plan)
        .file("api/app.py", "# api\n")
        .file("web/page.html", "<p>\n")
        .file("web/more.html", "<p>\n")
        .commit("Begin");
    project.git("branch", "feature/web");
    project.branch("feature/api").as("Ben", "ben@shop.example");
    project.append("web/page.html", "<br>\n").commit("Change the page");
    return project.checkout("main").as("Ana", "ana@shop.example");
  }

  private GitProject adopted() {
    return adopted("gates:\n");
  }

  private GitProject adopted(String gates) {
    GitProject project = project(PLAN.replace("gates:\n", gates));
    write(project, false);
    project.commit("Adopt coord");
    return project;
  }

  private static Settings settings(GitProject project) {
    return settings(project, "2026-01-31", Optional.empty());
  }

  private static Settings settings(GitProject project, String day, Optional<String> base) {
    return Settings.in(project.directory())
        .clock(Instant.parse(day + "T12:00:00Z"))
        .base(base)
        .build();
  }

  private static Result check(GitProject project) {
    return new Coord().check(settings(project));
  }

  private static Result write(GitProject project, boolean grow) {
    return write(project, grow, "2026-01-31");
  }

  private static Result write(GitProject project, boolean grow, String day) {
    return new Coord().baseline(settings(project, day, Optional.empty()), grow);
  }

  private static List<String> texts(Result result) {
    return result.console().stream()
        .map(ConsoleLine::text)
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  private static String read(GitProject project) {
    try {
      return Files.readString(project.path(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<GateResult> rows(GitProject project) {
    return assess(project).gates();
  }

  private static GateResult row(Assessment assessment, String id) {
    return assessment.gates().stream()
        .filter(row -> row.row().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Assessment assess(GitProject project) {
    return assess(project, settings(project));
  }

  private static Assessment assess(GitProject project, Settings settings) {
    return Repositories.open(
        project,
        opened -> {
          Pipeline.Outcome outcome =
              new Pipeline(settings, opened, project.path("target/coord"), false).run();
          return outcome
              .assessment()
              .orElseThrow(
                  () ->
                      new AssertionError(
                          outcome.problems().stream().map(Diagnostic::message).toList()));
        });
  }
}
