package dev.coord.rule;

import static dev.coord.testing.FixedFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Proof;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.Origin;
import dev.coord.plan.Rule;
import dev.coord.plan.Unit;
import dev.coord.testing.FixedFacts;
import dev.coord.testing.Places;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  @TestFactory
  Stream<DynamicTest> verdicts_and_facts_are_whole() {
    return RecordChecks.of(
        one(Rules.lines(">= 60%"), facts().coverage(1, 2, 0, 0)),
        facts().coverage(1, 2, 0, 0).coverage(Rules.lines(">= 60%")).optional().orElseThrow(),
        facts().tests(1, 0, 0).tests(Rules.EVERYTHING).optional().orElseThrow(),
        new Facts.Answer(true, "seen", "", List.of(FixedFacts.PROOF)),
        new Facts.TaskCount(1, 2, List.of(FixedFacts.PROOF)));
  }

  @Test
  void coverage_below_its_limit_fails_and_says_by_how_much() {
    Verdict verdict = one(Rules.lines(">= 60%"), facts().coverage(1204, 2197, 0, 0));

    assertThat(verdict.key()).isEqualTo("lines");
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.measured()).isEqualTo("54.8%");
    assertThat(verdict.required()).isEqualTo(">= 60%");
    assertThat(verdict.summary()).isEqualTo("54.8% < 60% (-5.2 points, 1204/2197 lines)");
    assertThat(verdict.remedy()).isEqualTo("Test more of the code: 1204/2197 lines are covered.");
    assertThat(verdict.proof()).containsExactly(FixedFacts.PROOF);
    assertThat(verdict.gauge()).contains(new Verdict.Gauge(548, 600, Operator.AT_LEAST));
  }

  @Test
  void coverage_at_its_limit_passes_without_a_margin() {
    Verdict verdict = one(Rules.lines(">= 58%"), facts().coverage(29, 50, 0, 0));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.summary()).isEqualTo("58.0% >= 58% (29/50 lines)");
    assertThat(verdict.remedy()).isEmpty();
  }

  private static Verdict each(String wanted, Facts.FileCount... files) {
    Rule.Coverage rule =
        new Rule.Coverage(
            Places.origin(20),
            Optional.of(Rules.comparison(wanted)),
            Optional.empty(),
            Optional.empty(),
            Rules.EVERYTHING,
            Optional.empty(),
            true);
    return one(rule, facts().coverage(List.of(files)));
  }

  private static Facts.FileCount file(String name, int covered, int all) {
    return new Facts.FileCount(name, new CoverageCount(covered, all, 0, 0));
  }

  @Test
  void each_file_must_meet_the_limit_and_the_thinnest_one_that_misses_it_is_told() {
    Verdict failed =
        each(
            ">= 50%",
            file("a.py", 9, 10), file("b.py", 4, 10), file("none.py", 0, 0), file("c.py", 1, 3));

    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.summary())
        .isEqualTo("33.3% < 50% (-16.7 points, 2 of 3 files, c.py 1/3 lines)");
    assertThat(each(">= 50%", file("a.py", 9, 10), file("b.py", 5, 10)).summary())
        .isEqualTo("50.0% >= 50% (the least of 2 files, b.py 5/10 lines)");
  }

  private static Verdict changed(int floor, Facts facts) {
    return one(
        new Rule.Coverage(
            Places.origin(20),
            Optional.of(Rules.comparison(">= 80%")),
            Optional.empty(),
            Optional.empty(),
            Rules.EVERYTHING,
            Optional.of(new ChangedScope(floor, ChangedScope.Unmeasured.UNKNOWN)),
            false),
        facts);
  }

  @Test
  void a_change_below_the_floor_fails_nothing_and_says_so() {
    Verdict tiny = changed(10, facts().coverage(1, 9, 0, 0));

    assertThat(tiny.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(tiny.summary())
        .isEqualTo(
            "11.1% < 80% (not judged, as fewer than 10 changed lines can be run, 1/9 changed"
                + " lines)");
    assertThat(changed(10, facts().coverage(1, 10, 0, 0)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(changed(10, facts().coverage(9, 9, 0, 0)).summary())
        .isEqualTo("100.0% >= 80% (9/9 changed lines)");
    assertThat(changed(0, facts().coverage(0, 1, 0, 0)).outcome()).isEqualTo(Outcome.FAILED);
  }

  private static Rule.Coverage against(String tolerance) {
    return new Rule.Coverage(
        Places.origin(20),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Rules.comparison(tolerance)),
        Rules.EVERYTHING);
  }

  @Test
  void a_share_that_fell_below_the_record_fails_and_says_by_how_much() {
    Verdict verdict = one(against("<= 0.5%"), facts().coverage(32, 41, 0, 0).baseline(33, 41));

    assertThat(verdict.key()).isEqualTo("against");
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.summary())
        .isEqualTo("2.5% > 0.5% (+2.0 points, 32/41 lines after 33/41 at 4f2a9c1 of 2026-01-20)");
    assertThat(verdict.attested()).isTrue();
  }

  @Test
  void the_tolerance_is_counted_exactly() {
    assertThat(one(against("<= 1%"), facts().coverage(79, 100, 0, 0).baseline(8, 10)).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(one(against("<= 0%"), facts().coverage(2, 3, 0, 0).baseline(4, 6)).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(
            one(against("<= 0%"), facts().coverage(666_666, 1_000_000, 0, 0).baseline(2, 3))
                .outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_share_that_rose_has_not_fallen_at_all() {
    assertThat(one(against("<= 0%"), facts().coverage(9, 10, 0, 0).baseline(1, 2)).measured())
        .isEqualTo("0.0%");
  }

  @Test
  void without_a_record_or_a_line_the_fall_is_unknown() {
    assertThat(one(against("<= 1%"), facts().coverage(9, 10, 0, 0)).measured())
        .isEqualTo("no baseline");
    assertThat(one(against("<= 1%"), facts().coverage(0, 0, 0, 0).baseline(1, 2)).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void each_comparison_of_a_rule_has_a_verdict_of_its_own() {
    List<Verdict> verdicts =
        judge(Rules.coverage(">= 80%", ">= 75%"), facts().coverage(80, 100, 7, 10));

    assertThat(verdicts).extracting(Verdict::key).containsExactly("lines", "branches");
    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.PASSED, Outcome.FAILED);
    assertThat(verdicts.get(1).summary()).isEqualTo("70.0% < 75% (-5.0 points, 7/10 branches)");
  }

  @Test
  void a_missing_coverage_report_is_unknown() {
    Verdict verdict = one(Rules.lines(">= 0%"), facts());

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.measured()).isEqualTo("no coverage report was found");
    assertThat(verdict.summary()).isEqualTo("no coverage report was found");
    assertThat(verdict.required()).isEqualTo(">= 0%");
    assertThat(verdict.remedy()).isEqualTo("Run the tests first.");
    assertThat(verdict.gauge()).isEmpty();
  }

  @Test
  void no_line_is_unknown_and_never_all_of_them() {
    Verdict verdict = one(Rules.lines(">= 80%"), facts().coverage(0, 0, 3, 4));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary())
        .isEqualTo(
            "the coverage reports hold no lines of this part, so there is nothing to compare");
    assertThat(verdict.remedy())
        .isEqualTo("Let the reports contain its lines, or correct of: (coord.yml:20).");
  }

  @Test
  void no_branch_is_unknown_and_leaves_the_lines_alone() {
    List<Verdict> verdicts =
        judge(Rules.coverage(">= 80%", ">= 75%"), facts().coverage(9, 10, 0, 0));

    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.PASSED, Outcome.UNKNOWN);
  }

  @Test
  void a_failing_test_fails_and_is_counted() {
    Verdict verdict = one(Rules.tests("failed", "= 0"), facts().tests(55, 2, 1));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.summary()).isEqualTo("2 != 0 (+2, of 58 tests)");
    assertThat(verdict.remedy()).isEqualTo("Make the failing tests pass.");
  }

  @Test
  void a_test_that_disappears_is_noticed() {
    Verdict verdict = one(Rules.tests("total", ">= 65"), facts().tests(58, 0, 0));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.summary()).isEqualTo("58 < 65 (-7, of 58 tests)");
    assertThat(verdict.remedy()).isEqualTo("See which tests are missing from the reports.");
  }

  @Test
  void passed_and_skipped_tests_are_counted() {
    FixedFacts facts = facts().tests(1, 0, 2);

    assertThat(one(Rules.tests("passed", ">= 2"), facts).summary())
        .isEqualTo("1 < 2 (-1, of 3 tests)");
    assertThat(one(Rules.tests("passed", ">= 2"), facts).remedy())
        .isEqualTo("Make the failing tests pass, and see that none is missing.");
    assertThat(one(Rules.tests("skipped", "< 2"), facts).summary())
        .isEqualTo("2 >= 2 (0, of 3 tests)");
    assertThat(one(Rules.tests("skipped", "< 2"), facts).remedy())
        .isEqualTo("Run the skipped tests again.");
  }

  @Test
  void flaky_tests_count_as_passed_and_are_shown() {
    Verdict verdict = one(Rules.tests("failed", "= 0"), facts().tests(3, 0, 0, 1, Duration.ZERO));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.summary()).isEqualTo("0 = 0 (of 3 tests, 1 flaky)");
  }

  @Test
  void the_duration_of_the_tests_is_compared_to_the_nanosecond() {
    FixedFacts facts = facts().tests(1, 0, 0, 0, Duration.ofSeconds(5).plusNanos(1));

    assertThat(one(Rules.tests("duration", "<= 5 s"), facts).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(one(Rules.tests("duration", "<= 5 s"), facts).summary())
        .isEqualTo("5.001 s > 5 s (+0.001 s, of 1 test)");
    assertThat(one(Rules.tests("duration", "<= 5 s"), facts).remedy())
        .isEqualTo("Make the tests faster.");
    assertThat(one(Rules.tests("duration", "<= 5001 ms"), facts).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"passed", "failed", "skipped", "total"})
  void no_test_is_unknown_and_never_no_failure(String key) {
    Verdict verdict = one(Rules.tests(key, "= 0"), facts().tests(0, 0, 0));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary()).isEqualTo("no test fits of:, so there is nothing to count");
    assertThat(verdict.remedy()).isEqualTo("Correct of: (coord.yml:20), or add the tests.");
  }

  @Test
  void tests_that_were_all_skipped_do_not_show_that_none_fails() {
    Verdict verdict = one(Rules.tests("failed", "= 0"), facts().tests(0, 0, 12));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary()).isEqualTo("no test was run, 12 skipped");
    assertThat(one(Rules.tests("duration", "< 1 s"), facts().tests(0, 0, 12)).outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(one(Rules.tests("skipped", "= 0"), facts().tests(0, 0, 12)).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void as_many_failures_as_passes_are_a_failure() {
    assertThat(one(Rules.tests("failed", "= 0"), facts().tests(2, 2, 1)).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void missing_test_reports_are_unknown() {
    assertThat(one(Rules.tests("failed", "= 0"), facts()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void all_comparisons_of_tests_are_judged_in_the_order_of_the_reference() {
    Rule.Tests rule =
        new Rule.Tests(
            Places.origin(20),
            Optional.of(Rules.comparison(">= 1")),
            Optional.of(Rules.comparison("= 0")),
            Optional.of(Rules.comparison("= 0")),
            Optional.of(Rules.comparison("= 0")),
            Optional.of(Rules.comparison(">= 1")),
            Optional.of(Rules.comparison("< 1 s")),
            Optional.of(Rules.comparison("< 1 s")),
            Optional.of(Rules.comparison("= 0")),
            Optional.of(Rules.comparison(">= 1")),
            Rules.EVERYTHING);

    assertThat(judge(rule, facts().tests(1, 0, 0)))
        .extracting(Verdict::key)
        .containsExactly(
            "passed",
            "failed",
            "skipped",
            "flaky",
            "total",
            "duration",
            "slowest",
            "vanished",
            "new");
  }

  @Test
  void tests_that_vanished_are_named_and_their_run_is() {
    FixedFacts facts =
        facts().tests(2, 0, 0).since(List.of("shop.OldTest#a"), List.of(), 3, "perhaps renamed: x");

    Verdict verdict = one(Rules.tests("vanished", "= 0"), facts);

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.summary())
        .isEqualTo(
            "1 != 0 (+1, 3 tests at 4f2a9c1 of 2026-01-20; without shop.OldTest#a; perhaps renamed: x)");
    assertThat(verdict.proof()).extracting(Proof::text).containsExactly("shop.OldTest#a");
    assertThat(verdict.attested()).isTrue();
    assertThat(verdict.remedy()).contains("renamed counts as vanished and as new");
  }

  @Test
  void new_tests_are_counted_beside_those_of_the_run_before() {
    FixedFacts facts =
        facts().tests(4, 0, 0).since(List.of(), List.of("shop.NewTest#a", "shop.NewTest#b"), 2, "");

    Verdict verdict = one(Rules.tests("new", ">= 1"), facts);

    assertThat(verdict.summary())
        .isEqualTo(
            "2 >= 1 (beside 2 tests at 4f2a9c1 of 2026-01-20; new: shop.NewTest#a and"
                + " shop.NewTest#b)");
    assertThat(one(Rules.tests("new", ">= 3"), facts).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_test_that_must_not_be_new_is_named_before_the_one_that_vanished() {
    FixedFacts facts = facts().tests(4, 0, 0).since(List.of("a.B#x"), List.of("a.B#xx"), 2, "");

    Verdict verdict = one(Rules.tests("new", "= 0"), facts);

    assertThat(verdict.summary())
        .isEqualTo(
            "1 != 0 (+1, beside 2 tests at 4f2a9c1 of 2026-01-20; new: a.B#xx; without a.B#x)");
    assertThat(verdict.proof()).extracting(Proof::text).containsExactly("a.B#xx");
  }

  @Test
  void without_a_recorded_run_and_without_any_test_what_vanished_is_unknown() {
    assertThat(one(Rules.tests("vanished", "= 0"), facts().tests(4, 0, 0)).summary())
        .isEqualTo("no recorded tests");
    FixedFacts nothing = facts().tests(0, 0, 0).since(List.of(), List.of(), 0, "");
    assertThat(one(Rules.tests("vanished", "= 0"), nothing).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void the_slowest_test_is_the_proof_of_how_long_it_takes() {
    Verdict verdict =
        one(Rules.tests("slowest", "< 500 ms"), facts().tests(2, 0, 0, 0, Duration.ofMillis(700)));

    assertThat(verdict.summary()).isEqualTo("700 ms >= 500 ms (+200 ms, of 2 tests)");
    assertThat(verdict.proof()).extracting(Proof::text).containsExactly("shop.SlowTest#all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"duration", "slowest"})
  void how_long_tests_take_is_unknown_while_one_has_no_time(String key) {
    FixedFacts facts = facts().untimed(3, Duration.ofMillis(20));

    Verdict verdict = one(Rules.tests(key, "< 500 ms"), facts);

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary()).isEqualTo("no report tells how long shop.BasketTest#adds took");
    assertThat(verdict.remedy()).isEqualTo("Let the tool that runs the tests report their times.");
    assertThat(one(Rules.tests(key, "< 10 ms"), facts).outcome()).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          480      | ms    |       | < 500 ms     | PASSED  | 480 ms < 500 ms (score of Encode)
          0.48     | s     |       | < 500 ms     | PASSED  | 480 ms < 500 ms (score of Encode)
          480000   | us    |       | < 0.5 s      | PASSED  | 0.48 s < 0.5 s (score of Encode)
          500      | ms    |       | < 500 ms     | FAILED  | 500 ms >= 500 ms (0 ms, score of Encode)
          0.0083   | min   |       | < 500 ms     | PASSED  | 498 ms < 500 ms (score of Encode)
          3        |       |       | >= 3x        | PASSED  | 3x >= 3x (score of Encode)
          2.9999   |       |       | >= 3x        | FAILED  | 2.999x < 3x (-0.001x, score of Encode)
          21       |       | count | = 21         | PASSED  | 21 = 21 (score of Encode)
          79.99    | %     |       | >= 80%       | FAILED  | 79.9% < 80% (-0.1 points, score of Encode)
          120      | req/s |       | >= 6000 req/min | PASSED | 7200 req/min >= 6000 req/min (score of Encode)
          1        | GB    |       | <= 1000 MB   | PASSED  | 1000 MB <= 1000 MB (score of Encode)
          1        | GiB   |       | <= 1000 MB   | FAILED  | 1073.742 MB > 1000 MB (+73.742 MB, score of Encode)
          -1       | ms    |       | < 5 ms       | PASSED  | -1 ms < 5 ms (score of Encode)
          480      |       | ms    | < 0.5 s      | PASSED  | 0.48 s < 0.5 s (score of Encode)
          480      |       |       | < 500 ms     | UNKNOWN | EncodeBench is written there without a unit
          480      | s     | ms    | < 500 ms     | UNKNOWN | EncodeBench is in s there, and the plan says that it is in ms
          480      | MB    |       | < 500 ms     | UNKNOWN | EncodeBench is in MB, which cannot be compared with < 500 ms
          480      | ms    |       | < 500        | UNKNOWN | EncodeBench is in ms, which cannot be compared with < 500
          """)
  void a_measured_number_is_compared_in_units_of_one_kind_and_never_across(
      String number, String told, String said, String wanted, Outcome outcome, String summary) {
    Verdict verdict =
        one(
            Rules.metric("EncodeBench", Optional.ofNullable(said), wanted),
            facts().measured(number, Optional.ofNullable(told).flatMap(Unit::ofSymbol)));

    assertThat(verdict.summary()).isEqualTo(summary);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.key()).isEqualTo("value");
  }

  @Test
  void a_share_of_tasks_is_shown_as_declared() {
    Proof declared =
        new Proof(
            Proof.Kind.PLAN,
            Proof.Strength.DECLARED,
            "A.2 is todo",
            Optional.of(Places.line(7)),
            Optional.empty());

    Verdict verdict = one(Rules.allTasks("= 100%"), facts().tasks(2, 3, declared));

    assertThat(verdict.key()).isEqualTo("done");
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.summary()).isEqualTo("66.6% != 100% (-33.4 points, 2/3 tasks)");
    assertThat(verdict.remedy())
        .isEqualTo("Finish the open tasks, or correct their state in the plan.");
    assertThat(verdict.attested()).isTrue();
  }

  @Test
  void no_task_is_unknown_and_never_all_of_them() {
    Verdict verdict = one(Rules.allTasks("= 100%"), facts().tasks(0, 0));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.key()).isEqualTo("done");
    assertThat(verdict.summary()).isEqualTo("there are no tasks to count");
    assertThat(verdict.remedy()).isEqualTo("Add tasks, or take the rule out (coord.yml:20).");
  }

  @Test
  void what_git_answers_is_the_verdict() {
    Facts.Answer no = new Facts.Answer(false, "x is not in main", "Merge x.", List.of());
    Facts.Answer yes = new Facts.Answer(true, "x is in main", "", List.of(FixedFacts.PROOF));

    Verdict failed = one(Rules.merged("x"), facts().merged(no));
    Verdict passed = one(Rules.merged("x"), facts().merged(yes));

    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.key()).isEmpty();
    assertThat(failed.required()).isEqualTo("merged");
    assertThat(failed.summary()).isEqualTo("x is not in main");
    assertThat(failed.remedy()).isEqualTo("Merge x.");
    assertThat(failed.proof()).containsExactly(Proof.plan("the rule", Places.line(20)));
    assertThat(passed.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(passed.proof()).containsExactly(FixedFacts.PROOF);
    assertThat(one(Rules.merged("x"), facts()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_path_is_there_or_not_or_unknown() {
    assertThat(one(Rules.exists("a"), facts().path("a", true)).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(one(Rules.exists("a"), facts().path("a", false)).outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(one(Rules.exists("a"), facts().pathUnknown("a")).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void what_a_path_rule_wants_is_said_in_its_words() {
    FixedFacts facts = facts().path("a", true);

    assertThat(one(Rules.exists("a"), facts).required()).isEqualTo("exists");
    assertThat(one(Rules.absent("a"), facts).required()).isEqualTo("absent");
    assertThat(one(Rules.contains("a", "30 days"), facts).required())
        .isEqualTo("contains \"30 days\"");
  }

  @Test
  void what_somebody_says_passes_and_is_shown_as_declared() {
    Verdict verdict = one(Rules.declared("ana", "The terms were sent."), facts());

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.summary()).isEqualTo("ana says: The terms were sent.");
    assertThat(verdict.measured()).isEqualTo("declared by ana");
    assertThat(verdict.required()).isEqualTo("declared by ana");
    assertThat(verdict.attested()).isTrue();
    assertThat(verdict.proof()).extracting(Proof::strength).containsOnly(Proof.Strength.DECLARED);
  }

  @Test
  void what_nobody_has_said_yet_is_unknown() {
    Verdict verdict = one(Rules.declared("ana", ""), facts());

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary()).isEqualTo("ana has not said so");
    assertThat(verdict.measured()).isEqualTo("ana has not said so yet");
    assertThat(verdict.remedy()).isEqualTo("Let ana write what is so under says (coord.yml:20).");
  }

  @Test
  void a_word_read_at_a_commit_keeps_the_commit() {
    Rule.Declared rule = new Rule.Declared(Origin.at(Places.line(3).in("abc")), "ana", "It is so.");

    assertThat(one(rule, facts()).proof().get(0).commit()).contains("abc");
  }

  @Test
  void what_rests_on_reports_alone_is_not_attested() {
    assertThat(one(Rules.lines(">= 0%"), facts().coverage(1, 2, 0, 0)).attested()).isFalse();
  }

  @Test
  void what_did_not_pass_has_a_remedy() {
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.UNKNOWN, Outcome.WAIVED)) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new Verdict("", outcome, "1", "0", "1 != 0", List.of(), "", Optional.empty()));
    }
  }

  private static Verdict.Gauge gauge(int value, int threshold) {
    return new Verdict.Gauge(value, threshold, Operator.AT_LEAST);
  }

  @Test
  void a_gauge_stays_on_its_scale() {
    assertThat(gauge(0, 1000).permille()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> gauge(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> gauge(1001, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> gauge(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> gauge(0, 1001));
  }

  @Test
  void outcomes_are_words() {
    assertThat(Stream.of(Outcome.values()).map(Outcome::word))
        .containsExactly("passed", "waived", "baselined", "unknown", "failed");
  }

  private static List<Verdict> judge(Rule rule, Facts facts) {
    return new Judge().judge(rule, facts);
  }

  private static Verdict one(Rule rule, Facts facts) {
    List<Verdict> verdicts = judge(rule, facts);
    assertThat(verdicts).hasSize(1);
    return verdicts.get(0);
  }
}
