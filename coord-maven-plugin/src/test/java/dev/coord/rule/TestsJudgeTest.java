package dev.coord.rule;

import static dev.coord.rule.Verdicts.judge;
import static dev.coord.rule.Verdicts.one;
import static dev.coord.testing.FixedFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Proof;
import dev.coord.plan.TestsRule;
import dev.coord.testing.FixedFacts;
import dev.coord.testing.Places;
import dev.coord.testing.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestsJudgeTest {

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
  void fewer_failing_tests_than_are_asked_for_ask_nobody_to_mend_them() {
    for (String wanted : new String[] {"> 0", "= 2", ">= 1"}) {
      assertThat(one(Rules.tests("failed", wanted), facts().tests(3, 0, 0)).remedy())
          .isEqualTo("Correct the plan: it is less.");
    }
    assertThat(one(Rules.tests("failed", "= 2"), facts().tests(3, 3, 0)).remedy())
        .isEqualTo("Make the failing tests pass.");
    assertThat(one(Rules.tests("passed", "= 33"), facts().tests(3, 0, 0)).remedy())
        .isEqualTo("Make the failing tests pass, and see that none is missing.");
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

  @ParameterizedTest
  @CsvSource({"passed,fails0", "failed,fails0", "skipped,rests0", "flaky,flakes0"})
  void what_is_counted_is_the_proof(String key, String test) {
    Verdict verdict = one(Rules.tests(key, "= 9"), facts().tests(3, 1, 1, 1, Duration.ZERO));

    assertThat(verdict.proof()).extracting(Proof::text).containsExactly("shop.BasketTest#" + test);
  }

  @ParameterizedTest
  @ValueSource(strings = {"total", "duration", "skipped", "flaky"})
  void tests_that_failed_are_no_proof_of_anything_else(String key) {
    String wanted = key.equals("duration") ? "< 1 ms" : "= 9";
    FixedFacts facts = facts().tests(3, 1, 0, 0, Duration.ofSeconds(1));

    assertThat(one(Rules.tests(key, wanted), facts).proof())
        .extracting(Proof::text)
        .noneMatch(text -> text.contains("fails"));
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
    TestsRule rule =
        new TestsRule(
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
}
