package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.evidence.FileCoverage;
import dev.coord.site.draft.Percent;
import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveragePageTest {

  private static final Page PAGE = Pages.of(SampleAssessments.failing(), "coverage");

  @Test
  void the_sum_and_the_thinnest_workstream_are_told_first() {
    assertThat(Pages.verdict(PAGE))
        .isEqualTo(
            "[info] 42.8% of 7 lines are covered, 50.0% of 2 branches; it is thinnest in"
                + " catalog(workstreams/catalog), 66.6%.");
  }

  @Test
  void files_are_listed_the_thinnest_first_with_the_lines_that_were_not_run() {
    List<String> rows =
        Pages.lines(PAGE).stream().filter(line -> line.startsWith("  #file-")).toList();

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .contains(
            "`shop/Generated.java` (no tracked file fits, see the report(coverage#report-",
            "25.0% (1 of 4 lines)",
            "| 4-5, 11 |");
    assertThat(rows.get(1)).contains("66.6% (2 of 3 lines) | 50.0% (1 of 2) | 3 | catalog(");
  }

  @Test
  void every_workstream_has_its_share_and_so_has_nobody() {
    assertThat(Pages.text(PAGE))
        .contains("#territory-catalog [neutral] catalog(workstreams/catalog) | bar [info 2] 1")
        .contains("#territory-app [neutral] app(workstreams/app) | bar [info 0] no line")
        .contains("#territory-nobody [neutral] owned by nobody | bar [info 1] 3");
  }

  @Test
  void a_bar_is_marked_where_its_own_gate_is_met_else_where_that_of_the_project_is() {
    String text =
        Pages.text(
            Pages.of(
                Cases.written(
                        """
                        workstreams: [{id: a, owns: [/a/]}, {id: b, owns: [/b/]}]
                        gates:
                          - coverage: {lines: ">= 60.5%"}
                          - {id: low, coverage: {lines: ">= 20%"}}
                          - {id: of-a, coverage: {lines: "> 50%", of: {workstream: a}}}
                          - {id: files, coverage: {lines: ">= 99%", each_file: true}}
                        """)
                    .evidence(
                        Evidences.evidence().covered("a/A.java", 1, 2).covered("b/B.java", 1, 2))
                    .assess(),
                "coverage"));

    assertThat(text)
        .contains("bar [warning 1] 1 of 500 50.0% (1 of 2 lines), wanted: > 50%")
        .contains("bar [info 1] 1 of 605 50.0% (1 of 2 lines) |")
        .contains("The mark in a bar: >= 60.5%, what is wanted of the project");
  }

  @Test
  void without_a_gate_a_bar_has_no_mark() {
    String text =
        Pages.text(
            Pages.of(
                Cases.written("workstreams: [{id: a, owns: [/a/]}]")
                    .evidence(Evidences.evidence().covered("a/A.java", 1, 2))
                    .assess(),
                "coverage"));

    assertThat(text).contains("bar [info 1] 1 50.0% (1 of 2 lines)").doesNotContain("The mark");
  }

  @Test
  void packages_are_told_by_name_and_what_is_in_no_report_the_longest_first() {
    String text =
        Pages.text(
            Pages.of(
                Cases.written("workstreams: [{id: a, owns: [/a/]}]")
                    .evidence(
                        Evidences.evidence()
                            .covered("a/src/main/java/shop/cart/A.java", 1, 2)
                            .covered("b/src/main/java/shop/cart/B.java", 1, 2)
                            .covered("src/root.py", 1, 1)
                            .unmeasured("a/src/main/java/shop/New.java"))
                    .assess(),
                "coverage"));

    assertThat(text)
        .contains("`shop.cart` | bar [info 2] 2 50.0% (2 of 4 lines)")
        .contains("in no package | bar [info 1]")
        .contains("## In no report")
        .containsPattern("`a/src/main/java/shop/New.java`.* \\| 10 \\| a\\(workstreams/a\\)");
    assertThat(Pages.text(PAGE)).doesNotContain("In no report");
  }

  @Test
  void the_figure_of_a_gate_leads_here() {
    assertThat(Pages.text(Pages.of(SampleAssessments.failing(), "gates")))
        .contains("| 54.8%(coverage) | >= 80% |");
  }

  @Test
  void without_a_report_that_nobody_wants_the_yaml_to_add_is_shown() {
    assertThat(Pages.text(Pages.of(SampleAssessments.empty(), "coverage")))
        .contains("<neutral> No coverage\n", "no coverage report was found. Run mvn verify");
  }

  @Test
  void without_a_report_that_a_rule_wants_the_page_is_unknown() {
    assertThat(Pages.verdict(Pages.of(SampleAssessments.unknown(), "coverage")))
        .startsWith("[unknown] [unknown: Unknown] Coverage is missing. ");
  }

  @Test
  void many_gaps_are_counted() {
    int[] lines = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    boolean[] run = new boolean[lines.length];
    for (int i = 1; i < run.length; i += 2) {
      run[i] = true;
    }

    assertThat(
            LineRanges.uncovered(
                new FileCoverage("A", Optional.empty(), lines, run, new int[15], new int[15])))
        .isEqualTo("1, 3, 5, 7, 9, 11 and 2 more");
  }

  @ParameterizedTest
  @CsvSource({"7999, 10000, 79.9%", "1, 1, 100.0%", "0, 3, 0.0%", "2, 3, 66.6%"})
  void a_share_is_rounded_down(long part, long whole, String shown) {
    assertThat(Percent.of(part, whole)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "target/surefire-reports/TEST-A.xml, .",
    "a/b/target/surefire-reports/TEST-A.xml, a/b",
    "app/build/test-results/test/A.xml, app",
    "packages/ui/junit.xml, packages/ui",
    "junit.xml, .",
  })
  void a_report_is_of_the_module_that_its_build_wrote_it_in(String report, String module) {
    assertThat(Modules.ofReport(report)).isEqualTo(module);
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/A.java, .",
    "catalog/src/main/java/A.java, catalog",
    "backend/app/main.py, backend",
    "main.py, .",
  })
  void a_source_is_of_the_module_that_holds_its_sources(String source, String module) {
    assertThat(Modules.ofSource(source)).isEqualTo(module);
  }
}
