package dev.coord.assess;

import static dev.coord.assess.FactsOfPlan.facts;
import static dev.coord.assess.FactsOfPlan.known;
import static dev.coord.assess.FactsOfPlan.reason;
import static dev.coord.assess.FactsOfPlan.remedy;
import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Proof;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.rule.Facts;
import dev.coord.testing.Evidences;
import dev.coord.testing.Rules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestFactsTest {

  private final Evidences some =
      evidence()
          .test("shop.ATest#adds", Outcome.PASSED, "src/a/ATest.java")
          .test("shop.ATest#fails", Outcome.FAILED, "src/a/ATest.java")
          .test("shop.BTest#errs", Outcome.ERROR, "src/b/BTest.java")
          .test("shop.BTest#flakes", Outcome.FLAKY, "src/b/BTest.java")
          .test("shop.BTest#rests", Outcome.SKIPPED, "src/b/BTest.java");

  @Test
  void errors_are_failures_and_flaky_tests_are_passed() {
    Facts.Tests tests = known(facts(some).tests(Rules.EVERYTHING));

    assertThat(tests.passed()).isEqualTo(2);
    assertThat(tests.failed()).isEqualTo(2);
    assertThat(tests.skipped()).isEqualTo(1);
    assertThat(tests.flaky()).isEqualTo(1);
    assertThat(tests.total()).isEqualTo(5);
    assertThat(tests.duration()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void those_that_failed_were_skipped_or_are_flaky_are_named() {
    Facts.Tests tests = known(facts(some).tests(Rules.EVERYTHING));

    assertThat(tests.failedTests())
        .extracting(Proof::text)
        .containsExactly("shop.ATest#fails: expected 1", "shop.BTest#errs: expected 1");
    assertThat(tests.skippedTests()).extracting(Proof::text).containsExactly("shop.BTest#rests");
    assertThat(tests.flakyTests()).extracting(Proof::text).containsExactly("shop.BTest#flakes");
  }

  @Test
  void twenty_failures_are_enough() {
    Evidences many = evidence();
    for (int i = 0; i < 30; i++) {
      many.test("shop.ATest#t" + i, Outcome.FAILED);
    }

    assertThat(known(facts(many).tests(Rules.EVERYTHING)).failedTests()).hasSize(20);
  }

  @Test
  void the_reports_are_the_proof_of_what_names_no_test() {
    Evidences good = evidence().test("shop.ATest#adds", Outcome.PASSED);

    assertThat(known(facts(good).tests(Rules.EVERYTHING)).proof())
        .extracting(Proof::text)
        .containsExactly("1 report");
  }

  @Test
  void tests_that_were_run_and_have_no_time_are_told() {
    Evidences seen = some.untimed("shop.CTest#counts").untimed("shop.CTest#fails", Outcome.FAILED);

    assertThat(known(facts(seen).tests(Rules.EVERYTHING)).untimed())
        .extracting(Proof::text)
        .containsExactly("shop.CTest#counts", "shop.CTest#fails");
  }

  @Test
  void names_pick_tests() {
    assertThat(known(facts(some).tests(Rules.names("*BTest"))).total()).isEqualTo(3);
    assertThat(known(facts(some).tests(Rules.names("*#adds"))).total()).isEqualTo(1);
    assertThat(known(facts(some).tests(Rules.names("x"))).total()).isZero();
  }

  @Test
  void a_workstream_and_paths_pick_tests_by_their_source() {
    assertThat(known(facts(some).tests(Rules.workstream("a"))).total()).isEqualTo(2);
    assertThat(known(facts(some).tests(Rules.paths("src/b/**"))).total()).isEqualTo(3);
  }

  @Test
  void tests_without_a_source_cannot_be_picked_by_path() {
    Evidences one = evidence().test("shop.ATest#adds", Outcome.PASSED);
    Evidences three =
        evidence()
            .test("shop.ATest#adds", Outcome.PASSED, "src/a/ATest.java")
            .test("shop.BTest#x", Outcome.PASSED)
            .test("shop.BTest#y", Outcome.FAILED)
            .test("shop.BTest#z", Outcome.PASSED);

    assertThat(reason(facts(one).tests(Rules.workstream("a"))))
        .isEqualTo("nobody can tell which file shop.ATest#adds is in");
    assertThat(reason(facts(three).tests(Rules.paths("src/a/**"))))
        .isEqualTo("nobody can tell which file shop.BTest#x is in, and 2 more");
    assertThat(remedy(facts(three).tests(Rules.paths("src/a/**"))))
        .isEqualTo("Name the tests instead: of: {names: [...]}.");
    assertThat(known(facts(three).tests(Rules.names("*BTest"))).total()).isEqualTo(3);
  }

  @Test
  void missing_reports_stay_unknown() {
    assertThat(reason(facts(evidence()).tests(Rules.EVERYTHING)))
        .isEqualTo("no JUnit XML report was found");
  }
}
