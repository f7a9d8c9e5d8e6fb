package dev.coord.rule;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Measured;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.Comparison;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Judges the rules that compare numbers. */
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

  private static final String FINISH = "Finish the open tasks, or correct their state in the plan.";

  private final Rule rule;

  private Comparisons(Rule rule) {
    this.rule = rule;
  }

  static List<Verdict> coverage(Rule.Coverage rule, Facts facts) {
    Observation<Facts.Coverage> observed = facts.coverage(rule.of());
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
    rule.against()
        .ifPresent(wanted -> verdicts.add(judge.fall(wanted, observed, facts.recorded())));
    return verdicts;
  }

  /** By how many points the share of lines is below the recorded one; none where it rose. */
  private Verdict fall(
      Comparison wanted,
      Observation<Facts.Coverage> observed,
      Observation<Facts.Recorded> recorded) {
    return judge("against", wanted, observed.then(now -> recorded.then(then -> fall(now, then))));
  }

  private Observation<Value> fall(Facts.Coverage now, Facts.Recorded then) {
    BigDecimal all = BigDecimal.valueOf(now.count().allLines());
    if (all.signum() == 0) {
      return Observation.unknown(
          "the coverage reports hold no lines, so there is nothing to compare",
          "Let the reports contain the lines.");
    }
    BigDecimal before = BigDecimal.valueOf(then.all());
    BigDecimal fall =
        BigDecimal.valueOf(then.covered())
            .multiply(all)
            .subtract(BigDecimal.valueOf(now.count().lines()).multiply(before));
    List<Proof> proof = new ArrayList<>(now.proof());
    proof.addAll(then.proof());
    String lines = now.count().lines() + "/" + now.count().allLines() + " lines";
    return Observation.known(
        new Value(
            fall.max(BigDecimal.ZERO),
            before.multiply(all),
            lines + " after " + then.covered() + "/" + then.all() + " at " + then.when(),
            proof,
            "Test more of the code: " + lines + " are covered."));
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
    rule.flaky()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.number(
                        "flaky",
                        wanted,
                        judge.run(observed).map(Comparisons::aboutFlaky),
                        tests -> BigDecimal.valueOf(tests.flaky()),
                        "Make the flaky tests pass at once.")));
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
    rule.slowest()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.number(
                        "slowest",
                        wanted,
                        judge.run(observed).map(Comparisons::aboutSlowest),
                        tests -> milliseconds(tests.slowest().time()),
                        "Make that test faster.")));
    return verdicts;
  }

  private static Facts.Tests aboutFlaky(Facts.Tests tests) {
    return tests.flakyTests().isEmpty() ? tests : tests.provedBy(tests.flakyTests());
  }

  private static Facts.Tests aboutSlowest(Facts.Tests tests) {
    return tests.slowest().tests().isEmpty() ? tests : tests.provedBy(tests.slowest().tests());
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

  static List<Verdict> tasks(Rule.Tasks rule, Observation<Facts.TaskCount> observed) {
    Comparisons judge = new Comparisons(rule);
    Observation<Facts.TaskCount> some =
        observed.then(
            count ->
                count.total() > 0
                    ? Observation.known(count)
                    : Observation.unknown(
                        "there are no tasks to count",
                        "Add tasks, or take the rule out " + judge.place() + "."));
    List<Verdict> verdicts = new ArrayList<>();
    rule.done()
        .ifPresent(
            wanted -> verdicts.add(judge.judge("done", wanted, some.map(Comparisons::share))));
    rule.count()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.judge(
                        "count",
                        wanted,
                        some.map(
                            count ->
                                value(
                                    count.done(),
                                    "done of " + count.total() + " " + count.nouns(),
                                    count.proof(),
                                    FINISH)))));
    rule.total()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.judge("total", wanted, some.map(count -> total(wanted, count)))));
    return verdicts;
  }

  private static Value share(Facts.TaskCount count) {
    return new Value(
        BigDecimal.valueOf(count.done()),
        BigDecimal.valueOf(count.total()),
        count.done() + "/" + count.total() + " " + count.nouns(),
        count.proof(),
        FINISH);
  }

  /** A total that is reached only when epics are counted among what they consist of says so. */
  private static Value total(Comparison wanted, Facts.TaskCount count) {
    boolean together =
        count.epics() > 0
            && !wanted.metBy(count.total())
            && wanted.number().compareTo(BigDecimal.valueOf(count.total() + count.epics())) == 0;
    String epics = count.epics() == 1 ? "the epic" : "the " + count.epics() + " epics";
    return value(
        count.total(),
        together
            ? wanted.number().toPlainString()
                + " are the "
                + count.total()
                + " "
                + count.nouns()
                + " and "
                + epics
                + " together"
            : count.nouns(),
        count.proof(),
        "Correct the number, or what the plan lists.");
  }

  static List<Verdict> metric(MetricRule rule, Observation<Measured> observed) {
    Observation<Value> value =
        observed
            .then(measured -> MeasuredNumber.of(rule, measured))
            .map(
                m ->
                    new Value(
                        m.numerator(),
                        m.denominator(),
                        m.counted(),
                        m.proof(),
                        "Bring it to "
                            + rule.value()
                            + ", or see whether it was measured rightly."));
    return List.of(new Comparisons(rule).judge("value", rule.value(), value));
  }

  static List<Verdict> commits(CommitsRule rule, Observation<Facts.CommitCount> observed) {
    Comparisons judge = new Comparisons(rule);
    List<Verdict> verdicts = new ArrayList<>();
    String remedy = "See which commits are counted, or correct the number.";
    rule.count()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge.judge(
                        "count",
                        wanted,
                        observed.map(c -> value(c.count(), "commits", c.proof(), remedy)))));
    rule.files()
        .ifPresent(
            wanted -> verdicts.add(judge.commits("files", wanted, observed, "files changed")));
    rule.added()
        .ifPresent(wanted -> verdicts.add(judge.commits("added", wanted, observed, "lines added")));
    rule.deleted()
        .ifPresent(
            wanted -> verdicts.add(judge.commits("deleted", wanted, observed, "lines deleted")));
    return verdicts;
  }

  private Verdict commits(
      String key, Comparison wanted, Observation<Facts.CommitCount> observed, String what) {
    return judge(
        key,
        wanted,
        observed.map(
            c ->
                value(
                    switch (key) {
                      case "files" -> c.files();
                      case "added" -> c.added();
                      default -> c.deleted();
                    },
                    what + " by " + c.count() + (c.count() == 1 ? " commit" : " commits"),
                    c.proof(),
                    "See which commits are counted, or correct the number.")));
  }

  /** A number of things. */
  static Verdict count(
      Rule rule, String key, Comparison wanted, Observation<Facts.Count> observed) {
    return new Comparisons(rule)
        .judge(
            key, wanted, observed.map(c -> value(c.number(), c.counted(), c.proof(), c.remedy())));
  }

  /**
   * A time that went by, in whole hours or days of the calendar: all looks of a day see the same.
   */
  static Verdict age(
      Rule rule, String key, Comparison wanted, Observation<Facts.Age> observed, String remedy) {
    return new Comparisons(rule)
        .judge(
            key,
            wanted,
            observed.map(
                age ->
                    new Value(
                        whole(age, wanted.unit()),
                        BigDecimal.ONE,
                        age.since(),
                        age.proof(),
                        remedy)));
  }

  private static BigDecimal whole(Facts.Age age, Unit unit) {
    long number = unit == Unit.DAYS ? age.days() : age.time().toHours();
    return BigDecimal.valueOf(number)
        .multiply(unit == Unit.DAYS ? unit.factor() : Unit.HOURS.factor());
  }

  private static Value value(long number, String counted, List<Proof> proof, String remedy) {
    return new Value(BigDecimal.valueOf(number), BigDecimal.ONE, counted, proof, remedy);
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
