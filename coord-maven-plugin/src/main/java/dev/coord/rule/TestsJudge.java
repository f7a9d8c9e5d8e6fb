package dev.coord.rule;

import dev.coord.diagnostic.Enumerated;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.TestsRule;
import dev.coord.rule.Comparisons.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judges rules on tests: how this run went, and what became of the tests since a former one. */
final class TestsJudge {

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
  private static final int NANOS_OF_A_MILLI = 6;

  /** Numbers that are to be high; of the others, less is better. */
  private static final Set<String> WANTED = Set.of("passed", "total");

  private final TestsRule rule;
  private final Observation<Facts.Tests> observed;
  private final List<Verdict> verdicts = new ArrayList<>();

  private TestsJudge(TestsRule rule, Observation<Facts.Tests> observed) {
    this.rule = rule;
    this.observed = observed;
  }

  static List<Verdict> judge(TestsRule rule, Facts facts) {
    TestsJudge judge = new TestsJudge(rule, facts.tests(rule.of()));
    judge.now();
    if (rule.looksBack()) {
      judge.since(facts.testChange(rule.of()));
    }
    return judge.verdicts;
  }

  private void now() {
    number(
        "passed",
        rule.passed(),
        some(),
        tests -> BigDecimal.valueOf(tests.passed()),
        Facts.Tests::failedTests,
        "Make the failing tests pass, and see that none is missing.");
    number(
        "failed",
        rule.failed(),
        run(),
        tests -> BigDecimal.valueOf(tests.failed()),
        Facts.Tests::failedTests,
        "Make the failing tests pass.");
    number(
        "skipped",
        rule.skipped(),
        some(),
        tests -> BigDecimal.valueOf(tests.skipped()),
        Facts.Tests::skippedTests,
        "Run the skipped tests again.");
    number(
        "flaky",
        rule.flaky(),
        run(),
        tests -> BigDecimal.valueOf(tests.flaky()),
        Facts.Tests::flakyTests,
        "Make the flaky tests pass at once.");
    number(
        "total",
        rule.total(),
        some(),
        tests -> BigDecimal.valueOf(tests.total()),
        tests -> List.of(),
        "See which tests are missing from the reports.");
    number(
        "duration",
        rule.duration(),
        run().then(tests -> timed(tests, rule.duration(), tests.duration())),
        tests -> milliseconds(tests.duration()),
        tests -> List.of(),
        "Make the tests faster.");
    number(
        "slowest",
        rule.slowest(),
        run().then(tests -> timed(tests, rule.slowest(), tests.slowest().time())),
        tests -> milliseconds(tests.slowest().time()),
        tests -> tests.slowest().tests(),
        "Make that test faster.");
  }

  private void since(Observation<Facts.TestChange> change) {
    Observation<Facts.TestChange> some =
        change.then(fact -> fact.before() + fact.fresh() > 0 ? Observation.known(fact) : nothing());
    since(
        "vanished",
        rule.vanished(),
        some,
        fact ->
            new Value(
                BigDecimal.valueOf(fact.vanished()),
                BigDecimal.ONE,
                before(fact) + names(fact) + renamed(fact),
                fact.vanishedTests().isEmpty() ? fact.proof() : fact.vanishedTests(),
                "Bring the tests back, or waive each that is gone on purpose (finding: its name)."
                    + " A test that was renamed counts as vanished and as new."));
    since(
        "new",
        rule.fresh(),
        some,
        fact ->
            new Value(
                BigDecimal.valueOf(fact.fresh()),
                BigDecimal.ONE,
                "beside " + before(fact) + freshNames(fact) + names(fact) + renamed(fact),
                fact.freshTests().isEmpty() ? fact.proof() : fact.freshTests(),
                "Test what is new. A test that was renamed counts as vanished and as new."));
  }

  private void since(
      String key,
      Optional<Comparison> wanted,
      Observation<Facts.TestChange> change,
      Function<Facts.TestChange, Value> value) {
    wanted.ifPresent(
        comparison -> verdicts.add(Comparisons.judge(key, comparison, change.map(value))));
  }

  private static String before(Facts.TestChange fact) {
    return tests(fact.before()) + " at " + fact.when();
  }

  private static String names(Facts.TestChange fact) {
    return fact.vanishedTests().isEmpty()
        ? ""
        : "; without " + Enumerated.of(fact.vanishedTests().stream().map(Proof::text).toList());
  }

  private static String freshNames(Facts.TestChange fact) {
    return fact.freshTests().isEmpty()
        ? ""
        : "; new: " + Enumerated.of(fact.freshTests().stream().map(Proof::text).toList());
  }

  private static String renamed(Facts.TestChange fact) {
    return fact.renamed().isEmpty() ? "" : "; " + fact.renamed();
  }

  /**
   * Tests of which no report tells how long they took may have taken any time: nothing but that a
   * limit is exceeded can be told.
   */
  private static Observation<Facts.Tests> timed(
      Facts.Tests tests, Optional<Comparison> wanted, Duration known) {
    boolean exceeded =
        wanted
            .filter(c -> c.operator() == Operator.LESS || c.operator() == Operator.AT_MOST)
            .filter(c -> !c.metBy(milliseconds(known), BigDecimal.ONE))
            .isPresent();
    return tests.untimed().isEmpty() || exceeded
        ? Observation.known(tests)
        : Observation.unknown(
            "no report tells how long "
                + Enumerated.of(tests.untimed().stream().map(Proof::text).toList())
                + " took",
            "Let the tool that runs the tests report their times.");
  }

  private static BigDecimal milliseconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .multiply(MILLIS)
        .add(BigDecimal.valueOf(duration.getNano(), NANOS_OF_A_MILLI));
  }

  /** No test at all is no evidence. */
  private Observation<Facts.Tests> some() {
    return observed.then(fact -> fact.total() > 0 ? Observation.known(fact) : nothing());
  }

  private <T> Observation<T> nothing() {
    return Observation.unknown(
        "no test fits of:, so there is nothing to count",
        "Correct of: (" + rule.origin().self().withCommit() + "), or add the tests.");
  }

  /** Tests that were all skipped show neither that nothing fails nor how long it takes. */
  private Observation<Facts.Tests> run() {
    return some()
        .then(
            fact ->
                fact.passed() + fact.failed() > 0
                    ? Observation.known(fact)
                    : Observation.unknown(
                        "no test was run, " + fact.skipped() + " skipped",
                        "Run the tests without skipping them."));
  }

  /** Judges a number by the tests that it counts, or where it names none, by the reports. */
  private void number(
      String key,
      Optional<Comparison> wanted,
      Observation<Facts.Tests> tests,
      Function<Facts.Tests, BigDecimal> value,
      Function<Facts.Tests, List<Proof>> named,
      String remedy) {
    wanted.ifPresent(
        comparison ->
            verdicts.add(
                Comparisons.judge(
                    key,
                    comparison,
                    tests
                        .map(
                            fact ->
                                new Value(
                                    value.apply(fact),
                                    BigDecimal.ONE,
                                    counted(fact),
                                    named.apply(fact).isEmpty() ? fact.proof() : named.apply(fact),
                                    remedy))
                        .map(fact -> WANTED.contains(key) ? fact : fact.lessIsBetter()))));
  }

  private static String counted(Facts.Tests tests) {
    String all = "of " + tests(tests.total());
    return tests.flaky() > 0 ? all + ", " + tests.flaky() + " flaky" : all;
  }

  private static String tests(long number) {
    return number + (number == 1 ? " test" : " tests");
  }
}
