package dev.coord.rule;

import dev.coord.evidence.Measured;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.Comparison;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the rules that compare numbers. */
final class Comparisons {

  /**
   * A value to be compared.
   *
   * @param counted what it was made of: {@code 1204/2197 lines}
   * @param remedy what to do when it is on the failing side
   * @param whenLess the same where less was measured than is asked for; empty where it is no other
   */
  record Value(
      BigDecimal numerator,
      BigDecimal denominator,
      String counted,
      List<Proof> proof,
      String remedy,
      Optional<String> whenLess) {

    /** A value whose remedy is the same on both sides. */
    Value(
        BigDecimal numerator,
        BigDecimal denominator,
        String counted,
        List<Proof> proof,
        String remedy) {
      this(numerator, denominator, counted, proof, remedy, Optional.empty());
    }

    /** One whose remedy makes it less: where it is less, the plan is wrong. */
    Value lessIsBetter() {
      return new Value(numerator, denominator, counted, proof, remedy, Optional.of(LESS));
    }

    private String remedy(Figures figures) {
      return whenLess.filter(other -> figures.isLess()).orElse(remedy);
    }
  }

  private static final String LESS = "Correct the plan: it is less.";

  private static final String FINISH = "Finish the open tasks, or correct their state in the plan.";

  private final Rule rule;

  private Comparisons(Rule rule) {
    this.rule = rule;
  }

  static List<Verdict> tasks(TasksRule rule, Observation<Facts.TaskCount> observed) {
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
        .ifPresent(wanted -> verdicts.add(judge("done", wanted, some.map(Comparisons::share))));
    rule.count()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge(
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
                verdicts.add(judge("total", wanted, some.map(count -> total(wanted, count)))));
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
    return List.of(judge("value", rule.value(), value));
  }

  static List<Verdict> commits(CommitsRule rule, Observation<Facts.CommitCount> observed) {
    Comparisons judge = new Comparisons(rule);
    List<Verdict> verdicts = new ArrayList<>();
    String remedy = "See which commits are counted, or correct the number.";
    rule.count()
        .ifPresent(
            wanted ->
                verdicts.add(
                    judge(
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

  /** Without a commit nothing was changed, and nothing is shown by that. */
  private Observation<Facts.CommitCount> measurable(Observation<Facts.CommitCount> observed) {
    return observed.then(
        c ->
            c.count() > 0
                ? Observation.known(c)
                : Observation.unknown(
                    "no commit fits, so there is nothing to measure",
                    "See which commits are meant, or correct the rule " + place() + "."));
  }

  private Verdict commits(
      String key, Comparison wanted, Observation<Facts.CommitCount> observed, String what) {
    return judge(
        key,
        wanted,
        measurable(observed)
            .map(
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
    return judge(
        key, wanted, observed.map(c -> value(c.number(), c.counted(), c.proof(), c.remedy())));
  }

  /** The same of things of which fewer are better. */
  static Verdict faults(
      Rule rule, String key, Comparison wanted, Observation<Facts.Count> observed) {
    return judge(
        key,
        wanted,
        observed.map(c -> value(c.number(), c.counted(), c.proof(), c.remedy()).lessIsBetter()));
  }

  /**
   * A time that went by, in whole hours or days of the calendar: all looks of a day see the same.
   */
  static Verdict age(
      Rule rule, String key, Comparison wanted, Observation<Facts.Age> observed, String remedy) {
    return judge(
        key,
        wanted,
        observed.map(
            age ->
                new Value(
                        whole(age, wanted.unit()), BigDecimal.ONE, age.since(), age.proof(), remedy)
                    .lessIsBetter()));
  }

  private static BigDecimal whole(Facts.Age age, Unit unit) {
    long number = unit == Unit.DAYS ? age.days() : age.time().toHours();
    return BigDecimal.valueOf(number)
        .multiply(unit == Unit.DAYS ? unit.factor() : Unit.HOURS.factor());
  }

  private static Value value(long number, String counted, List<Proof> proof, String remedy) {
    return new Value(BigDecimal.valueOf(number), BigDecimal.ONE, counted, proof, remedy);
  }

  static Verdict judge(String key, Comparison wanted, Observation<Value> observed) {
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
        met ? "" : value.remedy(figures),
        Optional.of(figures.gauge()));
  }

  private String place() {
    return "(" + rule.origin().self().withCommit() + ")";
  }
}
