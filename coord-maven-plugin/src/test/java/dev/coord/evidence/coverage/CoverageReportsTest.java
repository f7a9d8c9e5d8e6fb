package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of real tools, and what the same run printed: see the README beside them. */
class CoverageReportsTest {

  private static final String CORE = "core/target/site/jacoco/jacoco.xml";
  private static final String APP = "app/target/site/jacoco/jacoco.xml";
  private static final String AGGREGATE = "report/target/site/jacoco-aggregate/jacoco.xml";
  private static final String BASKET = "core/src/main/java/shop/core/Basket.java";
  private static final String MAIN = "app/src/main/java/shop/Main.java";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<CoverageResults> observe() {
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  private CoverageResults results() {
    return WorkTree.known(observe());
  }

  private FileCoverage file(String path) {
    return results().files().stream()
        .filter(file -> file.path().equals(Optional.of(path)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void jacoco_totals_are_those_of_its_csv() {
    tree.copy("jacoco/core.xml", CORE);
    assertThat(results().count()).isEqualTo(new CoverageCount(12, 17, 4, 8));
    tree.copy("jacoco/app.xml", APP);
    assertThat(results().count()).isEqualTo(new CoverageCount(18, 25, 5, 10));
  }

  @Test
  void jacoco_lines_are_those_of_the_report() {
    tree.copy("jacoco/core.xml", CORE).tracked(BASKET);
    FileCoverage file = file(BASKET);
    assertThat(file.name()).isEqualTo("shop/core/Basket.java");
    assertThat(file.line(2)).isEqualTo(11);
    assertThat(file.covered(2)).isTrue();
    assertThat(file.branches(2)).isEqualTo(4);
    assertThat(file.coveredBranches(2)).isEqualTo(2);
    assertThat(file.line(3)).isEqualTo(12);
    assertThat(file.covered(3)).isFalse();
  }

  @Test
  void a_jacoco_report_is_as_old_as_its_last_session() {
    tree.copy("jacoco/core.xml", CORE);
    assertThat(results().reports()).extracting(ReportFile::format).containsExactly("JaCoCo XML");
    assertThat(results().reports().get(0).time())
        .isAfter(Instant.parse("2026-11-21T00:00:00Z"))
        .isBefore(WorkTree.WRITTEN);
  }

  @Test
  void an_aggregate_beside_the_reports_of_its_modules_changes_nothing() {
    tree.copy("jacoco/core.xml", CORE).copy("jacoco/app.xml", APP).tracked(BASKET, MAIN);
    CoverageResults modules = results();
    tree.copy("jacoco/aggregate.xml", AGGREGATE);
    assertThat(results().files()).isEqualTo(modules.files());
    assertThat(results().reports()).hasSize(3);
  }

  @Test
  void sources_that_are_not_committed_count_once_too() {
    tree.copy("jacoco/core.xml", CORE)
        .copy("jacoco/app.xml", APP)
        .copy("jacoco/aggregate.xml", AGGREGATE);
    assertThat(results().count()).isEqualTo(new CoverageCount(18, 25, 5, 10));
    assertThat(results().files()).allMatch(file -> file.path().isEmpty());
  }

  @Test
  void the_groups_of_an_aggregate_tell_modules_apart() {
    tree.copy("jacoco/aggregate.xml", AGGREGATE)
        .tracked(BASKET, MAIN, "copy/src/main/java/shop/core/Basket.java");
    assertThat(results().files())
        .extracting(FileCoverage::path)
        .containsExactly(Optional.of(MAIN), Optional.of(BASKET));
  }

  @Test
  void the_groups_of_an_aggregate_are_modules_by_the_names_that_their_poms_give() {
    String pom = "<project><parent><artifactId>%s</artifactId></parent><artifactId>%s</artifactId>";
    String one = "one/src/main/java/shop/core/Basket.java";
    String two = "two/src/main/java/shop/core/Basket.java";
    tree.copy("jacoco/aggregate.xml", AGGREGATE)
        .write("one/pom.xml", pom.formatted("x", "core") + "</project>")
        .write("two/pom.xml", pom.formatted("core", "x") + "</project>")
        .write("broken/pom.xml", pom.formatted("x", "core"))
        .tracked("one/pom.xml", "two/pom.xml", "broken/pom.xml", "gone/pom.xml")
        .tracked(one, two, MAIN);
    assertThat(results().files())
        .extracting(FileCoverage::path)
        .containsExactly(Optional.of(MAIN), Optional.of(one));
  }

  @Test
  void a_module_finds_its_own_file_before_others() {
    tree.copy("jacoco/core.xml", CORE)
        .tracked(BASKET, "core/src/main/java9/shop/core/Basket.java")
        .tracked("copy/src/main/java/shop/core/Basket.java");
    assertThat(file(BASKET).size()).isEqualTo(17);
  }

  @Test
  void a_report_of_one_module_tells_of_no_file_of_another() {
    String other = "b/src/main/java/shop/core/Basket.java";
    tree.copy("jacoco/core.xml", CORE).tracked("core/pom.xml", other);
    assertThat(results().files()).extracting(FileCoverage::path).containsOnly(Optional.empty());

    tree.copy("jacoco/core.xml", "core/target/site/jacoco-it/jacoco.xml");
    assertThat(results().files()).extracting(FileCoverage::path).containsOnly(Optional.empty());

    tree.copy("jacoco/core.xml", "core/target/site/jacoco-aggregate/jacoco.xml");
    assertThat(file(other).size()).isEqualTo(17);
  }

  @Test
  void a_file_that_fits_two_committed_ones_is_unknown_and_names_both() {
    tree.copy("jacoco/core.xml", AGGREGATE)
        .tracked("a/src/main/java/shop/core/Basket.java", "b/src/main/java/shop/core/Basket.java");
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            AGGREGATE
                + ": shop/core/Basket.java fits both a/src/main/java/shop/core/Basket.java and"
                + " b/src/main/java/shop/core/Basket.java. Say in evidence.coverage which directory"
                + " its paths are relative to (root: DIRECTORY).");
  }

  @Test
  void the_root_in_the_plan_decides() {
    tree.coverage("report/target/site/**", "b")
        .copy("jacoco/core.xml", AGGREGATE)
        .tracked("a/src/main/java/shop/core/Basket.java", "b/src/main/java/shop/core/Basket.java");
    assertThat(file("b/src/main/java/shop/core/Basket.java").size()).isEqualTo(17);
  }

  @Test
  void the_root_in_the_plan_is_the_only_place() {
    tree.coverage("report/target/site/**", "c").copy("jacoco/core.xml", AGGREGATE).tracked(BASKET);
    assertThat(results().files().get(0).path()).isEmpty();
  }

  @Test
  void code_without_line_numbers_is_unknown() {
    tree.copy("jacoco/core-g-none.xml", CORE);
    assertThat(WorkTree.unknown(observe()))
        .startsWith(CORE + ":1:")
        .endsWith(
            ": a class does not tell its source file. Compile with debug information (javac -g), or"
                + " exclude these classes from the report.");
    tree.copy("jacoco/core-g-lines.xml", CORE);
    assertThat(WorkTree.unknown(observe())).contains(": a class does not tell its source file.");
  }

  @Test
  void coverage_py_totals_are_those_that_it_printed() {
    tree.copy("cobertura/coverage-py.xml", "coverage.xml");
    // 13 statements, 4 missed; 4 branches
    assertThat(results().count()).isEqualTo(new CoverageCount(9, 13, 1, 4));
    tree.copy("cobertura/coverage-py-two-sources.xml", "coverage.xml");
    // 26 statements, 10 missed; 8 branches
    assertThat(results().count()).isEqualTo(new CoverageCount(16, 26, 2, 8));
    assertThat(results().reports().get(0).format()).isEqualTo("Cobertura XML");
    assertThat(results().reports().get(0).time()).isBefore(WorkTree.WRITTEN);
  }

  @Test
  void coverage_py_files_are_found_by_the_directory_it_ran_in_elsewhere() {
    tree.copy("cobertura/coverage-py.xml", "coverage.xml")
        .tracked("shop/__init__.py", "shop/basket.py", "basket.py", "lib/basket.py");
    assertThat(file("shop/basket.py").size()).isEqualTo(13);
    assertThat(file("shop/__init__.py").size()).isZero();
    tree.copy("cobertura/coverage-py-two-sources.xml", "backend/coverage.xml")
        .tracked("backend/lib/helper.py", "backend/shop/basket.py");
    assertThat(file("backend/lib/helper.py").size()).isEqualTo(13);
  }

  @Test
  void gcovr_totals_are_those_that_it_printed() {
    tree.copy("cobertura/gcovr.xml", "build/cobertura.xml")
        .tracked("src/basket.c", "src/basket.h", "src/main.c");
    assertThat(results().count()).isEqualTo(new CoverageCount(5, 6, 3, 6));
    assertThat(file("src/basket.h").count()).isEqualTo(new CoverageCount(1, 1, 1, 2));
  }

  @Test
  void istanbul_totals_are_those_that_it_printed_with_branches_it_puts_on_no_line() {
    tree.copy("cobertura/istanbul.xml", "web/coverage/cobertura-coverage.xml")
        .tracked("web/src/basket.js");
    assertThat(results().count()).isEqualTo(new CoverageCount(6, 7, 5, 8));
    assertThat(file("web/src/basket.js").count()).isEqualTo(new CoverageCount(6, 7, 2, 4));
    assertThat(results().files())
        .extracting(FileCoverage::name)
        .contains("branches without a line (web/coverage/cobertura-coverage.xml)");
  }

  @Test
  void reports_of_different_formats_merge_by_file() {
    tree.copy("jacoco/core.xml", CORE)
        .tracked(BASKET)
        .write(
            "coverage.xml",
            "<coverage><packages><package><classes><class filename='"
                + BASKET
                + "'><lines>"
                + "<line number='12' hits='1'/><line number='99' hits='0'/>"
                + "</lines></class></classes></package></packages></coverage>");
    assertThat(file(BASKET).count()).isEqualTo(new CoverageCount(13, 18, 4, 8));
  }

  @Test
  void a_report_without_lines_is_unknown() {
    tree.write(CORE, "<report name='core'/>");
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "no line of code is in "
                + CORE
                + ". Check what the coverage tool measures, and run it again (mvn verify).");
  }

  @Test
  void no_report_is_unknown() {
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "no coverage report was found (looked for target/site/jacoco/jacoco.xml and 11"
                + " more patterns). Run the tests with coverage first (mvn verify), or name the reports"
                + " under evidence.coverage.");
  }

  @Test
  void other_formats_are_unknown_and_named() {
    String remedy =
        " Name only reports in JaCoCo, Cobertura or Clover XML, LCOV, Go cover profiles and"
            + " coverage.py's JSON under evidence.coverage.";
    tree.write("coverage.xml", "<CoverageSession/>");
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "coverage.xml:1:1: this is neither JaCoCo, Cobertura nor Clover XML: its root element is"
                + " <CoverageSession>."
                + remedy);
    tree.write("coverage.xml", "<coverage version='4'><project><file/></project></coverage>");
    assertThat(WorkTree.unknown(observe()))
        .contains(": this is not Cobertura XML: it has no <packages>." + remedy);
  }

  @Test
  void very_old_sessions_make_a_copied_report_stale() {
    tree.write(
        CORE,
        "<report><sessioninfo id='a' start='1' dump='1000'/>"
            + "<sessioninfo id='b' start='1' dump='2000'/></report>");
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "coverage report "
                + CORE
                + " is older than the last commit. Run the tests with coverage again (mvn verify).");
  }
}
