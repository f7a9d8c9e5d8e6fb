package dev.coord.rule;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison;
import dev.coord.plan.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Judges the rules that compare numbers: coverage, tests and tasks. */
final class Comparisons {

  /**
   * A value to be compared.
   *
   * @param counted what it was made of: {@code 1204/2197 lines}
   * @param remedy what to do when it is on the failing side
   */
  private record Value(
      BigDecimal numerator,
      BigDecimal denominator,
      String counted,
      List<Proof> proof,
      String remedy) {}

  private final Rule rule;

  private Comparisons(Rule rule) {
    this.rule = rule;
  }

  static List<Verdict> coverage(Rule.Coverage rule, Observation<Facts.Coverage> observed) {
    Comparisons judge = new Comparisons(rule);
    List<Verdict> verdicts = new ArrayList<>();
    rule.lines()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.share(
                        "lines", wanted, observed, CoverageCount::lines, CoverageCount::allLines)));
    rule.branches()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.share(
                        "branches",
                        wanted,
                        observed,
                        CoverageCount::branches,
                        CoverageCount::allBranches)));
    return verdicts;
  }

  private Verdict share(
      String key,
      Comparison wanted,
      Observation<Facts.Coverage> observed,
      ToLongFunction<CoverageCount> part,
      ToLongFunction<CoverageCount> whole) {
    return judge(
        key,
        wanted,
        observed.then(
            fact -> {
              long done = part.applyAsLong(fact.count());
              long all = whole.applyAsLong(fact.count());
              String counted = done + "/" + all + " " + key;
              return all > 0
                  ? Observation.known(
                      new Value(
                          BigDecimal.valueOf(done),
                          BigDecimal.valueOf(all),
                          counted,
                          fact.proof(),
                          "Test more of the code: " + counted + " are covered."))
                  : Observation.unknown(
                      "the coverage reports hold no "
                          + key
                          + " of this part, so there is nothing to compare",
                      "Let the reports contain its " + key + ", or correct of: " + place() + ".");
            }));
  }

  static List<Verdict> tests(Rule.Tests rule, Observation<Facts.Tests> observed) {
    Comparisons judge = new Comparisons(rule);
    List<Verdict> verdicts = new ArrayList<>();
    rule.passed()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.count(
                        "passed",
                        wanted,
                        judge.some(observed),
                        Facts.Tests::passed,
                        "Make the failing tests pass, and see that none is missing.")));
    rule.failed()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.count(
                        "failed",
                        wanted,
                        judge.run(observed),
                        Facts.Tests::failed,
                        "Make the failing tests pass.")));
    rule.skipped()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.count(
                        "skipped",
                        wanted,
                        judge.some(observed),
                        Facts.Tests::skipped,
                        "Run the skipped tests again.")));
    rule.total()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.count(
                        "total",
                        wanted,
                        judge.some(observed),
                        Facts.Tests::total,
                        "See which tests are missing from the reports.")));
    rule.duration()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.number(
                        "duration",
                        wanted,
                        judge.run(observed),
                        tests -> milliseconds(tests.duration()),
                        "Make the tests faster.")));
    return verdicts;
  }

  private static BigDecimal milliseconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .multiply(BigDecimal.valueOf(1000))
        .add(BigDecimal.valueOf(duration.getNano(), 6));
  }

  /** No test at all is no evidence. */
  private Observation<Facts.Tests> some(Observation<Facts.Tests> observed) {
    return observed.then(
        fact ->
            fact.total() > 0
                ? Observation.known(fact)
                : Observation.unknown(
                    "no test fits of:, so there is nothing to count",
                    "Correct of: " + place() + ", or add the tests."));
  }

  /** Tests that were all skipped show neither that nothing fails nor how long it takes. */
  private Observation<Facts.Tests> run(Observation<Facts.Tests> observed) {
    return some(observed)
        .then(
            fact ->
                fact.passed() + fact.failed() > 0
                    ? Observation.known(fact)
                    : Observation.unknown(
                        "no test was run, " + fact.skipped() + " skipped",
                        "Run the tests without skipping them."));
  }

  private Verdict count(
      String key,
      Comparison wanted,
      Observation<Facts.Tests> observed,
      ToLongFunction<Facts.Tests> value,
      String remedy) {
    return number(
        key, wanted, observed, tests -> BigDecimal.valueOf(value.applyAsLong(tests)), remedy);
  }

  private Verdict number(
      String key,
      Comparison wanted,
      Observation<Facts.Tests> observed,
      Function<Facts.Tests, BigDecimal> value,
      String remedy) {
    return judge(
        key,
        wanted,
        observed.map(
            tests ->
                new Value(
                    value.apply(tests), BigDecimal.ONE, counted(tests), tests.proof(), remedy)));
  }

  private static String counted(Facts.Tests tests) {
    String all = "of " + tests.total() + (tests.total() == 1 ? " test" : " tests");
    return tests.flaky() > 0 ? all + ", " + tests.flaky() + " flaky" : all;
  }

  static Verdict tasks(Rule.Tasks rule, Observation<Facts.TaskCount> observed) {
    Comparisons judge = new Comparisons(rule);
    return judge.judge(
        "done",
        rule.done(),
        observed.then(
            count ->
                count.total() > 0
                    ? Observation.known(
                        new Value(
                            BigDecimal.valueOf(count.done()),
                            BigDecimal.valueOf(count.total()),
                            count.done() + "/" + count.total() + " tasks",
                            count.proof(),
                            "Finish the open tasks, or correct their state in the plan."))
                    : Observation.unknown(
                        "there are no tasks to count",
                        "Add tasks, or take the rule out " + judge.place() + ".")));
  }

  private Verdict judge(String key, Comparison wanted, Observation<Value> observed) {
    if (observed instanceof Observation.Unknown<Value> unknown) {
      return Judge.unknown(key, wanted.toString(), unknown);
    }
    Value value = ((Observation.Known<Value>) observed).value();
    Figures figures = new Figures(value.numerator(), value.denominator(), wanted);
    boolean met = figures.met();
    String margin = met ? "" : figures.margin() + ", ";
    return new Verdict(
        key,
        met ? Outcome.PASSED : Outcome.FAILED,
        figures.measured(),
        wanted.toString(),
        figures.relation() + " (" + margin + value.counted() + ")",
        value.proof(),
        met ? "" : value.remedy(),
        Optional.of(figures.gauge()));
  }

  private String place() {
    return "(" + rule.origin().self().withCommit() + ")";
  }
}
