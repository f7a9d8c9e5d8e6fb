package dev.coord.evidence.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of real tools, and what the same run printed: see the README beside them. */
class TestReportsTest {

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<TestResults> observe() {
    return TestReports.read(tree.find().tests(), tree.freshness());
  }

  private TestResults results() {
    return WorkTree.known(observe());
  }

  private static Map<Outcome, Integer> outcomes(List<TestCase> cases) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    cases.forEach(test -> outcomes.merge(test.outcome(), 1, Integer::sum));
    return outcomes;
  }

  private TestCase test(String name) {
    return results().cases().stream()
        .filter(test -> test.qualifiedName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void surefire() {
    for (String name : List.of("shop.core.BasketTest", "shop.core.BeforeAllTest")) {
      tree.copy(
          "surefire/TEST-" + name + ".xml", "core/target/surefire-reports/TEST-" + name + ".xml");
    }
  }

  @Test
  void surefire_counts_are_those_that_maven_printed() {
    surefire();
    // Tests run: 12, Failures: 1, Errors: 2, Skipped: 2, Flakes: 1
    assertThat(outcomes(results().cases()))
        .isEqualTo(
            Map.of(
                Outcome.PASSED, 6,
                Outcome.FLAKY, 1,
                Outcome.FAILED, 1,
                Outcome.ERROR, 2,
                Outcome.SKIPPED, 2));
  }

  private static String summary(String timeout, String failure) {
    return "<failsafe-summary result='254' timeout='"
        + timeout
        + "'>\n<completed>0</completed>\n<failureMessage>"
        + failure
        + "</failureMessage></failsafe-summary>";
  }

  @Test
  void a_run_of_failsafe_that_was_broken_off_is_unknown_and_not_what_it_had_done_before() {
    String crash =
        "org.apache.SurefireBooterForkException: ExecutionException The forked VM terminated"
            + " without properly saying goodbye. VM crash?\nat x";
    tree.copy("surefire/TEST-shop.core.BasketTest.xml", "core/target/failsafe-reports/TEST-a.xml")
        .write("core/target/failsafe-reports/failsafe-summary.xml", summary("false", crash));
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "core/target/failsafe-reports/failsafe-summary.xml:3:1: Failsafe's run was broken off:"
                + " The forked VM terminated without properly saying goodbye. See what ended it in"
                + " the output of the tests, and run them again.");

    tree.write("core/target/failsafe-reports/failsafe-summary.xml", summary("true", ""));
    assertThat(WorkTree.unknown(observe()))
        .startsWith("core/target/failsafe-reports/failsafe-summary.xml:1:1: Failsafe's run took");

    tree.write("core/target/failsafe-reports/failsafe-summary.xml", "<failsafe-summary>");
    assertThat(WorkTree.unknown(observe())).contains("failsafe-summary.xml:1");

    tree.write("core/target/failsafe-reports/failsafe-summary.xml", summary("false", ""));
    assertThat(results().cases()).hasSize(11);
  }

  @Test
  void a_run_of_failsafe_that_was_broken_off_before_its_first_report_is_unknown_too() {
    String summary = "target/failsafe-reports/failsafe-summary.xml";
    tree.copy("surefire/TEST-shop.core.BasketTest.xml", "target/surefire-reports/TEST-a.xml")
        .write(summary, summary("false", "crash"));
    assertThat(WorkTree.unknown(observe())).startsWith(summary + ":3:1: Failsafe's run was broken");

    tree.write(summary, summary("false", "crash"), WorkTree.WRITTEN.minusSeconds(5));
    assertThat(results().cases()).hasSize(11);

    tree.write(summary, summary("false", "crash")).tests("target/surefire-reports/", "");
    assertThat(results().cases()).hasSize(11);
  }

  @Test
  void a_test_that_passed_when_run_again_is_flaky_and_keeps_its_first_failure() {
    surefire();
    TestCase flaky = test("shop.core.BasketTest#flaky");
    assertThat(flaky.outcome()).isEqualTo(Outcome.FLAKY);
    assertThat(flaky.message()).isEqualTo("first run");
  }

  private void source(String path, int lines) {
    tree.write(path, "x\n".repeat(lines - 1)).tracked(path);
  }

  @Test
  void a_failure_is_at_the_line_of_its_own_source_that_the_trace_names() {
    source("core/src/test/java/shop/core/BasketTest.java", 60);
    surefire();
    assertThat(test("shop.core.BasketTest#fails").line()).isEqualTo(12);
    assertThat(test("shop.core.BasketTest#flaky").line()).isZero();
    assertThat(test("shop.core.BasketTest#skipped").line()).isZero();
  }

  @Test
  void a_failure_of_another_tool_is_at_its_line_too() {
    source("tests/test_basket.py", 60);
    tree.copy("pytest/junit-7.xml", "junit.xml");
    assertThat(test("tests.test_basket#test_fails").line()).isEqualTo(15);
    assertThat(test("tests.test_basket#test_setup_error").line()).isEqualTo(35);

    source("test/basket.js", 10);
    tree.copy("mocha/junit-pending.xml", "junit.xml");
    assertThat(results().cases()).extracting(TestCase::line).contains(7);

    source("tests/BasketTest.php", 60);
    tree.copy("phpunit/junit.xml", "junit.xml");
    assertThat(test("BasketTest#testError").line()).isEqualTo(25);

    source("test/basket.test.js", 60);
    tree.write(
        "junit.xml",
        """
        <testsuite name="basket"><testcase name="is wrong" file="test/basket.test.js"><failure>Error:
            at Object.toBe (/home/dev/shop/test/basket.test.js:8:68)
        </failure></testcase></testsuite>
        """);
    assertThat(test("basket#is wrong").line()).isEqualTo(8);
  }

  @Test
  void a_line_that_the_source_does_not_have_is_not_told() {
    source("core/src/test/java/shop/core/BasketTest.java", 11);
    surefire();
    assertThat(test("shop.core.BasketTest#fails").file()).isPresent();
    assertThat(test("shop.core.BasketTest#fails").line()).isZero();
  }

  @Test
  void a_line_of_a_source_that_is_not_there_is_not_told() {
    tree.tracked("core/src/test/java/shop/core/BasketTest.java");
    surefire();
    assertThat(test("shop.core.BasketTest#fails").file()).isPresent();
    assertThat(test("shop.core.BasketTest#fails").line()).isZero();
  }

  @Test
  void a_message_is_the_first_line_of_the_attribute_or_else_of_the_text() {
    surefire();
    assertThat(test("shop.core.BasketTest#errs").message()).isEqualTo("broken");
    assertThat(test("shop.core.BasketTest#fails").message())
        .isEqualTo("empty basket <costs> & nothing ==> expected: <1> but was: <0>");
    assertThat(test("shop.core.BasketTest#skipped").message()).isEqualTo("not yet");
    assertThat(test("shop.core.BasketTest#assumes").message())
        .isEqualTo("org.opentest4j.TestAbortedException: Assumption failed: no network");
    assertThat(test("shop.core.BasketTest#total_is_the_sum").message()).isEmpty();
  }

  @Test
  void a_class_that_cannot_be_set_up_is_an_error() {
    surefire();
    assertThat(test("shop.core.BeforeAllTest#initializationError").outcome())
        .isEqualTo(Outcome.ERROR);
  }

  @Test
  void java_tests_are_in_the_file_of_their_class_in_the_module_of_the_report() {
    surefire();
    tree.tracked(
        "app/src/test/java/shop/core/BasketTest.java",
        "core/src/test/java/shop/core/BasketTest.java",
        "core/src/test/java/shop/core/BeforeAllTest.java");
    assertThat(results().cases())
        .extracting(test -> test.file().orElse("none"))
        .containsOnly(
            "core/src/test/java/shop/core/BasketTest.java",
            "core/src/test/java/shop/core/BeforeAllTest.java");
    assertThat(test("shop.core.BasketTest$WhenEmpty#is_nothing").file())
        .contains("core/src/test/java/shop/core/BasketTest.java");
  }

  @Test
  void reports_of_several_modules_come_in_the_order_of_their_paths() {
    surefire();
    tree.copy(
        "surefire/TEST-shop.MainTest.xml", "app/target/surefire-reports/TEST-shop.MainTest.xml");
    TestResults results = results();
    assertThat(results.reports())
        .containsExactly(
            report("app/target/surefire-reports/TEST-shop.MainTest.xml"),
            report("core/target/surefire-reports/TEST-shop.core.BasketTest.xml"),
            report("core/target/surefire-reports/TEST-shop.core.BeforeAllTest.xml"));
    assertThat(results.cases()).hasSize(13);
    assertThat(results.cases().get(0).qualifiedName()).isEqualTo("shop.MainTest#runs");
    assertThat(results.cases().get(0).report())
        .isEqualTo("app/target/surefire-reports/TEST-shop.MainTest.xml");
  }

  private static ReportFile report(String path) {
    return new ReportFile(path, "JUnit XML", WorkTree.WRITTEN);
  }

  @Test
  void failsafe_counts_are_those_that_maven_printed() {
    tree.copy(
        "failsafe/TEST-shop.core.ReceiptIT.xml",
        "core/target/failsafe-reports/TEST-shop.core.ReceiptIT.xml");
    // Tests run: 2, Failures: 1, Errors: 0, Skipped: 0
    assertThat(outcomes(results().cases())).isEqualTo(Map.of(Outcome.PASSED, 1, Outcome.FAILED, 1));
  }

  @Test
  void the_summary_of_failsafe_holds_no_tests() {
    tree.tests("core/target/failsafe-reports/", "")
        .copy(
            "failsafe/TEST-shop.core.ReceiptIT.xml",
            "core/target/failsafe-reports/TEST-shop.core.ReceiptIT.xml")
        .copy("failsafe/failsafe-summary.xml", "core/target/failsafe-reports/failsafe-summary.xml");
    assertThat(results().cases()).hasSize(2);
  }

  @Test
  void each_report_is_read_once_however_many_patterns_name_it() {
    tree.tests("core/target/surefire-reports/*.xml", "").tests("**/TEST-*.xml", "");
    surefire();
    assertThat(results().cases()).hasSize(12);
  }

  private void pytest(String name) {
    tree.copy("pytest/" + name, "backend/junit.xml")
        .tracked(
            "backend/tests/__init__.py",
            "backend/tests/test_basket.py",
            "backend/tests/test_broken_import.py",
            "frontend/tests/test_basket.py");
  }

  @Test
  void pytest_counts_are_those_that_it_printed() {
    for (String name : List.of("junit-7.xml", "junit-7-xunit1.xml", "junit-9.xml")) {
      pytest(name);
      // 3 failed, 5 passed (one of them with an error in its teardown), 1 skipped, 1 xfailed, 4
      // errors
      assertThat(outcomes(results().cases()))
          .as(name)
          .isEqualTo(
              Map.of(Outcome.PASSED, 4, Outcome.FAILED, 3, Outcome.ERROR, 4, Outcome.SKIPPED, 2));
    }
  }

  @Test
  void pytest_tests_are_in_the_file_of_their_module() {
    for (String name : List.of("junit-7.xml", "junit-7-xunit1.xml", "junit-9.xml")) {
      pytest(name);
      assertThat(test("tests.test_basket#test_total").file())
          .as(name)
          .contains("backend/tests/test_basket.py");
      assertThat(test("tests.test_basket.TestEmpty#test_is_nothing").file())
          .as(name)
          .contains("backend/tests/test_basket.py");
      assertThat(test("tests.test_broken_import").file())
          .as(name)
          .contains("backend/tests/test_broken_import.py");
    }
  }

  @Test
  void an_expected_failure_counts_as_skipped_with_its_reason() {
    pytest("junit-9.xml");
    TestCase test = test("tests.test_basket#test_expected_failure");
    assertThat(test.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(test.message()).isEqualTo("known bug");
  }

  @Test
  void a_report_that_states_its_time_with_a_zone_is_that_old() {
    pytest("junit-9.xml");
    assertThat(results().reports())
        .extracting(ReportFile::time)
        .containsExactly(Instant.parse("2026-11-21T08:30:14.002239Z"));
  }

  @Test
  void a_time_without_a_zone_is_not_believed() {
    pytest("junit-7.xml");
    assertThat(results().reports()).extracting(ReportFile::time).containsExactly(WorkTree.WRITTEN);
  }

  @Test
  void a_time_that_is_older_than_the_commit_in_every_zone_is_stale() {
    String suite = "<testsuite timestamp='%s'><testcase name='a'/></testsuite>";
    tree.write("junit.xml", suite.formatted("2026-10-31T23:59:59"));
    assertThat(WorkTree.unknown(observe()))
        .startsWith("test report junit.xml is older than the last commit");

    for (String time : List.of("2026-11-01T00:00:00", "1970-01-01T00:00:00", "noon")) {
      tree.write("junit.xml", suite.formatted(time));
      assertThat(results().reports())
          .extracting(ReportFile::time)
          .containsExactly(WorkTree.WRITTEN);
    }
  }

  @Test
  void skipped_tests_that_are_only_counted_make_the_report_unknown() {
    tree.copy("mocha/junit.xml", "web/junit.xml");
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "web/junit.xml:2:1: the suite counts 2 skipped tests, but does not list them all. Look at the output of"
                + " the tests, and let the tool report every one of them.");
  }

  @Test
  void durations_are_those_of_the_report() {
    tree.write(
        "junit.xml",
        "<testsuite><testcase name='a' time='1,234.5'/><testcase name='b'/>"
            + "<testcase name='c' time=''/></testsuite>");
    assertThat(results().cases())
        .extracting(TestCase::duration)
        .containsExactly(Duration.ofMillis(1_234_500), Duration.ZERO, Duration.ZERO);
  }

  @Test
  void a_report_without_tests_is_unknown() {
    tree.write("junit.xml", "<testsuites><testsuite name='s' tests='0'/></testsuites>");
    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "no test case is in junit.xml. Check that the tests were not skipped, and run them (mvn"
                + " verify).");
  }

  @Test
  void one_empty_report_beside_others_is_fine() {
    tree.write("a/junit.xml", "<testsuite/>")
        .write("b/junit.xml", "<testsuite><testcase name='t'/></testsuite>");
    assertThat(results().cases()).hasSize(1);
    assertThat(results().reports()).hasSize(2);
  }

  @Test
  void one_broken_report_makes_all_unknown() {
    surefire();
    tree.write("junit.xml", "<testsuite><testcase name='a'>");
    assertThat(WorkTree.unknown(observe()))
        .startsWith("junit.xml:1:30: the file is not well-formed XML (Unexpected EOF");
  }

  @Test
  void a_test_of_vitest_is_in_the_file_that_names_its_suite_and_its_class() {
    tree.write("test/basket.test.js", "\n".repeat(12))
        .write("test/broken.test.js", "\n")
        .tracked("test/basket.test.js", "test/broken.test.js")
        .copy("vitest/junit.xml", "junit.xml");

    assertThat(results().cases().stream().filter(test -> test.outcome().failed()))
        .extracting(test -> test.file().orElse("none") + ":" + test.line())
        .containsExactly("test/basket.test.js:9", "test/broken.test.js:1");
    assertThat(results().cases()).allMatch(test -> test.file().isPresent());
  }

  @Test
  void a_class_that_is_called_like_a_source_in_a_suite_of_another_name_tells_of_no_file() {
    tree.write("lib/cart.js", "1\n")
        .tracked("lib/cart.js")
        .write(
            "junit.xml",
            "<testsuite name='Mocha Tests'><testcase classname='lib/cart.js' name='adds'/>"
                + "</testsuite>");

    assertThat(results().cases().get(0).file()).isEmpty();
  }
}
