package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.GateResult;
import dev.coord.evidence.Proof;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests are held against those that were recorded on the base. */
class FormerTestsTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams: [{id: a, branch: feature/a, owns: [/a/]}]
      gates:
        - tests: {vanished: "= 0"%s}
      """;

  private static final Instant CLOCK = Instant.parse("2026-11-21T12:00:00Z");
  private static final String REPORT = "target/surefire-reports/TEST-shop.xml";

  @TempDir Path directory;

  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop"));
    project.file(".gitignore", "target\n").file("coord.yml", PLAN.formatted(""));
    project.file("a/src/test/java/shop/ATest.java", "class ATest {}\n");
    project.file("b/src/test/java/shop/BTest.java", "class BTest {}\n").commit("Plan");
  }

  /** A report of tests {@code class#name}. */
  private static String report(String... tests) {
    StringBuilder cases = new StringBuilder();
    for (String test : tests) {
      String[] parts = test.split("#");
      cases.append(
          String.format(
              Locale.ROOT,
              "<testcase name=\"%s\" classname=\"%s\" time=\"0.1\"/>%n",
              parts[1],
              parts[0]));
    }
    return "<testsuite name=\"shop\" tests=\"" + tests.length + "\">\n" + cases + "</testsuite>";
  }

  private Settings settings(boolean record, String report) {
    project.file(REPORT, report);
    try {
      Files.setLastModifiedTime(project.path(REPORT), FileTime.from(CLOCK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Settings.in(project.directory())
        .clock(CLOCK)
        .sessionStart(Optional.of(Instant.EPOCH))
        .record(record)
        .build();
  }

  private Result record(String... tests) {
    Result result = new Coord().site(settings(true, report(tests)));
    assertThat(project.git("notes", "--ref=coord-tests", "show", "HEAD")).contains("\"classes\":");
    return result;
  }

  private String commit(String name) {
    return project.file(name, name).commit("Add " + name);
  }

  /** What {@code coord:check} says of the gate. */
  private GateResult check(String... tests) {
    List<GateResult> rows =
        KnownShop.assess(project, settings(false, report(tests))).gates().stream()
            .filter(row -> row.row().equals("tests.vanished"))
            .toList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void a_test_that_the_last_run_before_head_had_is_missed_by_its_name() {
    record("shop.ATest#old");
    commit("one");
    record("shop.ATest#one", "shop.BTest#two", "shop.BTest#three");
    String last = project.git("rev-parse", "HEAD");
    commit("two");

    assertThat(check("shop.BTest#three", "shop.BTest#two", "shop.ATest#one").outcome())
        .isEqualTo(Outcome.PASSED);
    GateResult row = check("shop.ATest#one", "shop.BTest#two", "shop.CTest#four");

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary())
        .isEqualTo(
            "1 != 0 (+1, 3 tests at "
                + last.substring(0, 7)
                + " of 2026-11-21; without shop.BTest#three)");
    assertThat(row.verdict().proof()).extracting(Proof::text).containsExactly("shop.BTest#three");
    assertThat(row.verdict().proof()).allMatch(p -> p.commit().equals(Optional.of(last)));
    assertThat(row.verdict().attested()).isTrue();
  }

  @Test
  void git_shows_the_names_a_line_for_each_class_with_its_source() {
    record("shop.BTest#two", "shop.ATest#one", "shop.BTest#one", "shop.BTest#one");

    assertThat(project.git("notes", "--ref=coord-tests", "show", "HEAD"))
        .isEqualTo(
            """
            {"schema_version":1,"commit":"%s","judged_on":"2026-11-21","classes":[
            {"class":"shop.ATest","file":"a/src/test/java/shop/ATest.java","tests":["one"]}
            ,{"class":"shop.BTest","file":"b/src/test/java/shop/BTest.java","tests":["one","two"]}]}"""
                .formatted(project.git("rev-parse", "HEAD")));
  }

  @Test
  void a_renamed_class_has_vanished_and_is_new_and_that_is_said() {
    record("shop.ATest#one", "shop.ATest#two", "shop.BTest#one");
    commit("one");

    GateResult row = check("shop.NewTest#one", "shop.NewTest#two", "shop.BTest#one");

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary()).endsWith("; perhaps renamed: shop.ATest as shop.NewTest)");
  }

  @Test
  void a_part_is_compared_by_the_source_that_the_record_names() {
    project.file("coord.yml", PLAN.formatted(", of: {workstream: a}")).commit("Only a");
    record("shop.ATest#one", "shop.ATest#two", "shop.BTest#one");
    project.delete("a/src/test/java/shop/ATest.java").commit("Remove");

    assertThat(check("shop.BTest#one").verdict().summary()).startsWith("2 != 0 (+2, 2 tests at ");
    project.file("a/src/test/java/shop/ATest.java", "class ATest {}\n").commit("Again");
    assertThat(check("shop.ATest#one", "shop.ATest#two", "shop.BTest#two").outcome())
        .as("what vanished from b is not of a")
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_vanished_test_of_no_known_source_leaves_a_part_unknown() {
    project.file("coord.yml", PLAN.formatted(", of: {workstream: a}")).commit("Only a");
    record("shop.ATest#one", "elsewhere.XTest#one");
    commit("one");

    GateResult row = check("shop.ATest#one");

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary())
        .isEqualTo("nobody can tell which file elsewhere.XTest#one is in");
  }

  @Test
  void one_that_is_gone_on_purpose_is_waived_by_its_name() {
    project
        .file(
            "coord.yml",
            PLAN.formatted("")
                + "waivers:\n  - {gate: tests, finding: \"shop.ATest#old\", owner: ana,"
                + " reason: gone, until: 2026-12-31}\n")
        .commit("Waive");
    record("shop.ATest#old", "shop.ATest#one");
    commit("one");

    assertThat(check("shop.ATest#one").outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(check("shop.ATest#other").outcome())
        .as("another one vanished, too")
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void the_record_of_the_judged_commit_itself_does_not_count() {
    record("shop.ATest#one", "shop.ATest#two");
    commit("one");
    record("shop.ATest#one");

    assertThat(check("shop.ATest#one").outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void what_a_branch_records_of_itself_is_not_what_it_is_held_against() {
    record("shop.ATest#one", "shop.ATest#two");
    project.branch("feature/a");
    commit("one");
    record("shop.ATest#one");
    commit("two");

    assertThat(check("shop.ATest#one").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(check("shop.ATest#one", "shop.ATest#two").outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void what_was_recorded_on_a_merged_branch_is_none_of_the_base() {
    record("shop.ATest#one", "shop.ATest#two");
    project.branch("feature/a");
    commit("one");
    record("shop.ATest#one");
    project.checkout("main").merge("feature/a");

    assertThat(check("shop.ATest#one").outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_run_that_tells_of_no_test_is_passed_over() {
    record("shop.ATest#one", "shop.ATest#two");
    commit("one");
    Settings settings = settings(true, report("shop.ATest#one"));
    project.delete(REPORT);
    new Coord().site(settings);
    commit("two");

    assertThat(check("shop.ATest#one").outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_note_that_was_copied_from_another_commit_is_no_record() {
    commit("one");
    record("shop.ATest#one", "shop.ATest#two");
    String one = project.git("rev-parse", "HEAD");
    String two = commit("two");
    project.git("notes", "--ref=coord-tests", "copy", one, two);
    project.git("notes", "--ref=coord-tests", "remove", one);
    commit("three");

    assertThat(check("shop.ATest#one").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_note_of_another_form_is_passed_over() {
    record("shop.ATest#one", "shop.ATest#two");
    commit("one");
    project.git("notes", "--ref=coord-tests", "add", "-m", "{\"classes\": [1]}");
    commit("two");

    assertThat(check("shop.ATest#one").outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void without_a_record_it_is_unknown_and_says_how_to_have_one() {
    GateResult gate = check("shop.ATest#one");

    assertThat(gate.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(gate.verdict().summary()).isEqualTo("no run with tests is recorded on the base");
    assertThat(gate.verdict().remedy())
        .isEqualTo(
            "Run coord:site -Dcoord.record on the integration branch with test reports, and fetch"
                + " refs/notes/coord-tests (git fetch origin"
                + " refs/notes/coord-tests:refs/notes/coord-tests); of a shallow clone, fetch all"
                + " (fetch-depth: 0).");
  }

  @Test
  void a_head_on_no_branch_has_no_base_to_be_held_against() {
    record("shop.ATest#one");
    commit("one");
    project.git("checkout", "-q", "--detach");
    project.file("one", "changed, and whose change that is nobody knows");

    assertThat(check("shop.ATest#one").verdict().summary())
        .isEqualTo("it cannot be told whose recorded runs this is compared with");
  }

  @Test
  void pages_and_status_tell_what_vanished_and_what_is_new() throws IOException {
    record("shop.ATest#one", "shop.BTest#gone");
    commit("one");

    new Coord().site(settings(false, report("shop.ATest#one", "shop.ATest#two")));

    String site = "target/coord/";
    assertThat(Files.readString(project.path(site + "tests.html.md")))
        .contains("## Since the recorded run", "which had 2 tests by name: 1 vanished, 1 are new")
        .contains("shop.BTest#gone", "shop.ATest#two");
    assertThat(Files.readString(project.path(site + "status.json")))
        .containsSubsequence(
            "\"since\": {", "\"vanished\": 1", "\"vanished_tests\"", "shop.BTest#gone");
  }
}
