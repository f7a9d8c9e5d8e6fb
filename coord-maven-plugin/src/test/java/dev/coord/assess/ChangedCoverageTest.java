package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.ChangedCoverage.Unmeasured;
import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.ChangedLines.Doubt;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedCoverageTest {

  /** Lines 2, 4, 6 and so on; of each pair of them the first one was run. */
  private static FileCoverage even(String path) {
    int[] lines = new int[20];
    boolean[] run = new boolean[20];
    int[] branches = new int[20];
    int[] taken = new int[20];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = 2 * i + 2;
      run[i] = i % 4 == 0;
      branches[i] = 2;
      taken[i] = run[i] ? 1 : 0;
    }
    return new FileCoverage(path, Optional.of(path), lines, run, branches, taken);
  }

  private static CoverageResults results(String format, String... paths) {
    List<FileCoverage> files = new ArrayList<>();
    for (String path : paths) {
      files.add(even(path));
    }
    return new CoverageResults(List.of(new ReportFile("r", format, Instant.EPOCH)), files);
  }

  private static ChangedLines lines(String path, LineSpan... spans) {
    SortedMap<String, List<LineSpan>> files = new TreeMap<>();
    files.put(path, List.of(spans));
    return new ChangedLines("c", false, files, new TreeMap<>());
  }

  private static ChangedCoverage coverage(CoverageResults results, ChangedLines lines) {
    return ChangedCoverage.of(results, lines).optional().orElseThrow();
  }

  @Test
  void a_measured_file_that_was_edited_since_the_reports_is_not_measured() {
    CoverageResults results = results("LCOV", "a.js");
    Instant written = results.reports().get(0).time();
    SortedMap<String, Instant> edited = new TreeMap<>();
    edited.put("README.md", written.plusSeconds(9));
    edited.put("a.js", written.plusMillis(999));
    assertThat(ChangedCoverage.of(results, edited(edited)).isKnown()).isTrue();

    edited.put("a.js", written.plusSeconds(1));
    assertThat(ChangedCoverage.of(results, edited(edited)))
        .isEqualTo(
            Observation.unknown(
                "a.js was edited or checked out after the coverage reports were written",
                "Run the tests again, so that they measure what lies there."));
  }

  private static ChangedLines edited(SortedMap<String, Instant> edited) {
    return new ChangedLines("c", true, new TreeMap<>(), new TreeMap<>(), edited);
  }

  @Test
  void only_changed_lines_that_can_be_run_count_with_their_branches() {
    ChangedCoverage changed =
        coverage(
            results("LCOV", "a.js"),
            lines("a.js", new LineSpan(1, 4), new LineSpan(9, 9), new LineSpan(40, 90)));

    assertThat(changed.count()).isEqualTo(new CoverageCount(1, 3, 1, 6));
    assertThat(changed.files().get(0).uncovered())
        .containsExactly(new LineSpan(4, 4), new LineSpan(40, 40));
  }

  @Test
  void uncovered_lines_are_parted_by_lines_that_were_run_and_by_old_ones() {
    ChangedCoverage changed =
        coverage(
            results("LCOV", "a.js"),
            lines("a.js", new LineSpan(3, 12), new LineSpan(14, 14), new LineSpan(16, 16)));

    assertThat(changed.files().get(0).uncovered())
        .containsExactly(
            new LineSpan(4, 8), new LineSpan(12, 12), new LineSpan(14, 14), new LineSpan(16, 16));
  }

  @Test
  void a_measured_file_without_a_changed_line_that_can_be_run_is_no_part() {
    ChangedCoverage changed =
        coverage(results("LCOV", "a.js"), lines("a.js", new LineSpan(3, 3), new LineSpan(99, 99)));

    assertThat(changed.files()).isEmpty();
    assertThat(changed.count()).isEqualTo(CoverageCount.NONE);
  }

  @Test
  void a_changed_source_that_no_report_mentions_is_told_with_its_lines() {
    assertThat(
            coverage(
                    results("LCOV", "src/a.js"),
                    lines("src/b.js", new LineSpan(1, 4), new LineSpan(9, 9)))
                .unmeasured())
        .containsExactly(
            new Unmeasured("src/b.js", List.of(new LineSpan(1, 4), new LineSpan(9, 9))))
        .allMatch(file -> file.size() == 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "Makefile",
        "src/a.css",
        "tests/b.js",
        "app/test/b.js",
        "src/__tests__/b.js",
        "src/b.test.js",
        "src/b.spec.js",
        "src/BTest.js",
      })
  void what_reports_do_not_measure_and_tests_need_not_be_mentioned(String path) {
    assertThat(coverage(results("LCOV", "src/a.js"), lines(path, new LineSpan(1, 4))))
        .extracting(ChangedCoverage::unmeasured)
        .isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/it/b.js", "src/testing/b.js", "src/contest/b.js", "src/latest.js"})
  void what_merely_sounds_like_a_test_has_to_be_mentioned(String path) {
    assertThat(coverage(results("LCOV", "src/a.js"), lines(path, new LineSpan(1, 4))).unmeasured())
        .extracting(Unmeasured::path)
        .containsExactly(path);
  }

  @ParameterizedTest
  @CsvSource({
    "JaCoCo XML, app/src/main/java/shop/B.java, false",
    "JaCoCo XML, lib/src/main/java/shop/B.java, true",
    "JaCoCo XML, app/src/main/java9/shop/B.java, true",
    "Cobertura XML, app/src/main/java/shop/B.java, true",
  })
  void beside_classes_that_jacoco_measures_one_that_it_does_not_mention_has_no_code(
      String format, String path, boolean told) {
    CoverageResults results = results(format, "app/src/main/java/shop/A.java");

    assertThat(coverage(results, lines(path, new LineSpan(1, 4))).unmeasured())
        .hasSize(told ? 1 : 0);
  }

  @Test
  void a_measured_file_of_which_nobody_knows_what_was_changed_is_unknown() {
    ChangedLines untold =
        new ChangedLines(
            "c",
            false,
            new TreeMap<>(),
            new TreeMap<>(Map.of("a.js", Doubt.UNCOMPARED, "logo.png", Doubt.NO_TEXT)));
    Observation<ChangedCoverage> seen = ChangedCoverage.of(results("LCOV", "a.js"), untold);

    assertThat(seen)
        .isEqualTo(
            Observation.unknown(
                "which lines of a.js were changed cannot be told",
                "Run git status, which notes what is unchanged, or take it out of the reports."));
    assertThat(ChangedCoverage.of(results("LCOV", "logo.png"), untold))
        .isEqualTo(
            Observation.unknown(
                "which lines of logo.png were changed cannot be told: git takes it for binary, as it"
                    + " has a NUL byte, or it is very large",
                "Take NUL bytes out of it, or part it, or take it out of the reports."));
    assertThat(ChangedCoverage.of(results("LCOV", "b.js"), untold).isKnown()).isTrue();
    assertThat(ChangedCoverage.of(results("LCOV", "icon.png"), untold))
        .isEqualTo(
            Observation.unknown(
                "which lines of logo.png were changed cannot be told: git takes it for binary, as it"
                    + " has a NUL byte, or it is very large, and no coverage report mentions it",
                "Take NUL bytes out of it, or part it."));
  }

  @Test
  void a_source_with_other_ends_of_lines_is_missed_where_no_report_mentions_it() {
    ChangedLines untold =
        new ChangedLines(
            "c",
            false,
            new TreeMap<>(Map.of("a.js", List.of(new LineSpan(1, 3)))),
            new TreeMap<>(Map.of("a.js", Doubt.SEPARATOR_WITHIN_LINE)));

    assertThat(coverage(results("LCOV", "b.js"), untold).unmeasured())
        .containsExactly(new Unmeasured("a.js", List.of(new LineSpan(1, 3))));
    assertThat(ChangedCoverage.of(results("LCOV", "a.js"), untold))
        .isEqualTo(
            Observation.unknown(
                "which lines of a.js were changed cannot be told: a line separator of Unicode"
                    + " (U+0085, U+2028 or U+2029) stands in it, and where some compilers begin a new"
                    + " line there, git does not",
                "Write it as an escape, such as \\u2028, or take it out of the reports."));
  }
}
