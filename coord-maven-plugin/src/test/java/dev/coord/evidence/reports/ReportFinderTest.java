package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.diagnostic.Location;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFinderTest {

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private static List<String> paths(ReportSet set) {
    return set.reports().stream().map(FoundReport::path).toList();
  }

  private void fill(String... paths) {
    for (String path : paths) {
      tree.write(path, "<x/>");
    }
  }

  @Test
  void what_a_build_copies_from_its_resources_is_no_report() {
    fill(
        "target/classes/junit.xml",
        "core/target/test-classes/coverage.xml",
        "app/build/resources/main/junit.xml",
        "core/target/surefire-reports/TEST-a.A.xml");

    FoundReports found = tree.find();

    assertThat(paths(found.tests())).containsExactly("core/target/surefire-reports/TEST-a.A.xml");
    assertThat(paths(found.coverage())).isEmpty();
  }

  @Test
  void the_default_places_of_common_tools_are_searched() {
    fill(
        "target/surefire-reports/TEST-a.A.xml",
        "core/target/surefire-reports/TEST-a.B.xml",
        "core/target/failsafe-reports/TEST-a.BIT.xml",
        "app/build/test-results/test/TEST-a.C.xml",
        "junit.xml",
        "backend/junit.xml",
        "reports/junit-py312.xml",
        "pytest-report.xml",
        "web/test-results.xml",
        "core/target/site/jacoco/jacoco.xml",
        "core/target/site/jacoco-it/jacoco.xml",
        "app/build/reports/jacoco/test/jacocoTestReport.xml",
        "coverage.xml",
        "web/coverage/cobertura-coverage.xml",
        "web/coverage/lcov.info",
        "web/coverage/lcov-report/index.html",
        "coverage.lcov");

    FoundReports found = tree.find();

    assertThat(paths(found.tests()))
        .containsExactly(
            "app/build/test-results/test/TEST-a.C.xml",
            "backend/junit.xml",
            "core/target/failsafe-reports/TEST-a.BIT.xml",
            "core/target/surefire-reports/TEST-a.B.xml",
            "junit.xml",
            "pytest-report.xml",
            "reports/junit-py312.xml",
            "target/surefire-reports/TEST-a.A.xml",
            "web/test-results.xml");
    assertThat(paths(found.coverage()))
        .containsExactly(
            "app/build/reports/jacoco/test/jacocoTestReport.xml",
            "core/target/site/jacoco-it/jacoco.xml",
            "core/target/site/jacoco/jacoco.xml",
            "coverage.lcov",
            "coverage.xml",
            "web/coverage/cobertura-coverage.xml",
            "web/coverage/lcov.info");
  }

  @Test
  void other_files_beside_reports_are_none() {
    fill(
        "target/surefire-reports/a.A.txt",
        "target/surefire-reports/testng-results.xml",
        "target/failsafe-reports/failsafe-summary.xml",
        "target/site/jacoco/index.html",
        "pom.xml");
    FoundReports found = tree.find();
    assertThat(found.tests().reports()).isEmpty();
    assertThat(found.coverage().reports()).isEmpty();
  }

  @Test
  void the_plan_replaces_the_defaults_of_its_kind_only() {
    fill("out/a.xml", "junit.xml", "coverage.xml");
    FoundReports found = tree.tests("out/*.xml", "").find();
    assertThat(paths(found.tests())).containsExactly("out/a.xml");
    assertThat(found.tests().plan()).contains(Location.of("coord.yml", 12, 5));
    assertThat(paths(found.coverage())).containsExactly("coverage.xml");
    assertThat(found.coverage().plan()).isEmpty();
  }

  @Test
  void a_file_that_several_patterns_cover_is_found_once_with_the_first_root() {
    fill("out/a.xml", "out/b.xml");
    FoundReports found = tree.tests("out/a.xml", "./backend/").tests("out/*.xml", "").find();
    assertThat(found.tests().reports())
        .extracting(FoundReport::path, FoundReport::root)
        .containsExactly(
            tuple("out/a.xml", Optional.of("backend")), tuple("out/b.xml", Optional.empty()));
  }

  @Test
  void a_root_of_a_dot_is_the_work_tree() {
    fill("out/a.xml");
    assertThat(tree.tests("out/a.xml", ".").find().tests().reports().get(0).roots())
        .containsExactly("");
  }

  @Test
  void a_pattern_of_a_directory_means_its_xml_files() {
    fill("out/a.xml", "out/a.txt", "out/deep/b.xml");
    assertThat(paths(tree.tests("out/", "").find().tests()))
        .containsExactly("out/a.xml", "out/deep/b.xml");
  }

  @Test
  void a_pattern_of_a_directory_means_the_files_that_end_as_reports_of_its_kind_do() {
    fill("out/a.xml", "out/lcov.info", "out/py.lcov", "out/index.html");
    FoundReports found = tree.tests("out/", "").coverage("out/", "").find();
    assertThat(paths(found.tests())).containsExactly("out/a.xml");
    assertThat(paths(found.coverage()))
        .containsExactly("out/a.xml", "out/lcov.info", "out/py.lcov");
  }

  @Test
  void a_pattern_of_a_file_may_have_any_ending() {
    fill("out/a.junit", "out/b.txt");
    assertThat(paths(tree.tests("out/*.junit", "").find().tests())).containsExactly("out/a.junit");
  }

  @Test
  void foreign_and_excluded_directories_are_not_searched() {
    fill(
        "node_modules/x/junit.xml",
        ".venv/lib/junit.xml",
        "venv/junit.xml",
        ".tox/py312/junit.xml",
        "target/coord/junit.xml",
        "kept/junit.xml");
    FoundReports found =
        new ReportFinder(
                directory, List.of(directory.resolve("x/../target/coord")), new TreeSet<>())
            .find(tree.sources(), List.of());
    assertThat(paths(found.tests())).containsExactly("kept/junit.xml");
  }

  @Test
  void a_directory_with_committed_files_is_the_teams_own_whatever_its_name() {
    fill(
        "venv/target/surefire-reports/TEST-a.A.xml",
        "venv2/.venv/junit.xml",
        "web/node_modules/x/junit.xml",
        "sub/.git",
        "sub/junit.xml",
        "own/.git",
        "own/junit.xml",
        ".git/junit.xml");
    tree.tracked("venv/pom.xml", "venv2/a.py", "web/node_modules.txt", "sub", "own/x.txt");
    tree.tracked(".git/x");

    assertThat(paths(tree.find().tests()))
        .containsExactly("own/junit.xml", "venv/target/surefire-reports/TEST-a.A.xml");
  }

  @Test
  void nested_repositories_and_linked_worktrees_have_their_own_reports() {
    fill(
        ".git/HEAD",
        "junit.xml",
        "clone/.git/HEAD",
        "clone/junit.xml",
        "wt/.git",
        "wt/sub/junit.xml");
    assertThat(paths(tree.find().tests())).containsExactly("junit.xml");
  }

  @Test
  void symbolic_links_are_neither_taken_nor_followed() throws Exception {
    fill("real/junit.xml");
    Files.createSymbolicLink(directory.resolve("junit.xml"), directory.resolve("real/junit.xml"));
    Files.createSymbolicLink(directory.resolve("loop"), directory);
    assertThat(paths(tree.find().tests())).containsExactly("real/junit.xml");
  }

  @Test
  void a_directory_with_the_name_of_a_report_is_none() {
    fill("junit.xml/x");
    assertThat(tree.find().tests().reports()).isEmpty();
  }

  @Test
  void the_search_ends_at_its_limit_and_says_so() {
    fill("a/1.txt", "a/2.txt", "junit.xml");
    FoundReports whole =
        new ReportFinder(directory, List.of(), new TreeSet<>(), 5).find(tree.sources(), List.of());
    assertThat(whole.tests().complete()).isTrue();
    assertThat(paths(whole.tests())).containsExactly("junit.xml");
    FoundReports part =
        new ReportFinder(directory, List.of(), new TreeSet<>(), 4).find(tree.sources(), List.of());
    assertThat(part.tests().complete()).isFalse();
    assertThat(part.coverage().complete()).isFalse();
  }

  @Test
  void a_work_tree_that_is_not_there_is_an_error() {
    assertThatThrownBy(
            () ->
                new ReportFinder(directory.resolve("no"), List.of(), new TreeSet<>())
                    .find(tree.sources(), List.of()))
        .isInstanceOf(UncheckedIOException.class);
  }
}
