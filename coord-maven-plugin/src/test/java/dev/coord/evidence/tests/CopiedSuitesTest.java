package dev.coord.evidence.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of a suite that two report files hold counts for neither. */
class CopiedSuitesTest {

  private static final String CASES =
      "<testcase classname='s.A' name='a' time='0.012'/>"
          + "<testcase classname='s.A' name='b' time='0.003'/>";
  private static final String DATED = "timestamp='2026-11-20T10:00:00Z' time='0.120'";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<TestResults> observe() {
    return TestReports.read(tree.find().tests(), tree.freshness());
  }

  private int tests() {
    return WorkTree.known(observe()).cases().size();
  }

  private static String suite(String attributes, String inside) {
    return "<testsuite name='s.A' " + attributes + ">" + inside + "</testsuite>";
  }

  private static String property(String name, String value) {
    return "<properties><property name='" + name + "' value='" + value + "'/></properties>";
  }

  @Test
  void a_copied_report_is_unknown_and_both_files_are_named() {
    String report = "<testsuites>\n" + suite(DATED, CASES) + "</testsuites>";
    tree.write("junit.xml", report).write("out/junit.xml", report);

    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "out/junit.xml:2:1: the same run of s.A is also in junit.xml:2. Remove the copy, or say"
                + " under evidence.tests which reports count.");
  }

  @Test
  void a_report_that_merges_others_is_a_copy_of_each() {
    tree.write("a/junit.xml", suite(DATED, CASES))
        .write("b/junit.xml", suite("", "<testcase name='x' time='0.5'/>"))
        .write(
            "junit-all.xml",
            "<testsuites name='all' time='9'>\n"
                + suite("", "<testcase name='x' time='0.5'/>")
                + suite(DATED, CASES)
                + "</testsuites>");

    assertThat(WorkTree.unknown(observe()))
        .startsWith("junit-all.xml:2:1: the same run of s.A is also in b/junit.xml:1.");
  }

  @Test
  void a_copy_in_another_order_of_attributes_is_one() {
    tree.write("a/junit.xml", suite("time='1' timestamp='t'", CASES))
        .write("b/junit.xml", suite("timestamp='t' time='1'", CASES));

    assertThat(observe().isKnown()).isFalse();
  }

  @Test
  void parameterized_tests_may_repeat_a_name_within_a_report() {
    tree.write("junit.xml", suite(DATED, CASES + CASES + CASES));

    assertThat(tests()).isEqualTo(6);
  }

  @Test
  void a_suite_that_one_report_holds_twice_with_the_same_durations_is_unknown() {
    String suite = suite(DATED, CASES) + "\n";
    tree.write("junit.xml", "<testsuites>" + suite + suite + "</testsuites>");

    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "junit.xml:2:1: the same run of s.A is also in junit.xml:1. Let what joins reports take"
                + " each once; two runs that are alike need names of their own.");
  }

  @Test
  void suites_of_one_report_that_are_alike_are_several_where_no_test_took_time() {
    String suite = suite(DATED, "<testcase name='a' time='0.000'/><testcase name='b'/>");
    tree.write("junit.xml", "<testsuites>" + suite + suite + "</testsuites>");

    assertThat(tests()).isEqualTo(4);
  }

  @Test
  void suites_of_one_report_that_name_different_files_are_several() {
    String suite = suite(DATED + " file='%s'", CASES);
    tree.write(
        "junit.xml",
        "<testsuites>" + suite.formatted("a") + suite.formatted("b") + "</testsuites>");

    assertThat(tests()).isEqualTo(4);
  }

  @Test
  void suites_of_one_report_that_are_alike_below_different_ones_are_several() {
    String inner = suite(DATED, CASES);
    tree.write(
        "junit.xml",
        "<testsuites><testsuite name='GET /a'>%1$s</testsuite><testsuite name='GET /b'>%1$s</testsuite></testsuites>"
            .formatted(inner));

    assertThat(tests()).isEqualTo(4);
  }

  @Test
  void runs_at_different_times_are_different() {
    tree.write("py311/junit.xml", suite(DATED, CASES))
        .write("py312/junit.xml", suite("timestamp='2026-11-20T10:00:01Z' time='0.120'", CASES));

    assertThat(tests()).isEqualTo(4);
  }

  @Test
  void runs_on_different_machines_are_different() {
    tree.write("a/junit.xml", suite(DATED + " hostname='a'", CASES))
        .write("b/junit.xml", suite(DATED + " hostname='b'", CASES));

    assertThat(tests()).isEqualTo(4);
  }

  @Test
  void runs_that_took_another_time_are_different() {
    tree.write("a/junit.xml", suite("time='0.120'", CASES))
        .write("b/junit.xml", suite("time='0.121'", CASES))
        .write("c/junit.xml", suite("time='0.120'", CASES.replace("0.003", "0.004")));

    assertThat(tests()).isEqualTo(6);
  }

  @Test
  void runs_with_other_outcomes_are_different() {
    tree.write("a/junit.xml", suite("", "<testcase name='a'/>"))
        .write("b/junit.xml", suite("", "<testcase name='a'><skipped/></testcase>"));

    assertThat(tests()).isEqualTo(2);
  }

  @Test
  void without_a_time_stamp_the_module_and_the_process_of_surefire_tell_runs_apart() {
    tree.write("a/junit.xml", suite("time='0'", property("basedir", "/shop/a") + CASES))
        .write("b/junit.xml", suite("time='0'", property("basedir", "/shop/b") + CASES));
    assertThat(tests()).isEqualTo(4);

    tree.write("a/junit.xml", suite("time='0'", property("sun.java.command", "1.jar") + CASES))
        .write("b/junit.xml", suite("time='0'", property("sun.java.command", "2.jar") + CASES));
    assertThat(tests()).isEqualTo(4);

    tree.write("a/junit.xml", suite("time='0'", property("user.name", "ana") + CASES))
        .write("b/junit.xml", suite("time='0'", property("user.name", "ben") + CASES));
    assertThat(observe().isKnown()).isFalse();
  }

  @Test
  void suites_of_suites_are_known_by_the_tests_that_they_list_themselves() {
    tree.write("a/junit.xml", "<testsuites>" + suite("", "<testcase name='a'/>") + "</testsuites>")
        .write("b/junit.xml", "<testsuites>" + suite("", "<testcase name='b'/>") + "</testsuites>");

    assertThat(tests()).isEqualTo(2);
  }

  @Test
  void reports_without_tests_are_copies_of_nothing() {
    tree.write("a/junit.xml", "<testsuite/>")
        .write("b/junit.xml", "<testsuite/>")
        .write("c/junit.xml", suite("", CASES));

    assertThat(tests()).isEqualTo(2);
  }
}
