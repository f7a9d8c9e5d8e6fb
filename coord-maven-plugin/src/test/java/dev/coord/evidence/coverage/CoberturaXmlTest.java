package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoberturaXmlTest {

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<CoverageResults> observe(String attributes, String classes) {
    tree.write(
        "coverage.xml",
        "<coverage "
            + attributes
            + "><packages><package><classes>"
            + classes
            + "</classes></package></packages></coverage>");
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  private static String type(String file, String lines) {
    return "<class filename='" + file + "'><methods/><lines>" + lines + "</lines></class>";
  }

  private CoverageResults results(String attributes, String classes) {
    return WorkTree.known(observe(attributes, classes));
  }

  @Test
  void lines_and_branches_are_those_of_the_class() {
    FileCoverage file =
        results(
                "",
                type(
                    "a.py",
                    "<line number='3' hits='0'/>"
                        + "<line number='1' hits='99999999999' branch='true'"
                        + " condition-coverage='33.3% (1/3)'/>"
                        + "<line number='2' hits='1' branch='false' condition-coverage='x'/>"))
            .files()
            .get(0);
    assertThat(file.count()).isEqualTo(new CoverageCount(2, 3, 1, 3));
    assertThat(file.line(0)).isEqualTo(1);
    assertThat(file.coveredBranches(0)).isEqualTo(1);
  }

  @Test
  void a_file_in_several_classes_is_one_file() {
    CoverageResults results =
        results(
            "lines-covered='2' lines-valid='3'",
            type("A.cs", "<line number='1' hits='0'/><line number='2' hits='1'/>")
                + type("A.cs", "<line number='1' hits='1'/>"));
    assertThat(results.files()).hasSize(1);
    assertThat(results.count()).isEqualTo(new CoverageCount(2, 2, 0, 0));
  }

  @Test
  void totals_may_count_a_repeated_line_once() {
    assertThat(
            results(
                    "lines-covered='1' lines-valid='1' branches-covered='1' branches-valid='2'",
                    type(
                        "A.cs",
                        ("<line number='1' hits='1' branch='True' condition-coverage='50% (1/2)'/>")
                            .repeat(2)))
                .count())
        .isEqualTo(new CoverageCount(1, 1, 1, 2));
  }

  @Test
  void lines_of_methods_count_only_where_the_class_has_none() {
    String method =
        "<methods><method><lines><line number='1' hits='1'/></lines></method></methods>";
    assertThat(results("", "<class filename='a'>" + method + "</class>").count())
        .isEqualTo(new CoverageCount(1, 1, 0, 0));
    assertThat(
            results(
                    "",
                    "<class filename='a'>"
                        + method
                        + "<lines><line number='1' hits='1'/><line number='2' hits='0'/></lines>"
                        + "</class>")
                .count())
        .isEqualTo(new CoverageCount(1, 2, 0, 0));
  }

  @Test
  void lines_that_contradict_the_totals_make_the_report_unknown() {
    assertThat(
            WorkTree.unknown(
                observe(
                    "lines-covered='5' lines-valid='6'",
                    type("a.py", "<line number='1' hits='1'/>"))))
        .contains(": the report states 5 of 6 lines, but lists 1 of 1. Run the tool");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "line-rate='0.1'|the report states line-rate=\"0.1\", but lists 2 of 3",
        "line-rate='1.0'|the report states line-rate=\"1.0\", but lists 2 of 3",
        "line-rate='0.67' branch-rate='0.9'|the report states branch-rate=\"0.9\", but lists 1 of 2",
      })
  void a_share_that_contradicts_the_lines_makes_the_report_unknown(String rates, String problem) {
    assertThat(WorkTree.unknown(observe(rates, type("a.py", THREE))))
        .startsWith("coverage.xml:1:")
        .contains(": " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "line-rate='0.67' branch-rate='0.5'",
        "line-rate='0.6666'",
        "line-rate='0' branch-rate='0.0'",
        "line-rate='NaN'",
        "line-rate='0.66' branch-rate='0' lines-covered='2' lines-valid='3'",
        "line-rate='0.1' lines-covered='2' lines-valid='3'",
      })
  void shares_may_be_rounded_or_left_at_zero(String rates) {
    assertThat(results(rates, type("a.py", THREE)).count())
        .isEqualTo(new CoverageCount(2, 3, 1, 2));
  }

  private static final String THREE =
      "<line number='1' hits='1' branch='true' condition-coverage='50% (1/2)'/>"
          + "<line number='2' hits='1'/><line number='3' hits='0'/>";

  @ParameterizedTest
  @ValueSource(strings = {"50% (4/4)", "0% (1/2)", "100% (2/3)"})
  void conditions_that_contradict_their_share_make_the_report_unknown(String conditions) {
    String line =
        "<line number='1' hits='1' branch='true' condition-coverage='" + conditions + "'/>";

    assertThat(WorkTree.unknown(observe("", type("a.py", line))))
        .contains(": condition-coverage=\"" + conditions + "\" contradicts itself.");
  }

  @Test
  void more_branches_on_lines_than_in_the_totals_make_the_report_unknown() {
    String line = "<line number='1' hits='1' branch='true' condition-coverage='50% (1/2)'/>";
    assertThat(
            WorkTree.unknown(
                observe("branches-covered='0' branches-valid='0'", type("a.py", line))))
        .contains(": the report states 0 of 0 branches, but lists 1 of 2.");
    assertThat(
            WorkTree.unknown(
                observe("branches-covered='4' branches-valid='4'", type("a.py", line))))
        .contains(": the report states 4 of 4 branches, but lists 1 of 2.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number='0' hits='1'|number=\"0\" is not a whole number from 1 to 2147483647",
        "number='1' hits='-1'|hits=\"-1\" is not",
        "number='1' hits='NaN'|hits=\"NaN\" is not",
        "number='1' hits='1e3'|hits=\"1e3\" is not",
        "number='1'|<line> has no attribute hits",
        "hits='1'|<line> has no attribute number",
        "number='1' hits='1' branch='true' condition-coverage='50%'|"
            + "condition-coverage=\"50%\" does not read like \"50% (1/2)\"",
        "number='1' hits='1' branch='true' condition-coverage='50% (-1/2)'|does not read like",
        "number='1' hits='1' branch='true' condition-coverage='50% (1/99999999999)'|does not read",
        "number='1' hits='1' branch='true' condition-coverage='NaN% (1/2)'|does not read like",
        "number='1' hits='1' branch='true' condition-coverage='200% (2/1)'|"
            + "more branches were taken than there are (2/1)",
      })
  void a_number_that_is_none_is_a_mistake_with_its_place(String attributes, String problem) {
    assertThat(WorkTree.unknown(observe("", type("a.py", "<line " + attributes + "/>"))))
        .startsWith("coverage.xml:1:80: ")
        .contains(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines-valid", "lines-covered"})
  void a_total_that_is_none_is_a_mistake_with_its_place(String total) {
    assertThat(
            WorkTree.unknown(
                observe(
                    "lines-valid='1' lines-covered='1'".replace(total + "='1'", total + "='-1'"),
                    type("a.py", "<line number='1' hits='1'/>"))))
        .startsWith("coverage.xml:1:1: " + total + "=\"-1\" is not a whole number");
  }

  @ParameterizedTest
  @CsvSource({
    "1795248117398, 2026-11-21T08:01:57.398Z",
    "1795248117, 2026-11-21T08:01:57Z",
    "0, 2026-12-01T12:00:00Z",
    "yesterday, 2026-12-01T12:00:00Z",
    "99999999999999999999, 2026-12-01T12:00:00Z",
  })
  void the_time_is_in_seconds_or_milliseconds(String timestamp, Instant time) {
    assertThat(
            results("timestamp='" + timestamp + "'", type("a.py", "<line number='1' hits='1'/>"))
                .reports()
                .get(0)
                .time())
        .isEqualTo(time);
  }

  @Test
  void a_class_needs_a_file() {
    assertThat(WorkTree.unknown(observe("", "<class/>")))
        .startsWith("coverage.xml:1:40: a class has no file name, or a very long one.");
    assertThat(WorkTree.unknown(observe("", type("x".repeat(5000), ""))))
        .contains(": a class has no file name, or a very long one.");
  }

  @Test
  void a_thousand_sources_are_enough() {
    tree.write(
        "coverage.xml",
        "<coverage><sources>" + "<source>/x</source>".repeat(1001) + "</sources></coverage>");
    assertThat(WorkTree.unknown(CoverageReports.read(tree.find().coverage(), tree.freshness())))
        .contains(": more than 1000 sources.");
  }
}
