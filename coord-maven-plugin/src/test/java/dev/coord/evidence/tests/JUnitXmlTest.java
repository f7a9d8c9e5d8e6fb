package dev.coord.evidence.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.Observation;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitXmlTest {

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

  private TestCase only(String inside) {
    List<TestCase> cases =
        cases("<testsuite name='s'><testcase classname='c' name='t' " + inside + "</testsuite>");
    assertThat(cases).hasSize(1);
    return cases.get(0);
  }

  private String unknown(String xml) {
    return WorkTree.unknown(read(xml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/>|PASSED",
        "></testcase>|PASSED",
        "><failure/></testcase>|FAILED",
        "><error/></testcase>|ERROR",
        "><skipped/></testcase>|SKIPPED",
        "><flakyFailure/></testcase>|FLAKY",
        "><flakyError/></testcase>|FLAKY",
        "><failure/><rerunFailure/></testcase>|FAILED",
        "><error/><rerunError/></testcase>|ERROR",
        "><rerunFailure/></testcase>|FAILED",
        "><rerunError/></testcase>|FAILED",
        " status='passed'><rerunFailure/></testcase>|FAILED",
        "><flakyFailure/><rerunFailure/></testcase>|FAILED",
        "><rerunFailure/><flakyFailure/></testcase>|FAILED",
        "><rerunFailure/><skipped/></testcase>|SKIPPED",
        "><failure/><error/></testcase>|ERROR",
        "><error/><failure/></testcase>|ERROR",
        "><skipped/><failure/></testcase>|FAILED",
        "><failure/><skipped/></testcase>|FAILED",
        "><flakyFailure/><failure/></testcase>|FAILED",
        "><flakyFailure/><skipped/></testcase>|SKIPPED",
        " status='notrun'/>|SKIPPED",
        " status='run'/>|PASSED",
        " status='failed'/>|FAILED",
        " status='failed'><error/></testcase>|ERROR",
        " status='FAILED'/>|FAILED",
        " status=' Error '/>|FAILED",
        " status='NotRun' result='suppressed'/>|SKIPPED",
        " status='run' result='completed'/>|PASSED",
        " result='failed'/>|FAILED",
        " result='Skipped'/>|SKIPPED",
        " status='passed' result='FAILED'/>|FAILED",
        " status='broken'/>|FAILED",
        " status='timed-out'/>|FAILED",
        " result='aborted'/>|FAILED",
        " status='Interrupted'/>|FAILED",
        " status='Not Run'/>|SKIPPED",
        " status='success'/>|PASSED",
        " status='OK' result=''/>|PASSED",
        " status='odd'><failure/></testcase>|FAILED",
        " status='odd'><skipped/></testcase>|SKIPPED",
        "><skipped type='todo'/><failure/></testcase>|SKIPPED",
        "><error/><skipped type='todo'/></testcase>|SKIPPED",
        "><skipped type='later'/><failure/></testcase>|FAILED",
        "><warning/></testcase>|FAILED",
        "><error/><warning/></testcase>|ERROR",
        "><skipped/><warning/></testcase>|FAILED",
        "><system-out><warning/></system-out></testcase>|PASSED",
        "><system-out>FAILED</system-out></testcase>|PASSED",
        "><properties><property name='failure' value='1'/></properties></testcase>|PASSED",
      })
  void the_worst_element_of_a_test_case_is_its_outcome(String inside, Outcome outcome) {
    assertThat(only(inside).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status='odd'", "result='odd'", "status='run' result='odd'"})
  void a_word_that_nobody_knows_is_no_pass(String word) {
    assertThat(unknown("<testsuite>\n<testcase name='t' " + word + "/></testsuite>"))
        .matches(
            "junit.xml:2:[0-9]+: (status|result)=\"odd\" does not tell how the test ended\\. Let the"
                + " tool write passed, failed or skipped there, or leave it out\\.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"time='0.000'", "name=''", "name='' classname=''"})
  void a_test_case_without_name_and_class_is_of_a_run_that_was_broken_off(String attributes) {
    assertThat(
            unknown(
                "<testsuite name='s'>\n<testcase name='t'/>\n<testcase "
                    + attributes
                    + "/></testsuite>"))
        .isEqualTo(
            "junit.xml:3:1: a test case has neither a name nor a class, as where a run was broken"
                + " off. Run the tests again, to their end.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c|notrun|Unable to find executable|FAILED",
        "c|notrun|Required Files Missing|FAILED",
        "c|notrun|Fixture dependency failed|FAILED",
        "c|notrun|SKIP_RETURN_CODE=77|SKIPPED",
        "c|notrun|SKIP_REGULAR_EXPRESSION_MATCHED|SKIPPED",
        "c|disabled|Disabled|SKIPPED",
        "t|notrun|Unable to find executable|SKIPPED",
      })
  void a_test_that_ctest_could_not_run_is_failed(
      String name, String status, String reason, Outcome outcome) {
    assertThat(
            cases(
                "<testsuite name='s' skipped='1'><testcase name='%s' classname='c' status='%s'><skipped message='%s'/></testcase></testsuite>"
                    .formatted(name, status, reason)))
        .extracting(TestCase::outcome, TestCase::message)
        .containsExactly(tuple(outcome, reason));
  }

  @Test
  void a_test_of_which_only_the_repetition_is_told_says_why_that_failed() {
    assertThat(only("><rerunFailure message='m'/></testcase>").message()).isEqualTo("m");
    assertThat(only("><failure message='first'/><rerunFailure message='m'/></testcase>").message())
        .isEqualTo("first");
    assertThat(only("><rerunFailure message='m'/><failure message='first'/></testcase>").message())
        .isEqualTo("first");
  }

  @Test
  void a_test_is_timed_where_its_report_tells_its_time() {
    assertThat(
            cases(
                "<testsuite><testcase name='a' time='0'/><testcase name='b' time=''/>"
                    + "<testcase name='c'/><failure/></testsuite>"))
        .extracting(TestCase::name, TestCase::timed)
        .containsExactly(
            tuple("a", true), tuple("b", false), tuple("c", false), tuple("(suite)", true));
  }

  @Test
  void an_error_says_more_than_the_reason_to_skip() {
    assertThat(only("><skipped message='later'/><failure message='broken'/></testcase>").message())
        .isEqualTo("broken");
  }

  @Test
  void the_first_of_two_failures_gives_the_message() {
    assertThat(only("><failure message='one'/><failure message='two'/></testcase>").message())
        .isEqualTo("one");
  }

  @Test
  void the_output_of_a_test_is_no_message() {
    assertThat(only("><failure/><system-out>noise</system-out></testcase>").message()).isEmpty();
  }

  @Test
  void long_texts_are_cut() {
    TestCase test = only("><failure message='" + "x".repeat(5000) + "'/></testcase>");
    assertThat(test.message()).hasSize(JUnitXml.MAX_TEXT);
    assertThat(cases("<testsuite><testcase name='" + "y".repeat(5000) + "'/></testsuite>"))
        .extracting(each -> each.name().length())
        .containsExactly(JUnitXml.MAX_TEXT);
  }

  @Test
  void output_of_any_length_is_read_over() {
    String noise = "<![CDATA[" + "x".repeat(3 << 20) + "]]>";
    assertThat(only("><system-out>" + noise + "</system-out></testcase>").outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void suites_may_hold_suites() {
    assertThat(
            cases(
                "<testsuites><testsuite name='a'><testsuite name='b'><testcase name='t'/>"
                    + "</testsuite><testcase name='u'/></testsuite></testsuites>"))
        .extracting(TestCase::qualifiedName)
        .containsExactly("b#t", "a#u");
  }

  @Test
  void a_test_case_without_class_is_of_its_suite_unless_it_says_that_it_has_none() {
    assertThat(
            cases(
                "<testsuite name='s'><testcase name='a'/><testcase name='b' class='k'/>"
                    + "<testcase name='c' classname=''/></testsuite>"))
        .extracting(TestCase::qualifiedName)
        .containsExactly("s#a", "k#b", "c");
  }

  @Test
  void equal_names_are_different_tests() {
    assertThat(
            cases(
                "<testsuite><testcase classname='c' name='t[1]'/>"
                    + "<testcase classname='c' name='t[1]'/></testsuite>"))
        .hasSize(2);
  }

  @Test
  void a_failure_of_a_whole_suite_is_a_failed_test() {
    assertThat(
            cases(
                "<testsuite name='s' errors='1'><error message='no database'/>"
                    + "<testcase name='t'/></testsuite>"))
        .extracting(TestCase::qualifiedName, TestCase::outcome, TestCase::message)
        .containsExactly(
            tuple("s#(suite)", Outcome.ERROR, "no database"), tuple("s#t", Outcome.PASSED, ""));
  }

  @Test
  void a_failure_of_all_suites_is_a_failed_test() {
    for (String failure : List.of("failure", "error")) {
      assertThat(
              cases(
                  "<testsuites name='all'><%s message='no database'/><testsuite name='s'><testcase name='t'/></testsuite></testsuites>"
                      .formatted(failure)))
          .extracting(TestCase::qualifiedName, each -> each.outcome().failed(), TestCase::message)
          .containsExactly(tuple("all#(suite)", true, "no database"), tuple("s#t", false, ""));
    }
  }

  @Test
  void a_warning_of_phpunit_is_no_passed_test() {
    TestCase test =
        cases(
                "<testsuites><testsuite name='EmptyTest' tests='1' errors='0' warnings='1'"
                    + " failures='0' skipped='0'><testcase name='Warning' assertions='0'>"
                    + "<warning type='PHPUnit\\Framework\\Warning'>Warning\nNo tests found in class"
                    + " \"EmptyTest\".</warning></testcase></testsuite></testsuites>")
            .get(0);
    assertThat(test.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(test.qualifiedName()).isEqualTo("EmptyTest#Warning");
    assertThat(test.message()).isEqualTo("No tests found in class \"EmptyTest\".");
  }

  @Test
  void the_name_of_the_test_is_no_message() {
    assertThat(only("><failure>SumTest::t\nIt is 4.</failure></testcase>").message())
        .isEqualTo("It is 4.");
    assertThat(only("><failure>SumTest::t\n</failure></testcase>").message())
        .isEqualTo("SumTest::t");
    assertThat(only("><failure>SumTest::other\nIt is 4.</failure></testcase>").message())
        .isEqualTo("SumTest::other");
  }

  @Test
  void elements_with_a_prefix_are_refused_wherever_they_are() {
    String around =
        "<testsuite xmlns:j='urn:j'>\n<testcase name='t'><j:failure/></testcase></testsuite>";
    assertThat(unknown(around))
        .isEqualTo(
            "junit.xml:2:20: <j:failure> has a prefix, which JUnit XML has not. Let the tool that"
                + " writes this report leave out the prefix.");
    assertThat(unknown("<testsuite xmlns:j='urn:j'><j:testcase name='t'/></testsuite>"))
        .startsWith("junit.xml:1:28: <j:testcase> has a prefix");
    assertThat(cases("<testsuite xmlns:j='urn:j'><j:note/><testcase name='t'/></testsuite>"))
        .hasSize(1);
  }

  @Test
  void failures_that_are_only_counted_make_the_report_unknown() {
    assertThat(unknown("<testsuites>\n <testsuite name='s' errors='1'/></testsuites>"))
        .isEqualTo(
            "junit.xml:2:2: the suite counts 1 failed test, but does not list it. Look at the output of the"
                + " tests, and let the tool report every one of them.");
    assertThat(
            unknown(
                "<testsuites failures='2'><testsuite><testcase name='t'><failure/></testcase></testsuite>"
                    + "</testsuites>"))
        .startsWith("junit.xml:1:1: the suite counts 2 failed tests, but does not list them all.");
  }

  @Test
  void flaky_tests_that_are_counted_apart_hide_no_failure_and_no_flaky_test() {
    String suite = "<testsuite failures='%d' flakes='%d'>%s<testcase name='u'/></testsuite>";
    String flaky = "<testcase name='t'><flakyFailure/><flakyFailure/></testcase>";

    assertThat(cases(suite.formatted(0, 1, flaky)))
        .extracting(TestCase::outcome)
        .containsExactly(Outcome.FLAKY, Outcome.PASSED);
    assertThat(unknown(suite.formatted(0, 1, "<testcase name='t'/>")))
        .startsWith("junit.xml:1:1: the suite counts 1 flaky test, but does not list it");
    assertThat(unknown(suite.formatted(1, 1, flaky)))
        .startsWith("junit.xml:1:1: the suite counts 1 failed test, but does not list it");
  }

  @Test
  void runs_again_may_be_counted_but_hide_no_failure() {
    String again =
        "<testsuite tests='3' failures='%d'><testcase name='t'><failure/><rerunFailure/>"
            + "<rerunFailure/></testcase></testsuite>";
    assertThat(cases(again.formatted(3))).hasSize(1);
    assertThat(cases(again.formatted(1))).hasSize(1);
    assertThat(unknown(again.formatted(2))).startsWith("junit.xml:1:1: the suite counts 2 failed");
    assertThat(unknown(again.formatted(4))).startsWith("junit.xml:1:1: the suite counts 4 failed");
  }

  @Test
  void a_risky_test_asserted_nothing_and_is_skipped() {
    TestCase test =
        only("><error type='PHPUnit\\Framework\\RiskyTestError'>No assertions</error></testcase>");
    assertThat(test.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(test.message()).isEqualTo("No assertions");
  }

  @Test
  void more_failures_than_stated_are_no_contradiction() {
    assertThat(
            cases("<testsuite failures='0'><testcase name='t'><failure/></testcase></testsuite>"))
        .extracting(TestCase::outcome)
        .containsExactly(Outcome.FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "-1", "-0.001", "1e999", "Infinity", "soon"})
  void a_time_that_is_none_is_a_mistake_with_its_place(String time) {
    assertThat(unknown("<testsuite>\n  <testcase name='t' time='" + time + "'/></testsuite>"))
        .isEqualTo(
            "junit.xml:2:3: time=\""
                + time
                + "\" is not a number of seconds. Run the tool that writes this report again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tests", "failures", "errors", "skipped"})
  void a_count_that_is_none_is_a_mistake_with_its_place(String count) {
    assertThat(unknown("<testsuite " + count + "='-1'><testcase name='t'/></testsuite>"))
        .startsWith(
            "junit.xml:1:1: " + count + "=\"-1\" is not a whole number from 0 to 2147483647.");
  }

  @Test
  void another_root_element_is_not_junit_xml() {
    assertThat(unknown("<html/>"))
        .isEqualTo(
            "junit.xml:1:1: this is not JUnit XML: its root element is <html>. Name only JUnit XML"
                + " reports under evidence.tests.");
    assertThat(unknown("<testcase name='t'/>"))
        .startsWith("junit.xml:1:1: a test case is not in a suite.");
  }

  @Test
  void test_cases_do_not_hold_each_other() {
    assertThat(unknown("<testsuite><testcase name='t'><testcase/></testcase></testsuite>"))
        .startsWith("junit.xml:1:31: a test case is not in a suite");
    assertThat(unknown("<testsuite><testcase name='t'><testsuite/></testcase></testsuite>"))
        .startsWith("junit.xml:1:31: a test case holds a suite");
  }

  @Test
  void the_latest_start_that_tells_its_zone_is_the_time_of_the_report() {
    Observation<TestResults> read =
        read(
            "<testsuites><testsuite timestamp='2026-11-20T10:00:00+02:00'><testcase name='t'/>"
                + "</testsuite><testsuite timestamp='2026-11-20T08:30:00Z'/>"
                + "<testsuite timestamp='2026-11-20T23:00:00'/><testsuite timestamp='x'/>"
                + "</testsuites>");
    assertThat(WorkTree.known(read).reports().get(0).time())
        .isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
  }

  @Test
  void the_number_of_test_cases_and_their_names_are_bounded() {
    Room two = new Room(2, 100);
    assertThat(two.take(1)).isTrue();
    assertThat(two.take(1)).isTrue();
    assertThat(two.isExceeded()).isFalse();
    assertThat(two.take(1)).isFalse();
    assertThat(two.isExceeded()).isTrue();
    Room three = new Room(9, 3);
    assertThat(three.take(2)).isTrue();
    assertThat(three.take(2)).isFalse();
    assertThat(three.take(0)).isFalse();
  }

  private static final String PARENT =
      """
      <testsuites>
        <testsuite name='basket' tests='1' failures='0'><testcase name='adds'%s</testsuite>
        <!-- tests 2 -->
        <!-- pass 1 -->
        <!-- fail %d -->
        <!-- cancelled %d -->
      </testsuites>
      """;

  @Test
  void a_test_of_node_that_failed_beside_those_in_it_is_known_by_the_comments_alone() {
    assertThat(unknown(PARENT.formatted("/>", 1, 0)))
        .startsWith("junit.xml:5:")
        .endsWith(
            ": Node.js counts 1 failed test here, but lists none. See in the output of the tests"
                + " which one failed by itself beside the tests in it.");
    assertThat(unknown(PARENT.formatted("/>", 0, 2)))
        .startsWith("junit.xml:6:")
        .contains("Node.js counts 2 failed tests here, but lists none");
  }

  @Test
  void a_test_of_node_that_failed_by_one_in_it_hides_nothing() {
    assertThat(cases(PARENT.formatted("/>", 0, 0))).hasSize(1);
    assertThat(cases(PARENT.formatted("><failure/></testcase>", 1, 0))).hasSize(1);
    assertThat(cases(PARENT.formatted("><failure/></testcase>", 2, 0))).hasSize(1);
    assertThat(unknown(PARENT.formatted("><failure/></testcase>", 3, 0)))
        .contains("Node.js counts 3 failed tests here, but lists 1");
  }

  @Test
  void comments_about_anything_else_count_nothing() {
    assertThat(
            cases(
                "<testsuite><!-- fail --><!--fail 1x--><!-- 3 fail 7 --><!-- fail -1 -->"
                    + "<!-- fail 99999999999 --><!----><testcase name='t'/></testsuite>"))
        .hasSize(1);
  }

  @Test
  void what_fails_as_expected_is_skipped_and_stands_for_no_failure_that_the_suite_counts() {
    String expected =
        "<testcase name='may'><skipped message='TEST_CASE tagged with !mayfail'/>"
            + "<failure message='1==2'/></testcase>";
    assertThat(cases("<testsuite name='c' failures='0'>" + expected + "</testsuite>"))
        .extracting(TestCase::outcome)
        .containsExactly(Outcome.SKIPPED);
    assertThat(unknown("<testsuite name='c' failures='1'>" + expected + "</testsuite>"))
        .contains("the suite counts 1 failed test, but does not list it");
  }

  @Test
  void tests_of_a_file_of_vitest_that_took_no_time_were_not_run() {
    assertThat(unknown(ofVitest("'0'", "'0'", "")))
        .isEqualTo(
            "junit.xml:1:13: the suite took no time, and so did its test adds: nothing tells that"
                + " it was run. Look at the output of the tests for a worker that ended early, mend"
                + " what ended it, and run them again.");
    assertThat(
            unknown(
                ofVitest(
                    "'0'", "'0.007'", "<testcase classname='cart.test.ts' name='b' time='0'/>")))
        .contains(": the suite took no time, and so did its test b: ");
  }

  @Test
  void a_skipped_test_a_suite_that_took_time_and_a_rounded_time_tell_of_no_worker_that_died() {
    assertThat(cases(ofVitest("'0.002'", "'0'", ""))).hasSize(1);
    assertThat(cases(ofVitest("'0'", "'0'><skipped/></testcase", ""))).hasSize(1);
    assertThat(cases(ofVitest("'0.000'", "'0.000'", ""))).hasSize(1);
    assertThat(cases(ofVitest("'0'", "'0'", "").replace(".test.ts", ""))).hasSize(1);
  }

  private static String ofVitest(String ofSuite, String ofTest, String more) {
    return "<testsuites><testsuite name='cart.test.ts' time="
        + ofSuite
        + "><testcase classname='cart.test.ts' name='adds' time="
        + ofTest
        + (ofTest.endsWith("testcase") ? ">" : "/>")
        + more
        + "</testsuite></testsuites>";
  }
}
