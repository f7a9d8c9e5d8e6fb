package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloverXmlTest {

  private static final String NOW = "generated='1796126400'";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<CoverageResults> observe(String xml) {
    tree.write("build/logs/clover.xml", xml);
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  private Observation<CoverageResults> file(String root, String inside) {
    return observe(
        "<coverage "
            + root
            + "><project><package name='shop'><file name='Cart.php' path='/ci/shop/src/Cart.php'>"
            + inside
            + "</file></package></project></coverage>");
  }

  private FileCoverage only(String root, String inside) {
    CoverageResults results = WorkTree.known(file(root, inside));
    assertThat(results.files()).hasSize(1);
    return results.files().get(0);
  }

  private static String metrics(int statements, int covered, int conditionals, int taken) {
    return "<metrics statements='%d' coveredstatements='%d' conditionals='%d'"
            .formatted(statements, covered, conditionals)
        + " coveredconditionals='%d'/>".formatted(taken);
  }

  @Test
  void lines_are_those_of_statements_and_not_the_heads_of_methods() {
    tree.tracked("src/Cart.php", "web/src/Main.php");
    FileCoverage file =
        only(
            NOW,
            "<line num='3' type='method' count='0'/><line num='4' type='stmt' count='99999999999'/>"
                + "<line num='5' type='stmt' count='0'/>"
                + metrics(2, 1, 0, 0));

    assertThat(file.count()).isEqualTo(new CoverageCount(1, 2, 0, 0));
    assertThat(file.path()).isEqualTo(Optional.of("src/Cart.php"));
    assertThat(file.line(0)).isEqualTo(4);
  }

  @Test
  void a_condition_has_two_branches_that_were_taken_when_it_was_true_and_when_it_was_false() {
    FileCoverage file =
        only(
            "clover='4.5.2' " + NOW,
            metrics(1, 1, 4, 3)
                + "<line num='4' type='stmt' count='7'/>"
                + "<line num='4' type='cond' truecount='5' falsecount='2'/>"
                + "<line num='4' type='cond' truecount='0' falsecount='7'/>");

    assertThat(file.count()).isEqualTo(new CoverageCount(1, 1, 3, 4));
  }

  @Test
  void istanbul_writes_how_many_branches_of_a_line_were_taken_and_how_many_were_not() {
    FileCoverage file =
        only(
            "clover='3.2.0' " + NOW,
            metrics(2, 1, 7, 3)
                + "<line num='4' type='cond' count='1' truecount='2' falsecount='2'/>"
                + "<line num='9' type='cond' count='0' truecount='0' falsecount='2'/>");

    assertThat(file.count()).isEqualTo(new CoverageCount(1, 2, 3, 7));
    assertThat(file.branches(0)).isEqualTo(4);
    assertThat(file.unplacedBranches()).isEqualTo(1);
  }

  @Test
  void the_release_that_istanbul_names_tells_its_meaning_where_both_would_add_up() {
    FileCoverage file =
        only(
            "clover='3.2.0' " + NOW,
            metrics(2, 2, 4, 3)
                + "<line num='4' type='cond' count='1' truecount='2' falsecount='0'/>"
                + "<line num='9' type='cond' count='1' truecount='1' falsecount='1'/>");

    assertThat(file.coveredBranches(0)).isEqualTo(2);
    assertThat(file.coveredBranches(1)).isEqualTo(1);
  }

  @Test
  void tests_that_openclover_measures_too_do_not_count() {
    CoverageResults results =
        WorkTree.known(
            observe(
                "<coverage clover='4.5.2' generated='1796126400'><project><file path='/a/A.java'>"
                    + "<line num='1' type='stmt' count='1'/></file></project><testproject>"
                    + "<file path='/a/ATest.java'><line num='1' type='stmt' count='1'/></file>"
                    + "</testproject></coverage>"));

    assertThat(results.files()).extracting(FileCoverage::name).containsExactly("/a/A.java");
  }

  @ParameterizedTest
  @CsvSource({"1796126400", "1796126400000"})
  void the_time_is_told_in_seconds_or_milliseconds(String generated) {
    CoverageResults results =
        WorkTree.known(
            file("generated='" + generated + "'", "<line num='1' type='stmt' count='1'/>"));

    assertThat(results.reports().get(0).time()).isEqualTo(Instant.parse("2026-12-01T12:00:00Z"));
    assertThat(results.reports().get(0).format()).isEqualTo("Clover XML");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<line num='1' count='1' type='odd'/> | a line is of type \"odd\", not stmt, cond or",
        "<line num='0' count='1' type='stmt'/> | num",
        "<line num='99999999999' count='1' type='stmt'/> | num",
        "<line num='1' count='-1' type='stmt'/> | count",
        "<line num='1' type='stmt'/> | count",
        "<line num='1' type='cond' count='1' truecount='1'/> | falsecount",
      })
  void lines_that_are_none_make_the_report_unknown(String line, String problem) {
    assertThat(WorkTree.unknown(file(NOW, line)))
        .startsWith("build/logs/clover.xml:1:")
        .contains(problem)
        .endsWith("Run the tool that writes this report again.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|1|0|0| ",
        "1|0|0|0| states 0 of 1 statements, but lists 1 of 1",
        "0|0|0|0| states 0 of 0 statements, but lists 1 of 1",
        "1|1|0|1| metrics state 1 of 0 conditionals",
        "2|2|1|1| ",
      })
  void statements_that_contradict_the_lines_make_the_report_unknown(
      int statements, int covered, int conditionals, int taken, String problem) {
    Observation<CoverageResults> seen =
        file(
            NOW,
            "<line num='1' type='stmt' count='1'/>"
                + metrics(statements, covered, conditionals, taken));

    assertThat(seen.isKnown()).isEqualTo(problem == null);
    assertThat(problem == null ? "" : WorkTree.unknown(seen))
        .contains(problem == null ? "" : problem);
  }

  @Test
  void statements_without_any_line_and_other_branches_than_stated_are_contradictions() {
    assertThat(WorkTree.unknown(file(NOW, metrics(3, 3, 0, 0))))
        .contains(": /ci/shop/src/Cart.php states 3 of 3 statements, but lists 0 of 0.");
    assertThat(
            WorkTree.unknown(
                file(
                    NOW,
                    "<line num='1' type='cond' truecount='3' falsecount='0'/>"
                        + metrics(0, 0, 2, 2))))
        .contains(": /ci/shop/src/Cart.php has other branches than its metrics state.");
  }

  @Test
  void a_project_that_counts_more_than_its_files_makes_the_report_unknown() {
    String file =
        "<file name='a.py' path='src/a.py'>%s<line num='1' type='stmt' count='1'/></file>";
    String report = "<coverage " + NOW + "><project>%s%s</project></coverage>";
    String whole = file.formatted(metrics(1, 1, 0, 0));

    assertThat(WorkTree.unknown(observe(report.formatted(metrics(10, 1, 0, 0), whole))))
        .contains("clover.xml:1:298: the project states 1 of 10 statements, but its files 1 of 1.");
    assertThat(WorkTree.unknown(observe(report.formatted(whole, metrics(2, 1, 0, 0)))))
        .contains("the project states 1 of 2 statements, but its files 1 of 1.");
    assertThat(WorkTree.unknown(observe(report.formatted(metrics(2, 1, 0, 0), file.formatted("")))))
        .contains("the project states 1 of 2 statements, but its files 1 of 1.");
    assertThat(WorkTree.known(observe(report.formatted(metrics(1, 1, 0, 0), whole))).count())
        .isEqualTo(new CoverageCount(1, 1, 0, 0));
  }

  @Test
  void a_report_without_a_project_and_one_that_was_cut_off_are_unknown() {
    assertThat(WorkTree.unknown(observe("<coverage generated='1796126400'/>")))
        .startsWith("build/logs/clover.xml:1:1: this is not Clover XML: it has no <project>.");
    assertThat(
            WorkTree.unknown(
                observe("<coverage generated='1796126400'><project><file path='/a/A.java'>")))
        .startsWith("build/logs/clover.xml:1:");
  }

  @Test
  void an_external_entity_is_not_read() {
    assertThat(
            WorkTree.unknown(
                observe(
                    "<!DOCTYPE coverage [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + "<coverage generated='1796126400'><project><file path='&x;'>"
                        + "<line num='1' type='stmt' count='1'/></file></project></coverage>")))
        .startsWith("build/logs/clover.xml:1:");
  }

  @Test
  void clover_beside_lcov_of_the_same_run_counts_once() {
    tree.tracked("src/Cart.php");
    tree.write(
        "coverage/lcov.info",
        "SF:src/Cart.php\nDA:4,1\nDA:9,0\nBRDA:4,0,0,1\nBRDA:4,0,1,0\nend_of_record\n");
    CoverageResults results =
        WorkTree.known(
            file(
                "clover='3.2.0' " + NOW,
                metrics(2, 1, 2, 1)
                    + "<line num='4' type='cond' count='1' truecount='1' falsecount='1'/>"
                    + "<line num='9' type='stmt' count='0'/>"));

    assertThat(results.count()).isEqualTo(new CoverageCount(1, 2, 1, 2));
  }
}
