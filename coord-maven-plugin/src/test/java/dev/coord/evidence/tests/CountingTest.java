package dev.coord.evidence.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.Observation;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountingTest {

  private static final String JEST =
      "<testsuites name='jest tests' tests='%1$d' failures='0' errors='0' time='1'><testsuite"
          + " name='s' errors='0' failures='0' skipped='0' timestamp='2026-11-21T11:59:26'"
          + " time='1' tests='%1$d'>%2$s</testsuite></testsuites>";
  private static final String THREE =
      "<testcase name='a' time='0'/><testcase name='b' time='0.1'/>"
          + "<testcase name='todo' time='0'/>";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<TestResults> read(String xml) {
    tree.write("junit.xml", xml);
    return TestReports.read(tree.find().tests(), tree.freshness());
  }

  private List<TestCase> cases(String xml) {
    return WorkTree.known(read(xml)).cases();
  }

  private List<Outcome> outcomes(String xml) {
    return cases(xml).stream().map(TestCase::outcome).toList();
  }

  @Test
  void what_jest_lists_and_does_not_count_as_a_test_is_still_to_be_written() {
    assertThat(cases(JEST.formatted(2, THREE)))
        .extracting(TestCase::name, TestCase::outcome, TestCase::message)
        .containsExactly(
            tuple("a", Outcome.PASSED, ""),
            tuple("b", Outcome.PASSED, ""),
            tuple("todo", Outcome.SKIPPED, "not counted as a test by its suite"));
  }

  @Test
  void the_root_of_older_releases_of_jest_junit_counts_no_errors() {
    String older = JEST.formatted(2, THREE).replaceFirst(" errors='0' time='1'>", " time='1'>");

    assertThat(outcomes(older)).containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.SKIPPED);
  }

  @Test
  void a_file_of_jest_that_could_not_be_loaded_takes_no_test_from_the_count() {
    String broken =
        "<testcase classname='Test suite failed to run' name='x.js'><error/></testcase>";

    assertThat(outcomes(JEST.formatted(3, THREE + broken)))
        .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED, Outcome.ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {" hostname='h' skipped='0'", "", " skips='1'", " skipped='0'"})
  void what_another_tool_lists_and_does_not_count_is_as_it_is_listed(String attributes) {
    String suite =
        "<testsuite name='s' tests='2' errors='0' failures='0' time='1'"
            + " timestamp='2026-11-21T11:59:26Z'%s>%s</testsuite>";
    assertThat(outcomes(suite.formatted(attributes, THREE)))
        .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED);
    assertThat(
            outcomes(
                "<testsuites name='t' tests='2' failures='0' errors='0' time='1'>"
                    + suite.formatted(attributes, THREE)
                    + "</testsuites>"))
        .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED);
  }

  @Test
  void a_passed_test_of_go_counts_beside_a_failure_of_its_package() {
    assertThat(
            outcomes(
                "<testsuites tests='1' failures='1' errors='0' time='0.565656'>"
                    + "<testsuite tests='1' failures='0' time='0.008000' name='ex.com/b'"
                    + " timestamp='2026-11-21T18:26:25Z'><testcase classname='' name='TestMain'"
                    + " time='0.000000'><failure message='Failed' type=''/></testcase>"
                    + "<testcase classname='ex.com/b' name='TestOk' time='0.000000'/>"
                    + "</testsuite></testsuites>"))
        .containsExactly(Outcome.FAILED, Outcome.PASSED);
  }

  @Test
  void hidden_tests_make_the_report_unknown() {
    assertThat(WorkTree.unknown(read("<testsuite tests='100'><testcase name='t'/></testsuite>")))
        .isEqualTo(
            "junit.xml:1:1: the suite counts 100 tests, but lists 1. Look at the output of the"
                + " tests, and let the tool report every one of them.");
    assertThat(
            WorkTree.unknown(
                read(
                    "<testsuites>\n<testsuite tests='1'/><testsuite tests='1'>"
                        + "<testcase name='t'/></testsuite></testsuites>")))
        .startsWith("junit.xml:2:1: the suite counts 1 test, but lists none.");
    assertThat(
            WorkTree.unknown(
                read(
                    "<testsuites tests='3' failures='0'><testsuite tests='2'><testcase name='t'/>"
                        + "<testcase name='u'/></testsuite></testsuites>")))
        .startsWith("junit.xml:1:1: the suite counts 3 tests, but lists 2.");
  }

  @Test
  void hidden_skipped_tests_are_told_before_hidden_tests() {
    assertThat(
            WorkTree.unknown(
                read(
                    "<testsuites tests='2' skipped='1'><testsuite tests='2'><testcase name='t'/>"
                        + "</testsuite></testsuites>")))
        .startsWith("junit.xml:1:1: the suite counts 1 skipped test, but does not list it.");
  }

  @Test
  void each_run_of_a_test_may_be_counted() {
    String runs =
        "<testsuite tests='%d'><testcase name='t'><failure/><rerunFailure/><rerunError/>"
            + "</testcase><testcase name='u'><flakyFailure/></testcase></testsuite>";
    assertThat(cases(runs.formatted(2))).hasSize(2);
    assertThat(cases(runs.formatted(5))).hasSize(2);
    assertThat(WorkTree.unknown(read(runs.formatted(6)))).contains("counts 6 tests, but lists 2");
  }

  @Test
  void suites_may_count_the_tests_of_inner_suites_or_not() {
    String nested =
        "<testsuite tests='%d'><testsuite tests='1'><testcase name='a' time='0'/>"
            + "</testsuite><testcase name='b' time='0'/></testsuite>";
    for (int count = 0; count <= 2; count++) {
      assertThat(outcomes(nested.formatted(count))).containsExactly(Outcome.PASSED, Outcome.PASSED);
    }
    assertThat(read(nested.formatted(3)).isKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<testsuites name='pytest tests'><testsuite name='pytest' tests='9'>%s</testsuite>"
            + "</testsuites>",
        "<testsuites name='pytest tests'><testsuite name='shop' tests='9'>%s</testsuite>"
            + "</testsuites>",
        "<testsuite name='pytest' tests='9'>%s</testsuite>",
        "<testsuites><testsuite name='sums' hostname='tbd' tests='9'>%s</testsuite></testsuites>",
        "<testsuites><testsuite name='sums' tests='9' doctest_version='2.4.11'>%s</testsuite>"
            + "</testsuites>",
        "<testsuites name='shop' tests='9' time='1'><testsuite tests='1'>%s</testsuite>"
            + "</testsuites>",
      })
  void tools_that_count_subtests_assertions_or_requests_hide_nothing(String report) {
    assertThat(outcomes(report.formatted("<testcase name='t'/>"))).containsExactly(Outcome.PASSED);
  }
}
