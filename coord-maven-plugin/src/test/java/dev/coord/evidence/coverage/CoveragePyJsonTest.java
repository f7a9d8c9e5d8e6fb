package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveragePyJsonTest {

  private static final String AGAIN = " Run the tool that writes this report again.";
  private static final String META = "\"meta\": {\"format\": 3, \"version\": \"7.16.2\"}";
  private static final String A_TOTALS =
      "\"totals\": {\"covered_lines\": 1, \"num_statements\": 2}";
  private static final String A_SUMMARY = A_TOTALS.replace("totals", "summary");
  private static final String A =
      "\"shop/a.py\": {\"executed_lines\": [1], \"missing_lines\": [3], " + A_SUMMARY + "}";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<CoverageResults> observe(String text) {
    tree.write("coverage.json", text);
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  private static String report(String files, String totals) {
    return "{" + META + ", \"files\": {" + files + "}, " + totals + "}";
  }

  @Test
  void lines_are_those_that_were_run_and_those_that_were_missed() {
    tree.tracked("backend/shop/a.py");
    FileCoverage file = WorkTree.known(observe(report(A, A_TOTALS))).files().get(0);

    assertThat(file.count()).isEqualTo(new CoverageCount(1, 2, 0, 0));
    assertThat(file.path()).isEqualTo(Optional.of("backend/shop/a.py"));
    assertThat(file.covered(0)).isTrue();
    assertThat(file.line(1)).isEqualTo(3);
  }

  @Test
  void a_report_that_was_written_before_the_commit_in_every_zone_is_stale() {
    String dated = report(A, A_TOTALS).replace("\"format\"", "\"timestamp\": \"%s\", \"format\"");
    tree.tracked("shop/a.py");

    assertThat(WorkTree.unknown(observe(dated.formatted("2026-10-31T23:59:59.999999"))))
        .startsWith("coverage report coverage.json is older than the last commit");
    assertThat(observe(dated.formatted("2026-11-01T00:00:00")).isKnown()).isTrue();
  }

  @Test
  void jumps_count_on_the_line_that_they_begin_on() {
    String branches = "\"covered_branches\": 2, \"num_branches\": 3}";
    String file =
        A.replace(
            "}}",
            ","
                + branches
                + ", \"executed_branches\": [[1, 3], [1, -1]],"
                + " \"missing_branches\": [[3, 5]]}");
    FileCoverage read =
        WorkTree.known(observe(report(file, A_TOTALS.replace("}", "," + branches)))).files().get(0);

    assertThat(read.branches(0)).isEqualTo(2);
    assertThat(read.coveredBranches(0)).isEqualTo(2);
    assertThat(read.branches(1)).isEqualTo(1);
    assertThat(read.coveredBranches(1)).isZero();
  }

  @Test
  void branches_that_an_old_release_counts_without_a_place_count_without_a_line() {
    String branches = "\"covered_branches\": 2, \"num_branches\": 3}";
    FileCoverage file =
        WorkTree.known(
                observe(
                    report(
                            A.replace("}}", "," + branches + "}"),
                            A_TOTALS.replace("}", "," + branches))
                        .replace("\"format\": 3, ", "")))
            .files()
            .get(0);

    assertThat(file.unplacedBranches()).isEqualTo(3);
    assertThat(file.count()).isEqualTo(new CoverageCount(1, 2, 2, 3));
  }

  @Test
  void functions_and_classes_tell_the_same_lines_and_do_not_count_again() {
    String functions =
        ", \"functions\": {\"f\": {\"executed_lines\": [1], \"missing_lines\": [3, 4]}}}";

    assertThat(
            WorkTree.known(observe(report(A.substring(0, A.length() - 1) + functions, A_TOTALS)))
                .count())
        .isEqualTo(new CoverageCount(1, 2, 0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 1:2: this is not coverage.py's JSON: it has no meta.version.",
        "{\"/x/a.js\": {\"path\": \"/x/a.js\", \"s\": {\"0\": 1}}} | this is not coverage.py's",
        "{META} | 1:44: this is not coverage.py's JSON: it has no files.",
        "{META, \"files\": {A}} | this is not coverage.py's JSON: it has no totals.",
        "{META, \"files\": {A | : the file ends too early.",
        "{META, \"files\": {A, \"shop/a.py\": {}} | : \"shop/a.py\" stands twice in one object.",
        "{META, \"files\": {A}, TOTALS} x | : the file is not well-formed JSON.",
        "{META, \"files\": {A}, TOTALS} {} | : the file goes on after its end.",
        "{META, \"files\": {A}, \"totals\": {}} | : the report does not state how many lines",
        "{META, \"files\": {}, TOTALS} | : the report states 1 of 2 lines, but lists 0 of 0.",
        "{META, \"files\": {\"a\": {}}, TOTALS} | : a has no executed_lines.",
        "{META, \"files\": [1], TOTALS} | 1:55: this is not coverage.py's JSON: its \"files\" is no object. Name only",
        "{\"meta\": {\"format\": 4}} | 1:21: this is format 4 of coverage.py's JSON, and coord",
        "{\"meta\": {\"format\": 1e9}} | : a whole number from 1 to 2147483647 should be here.",
      })
  void what_cannot_be_trusted_is_unknown_with_its_place(String text, String problem) {
    String written = text.replace("META", META).replace("TOTALS", A_TOTALS).replace("{A", "{" + A);

    assertThat(WorkTree.unknown(observe(written))).startsWith("coverage.json:1:").contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 0] | a whole number from 1 to 2147483647 should be here.",
        "[99999999999999999999] | a whole number from 1 to 2147483647 should be here.",
        "[\"1\"] | a whole number from 1 to 2147483647 should be here.",
        "[1.5] | a whole number from 1 to 2147483647 should be here.",
        "1 | a list should be here.",
        "[] | shop/a.py states 1 of 2 lines, but lists 0 of 1.",
      })
  void lines_that_are_none_make_the_report_unknown(String lines, String problem) {
    String file = A.replace("\"executed_lines\": [1]", "\"executed_lines\": " + lines);

    assertThat(WorkTree.unknown(observe(report(file, A_TOTALS)))).contains(problem + AGAIN);
  }

  @Test
  void branches_that_contradict_what_is_stated_make_the_report_unknown() {
    String file = A.replace("}}", "}, \"executed_branches\": [[1, 3]]}");

    assertThat(WorkTree.unknown(observe(report(file, A_TOTALS))))
        .contains(": shop/a.py states 0 of 0 branches, but lists 1 of 1." + AGAIN);
  }

  @Test
  void a_line_that_the_source_lacks_is_of_another_version() {
    tree.write("shop/a.py", "x = 1\n").tracked("shop/a.py");

    assertThat(WorkTree.unknown(observe(report(A, A_TOTALS))))
        .startsWith("coverage.json: shop/a.py has no line 3: the report is of another version");
  }

  @Test
  void excluded_lines_that_were_executed_do_not_count() {
    String file =
        A.replace("\"executed_lines\": [1]", "\"executed_lines\": [1, 7, 8]")
            .replace("\"missing_lines\"", "\"excluded_lines\": [8, 7, 9], \"missing_lines\"");

    assertThat(WorkTree.known(observe(report(file, A_TOTALS))).count())
        .isEqualTo(new CoverageCount(1, 2, 0, 0));
  }

  @Test
  void executed_lines_without_a_statement_as_old_releases_list_them_are_unknown() {
    String file = A.replace("\"executed_lines\": [1]", "\"executed_lines\": [1, 2]");

    assertThat(WorkTree.unknown(observe(report(file, A_TOTALS))))
        .endsWith(
            ": shop/a.py lists executed lines that hold no statement, as old releases do. Update"
                + " coverage.py, or write Cobertura XML (coverage xml) or LCOV (coverage lcov).");
  }

  @Test
  void nesting_without_end_is_unknown() {
    assertThat(WorkTree.unknown(observe("{\"x\": " + "[".repeat(100_000))))
        .contains(": a text, number or nesting is beyond what a report can have." + AGAIN);
  }
}
