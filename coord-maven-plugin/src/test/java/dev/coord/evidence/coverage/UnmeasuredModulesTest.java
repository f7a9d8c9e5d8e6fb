package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmeasuredModulesTest {

  private static final String CORE = "core/target/site/jacoco/jacoco.xml";

  /** Before the real reports were made. */
  private static final Instant SESSION = Instant.parse("2026-11-21T00:00:00Z");

  private static final String MAIN = "app/src/main/java/shop/Main.java";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory).session(SESSION).build("core").build("app");
    tree.copy("jacoco/core.xml", CORE).write(MAIN, "class Main {" + "\n".repeat(40) + "}");
  }

  private Observation<CoverageResults> observe() {
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  @Test
  void a_module_with_sources_and_without_a_report_is_unknown() {
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "module app has sources, but no coverage report of this build measures them. Give it a"
                + " test, add a report over all modules (jacoco:report-aggregate), or say under"
                + " evidence.coverage which reports count.");
  }

  @Test
  void several_are_named_in_order() {
    tree.build("web").write("web/src/main/java/W.java", "").build("api");
    tree.write("api/src/main/java/A.java", "");

    assertThat(WorkTree.unknown(observe()))
        .startsWith("modules api, app, web have sources, but no coverage report of this build")
        .contains(" Give each a test,");
  }

  @Test
  void the_root_of_the_repository_is_a_dot() {
    tree.build("")
        .write("src/main/java/R.java", "")
        .copy("jacoco/app.xml", "app/target/site/jacoco/jacoco.xml");

    assertThat(WorkTree.unknown(observe())).startsWith("module . has sources");
  }

  @Test
  void a_module_with_a_report_of_this_session_is_measured() {
    tree.copy("jacoco/app.xml", "app/target/site/jacoco/jacoco.xml");

    assertThat(observe().isKnown()).isTrue();
  }

  @Test
  void a_module_that_another_report_measures_needs_none_of_its_own() {
    tree.tracked(MAIN)
        .copy("jacoco/aggregate.xml", "report/target/site/jacoco-aggregate/jacoco.xml");

    assertThat(observe().isKnown()).isTrue();
  }

  @Test
  void so_does_a_module_whose_sources_are_not_committed_yet() {
    tree.copy("jacoco/aggregate.xml", "report/target/site/jacoco-aggregate/jacoco.xml");

    assertThat(observe().isKnown()).isTrue();
  }

  @Test
  void a_module_without_code_needs_no_report() throws Exception {
    Files.delete(directory.resolve(MAIN));
    tree.write("app/src/main/java/package-info.java", "/** Nothing. */ package shop;");

    assertThat(observe().isKnown()).isTrue();
  }

  @Test
  void a_module_that_does_not_report_coverage_is_not_asked() {
    tree = new WorkTree(directory).session(SESSION).build("app", true, false);

    assertThat(observe().isKnown()).isTrue();
  }

  @Test
  void where_the_plan_says_which_reports_count_they_count() {
    tree.coverage("/core/target/site/jacoco/jacoco.xml", "");

    assertThat(observe().isKnown()).isTrue();
  }
}
