package dev.coord.rule;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison;
import dev.coord.plan.Origin;
import dev.coord.plan.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Judges rules. Stateless: the same rule over the same facts gives the same verdicts. */
public final class Judge {

  /**
   * Judges a rule.
   *
   * @return one verdict for each comparison of the rule in the order of the language reference, or
   *     one with an empty key for a rule without comparisons; never empty
   */
  public List<Verdict> judge(Rule rule, Facts facts) {
    if (rule instanceof Rule.Coverage coverage) {
      return coverage(coverage, facts);
    } else if (rule instanceof Rule.Tests tests) {
      return tests(tests, facts);
    } else if (rule instanceof Rule.Ownership ownership) {
      return List.of(OwnershipVerdict.of(ownership, facts.ownership()));
    } else if (rule instanceof Rule.Merged merged) {
      return List.of(answer(facts.merged(merged), "merged", rule.origin()));
    } else if (rule instanceof Rule.Path path) {
      return List.of(answer(facts.path(path), wanted(path), rule.origin()));
    } else if (rule instanceof Rule.Tasks tasks) {
      return List.of(tasks(tasks, facts));
    } else if (rule instanceof Rule.Declared declared) {
      return List.of(declared(declared));
    } else if (rule instanceof Rule.All all) {
      return List.of(Combination.all(parts(all.rules(), facts)));
    } else if (rule instanceof Rule.Any any) {
      return List.of(Combination.any(parts(any.rules(), facts)));
    }
    Rule.Not not = (Rule.Not) rule;
    return List.of(Combination.not(Combination.all(parts(List.of(not.rule()), facts)), rule));
  }

  private List<Combination.Part> parts(List<Rule> rules, Facts facts) {
    List<Combination.Part> parts = new ArrayList<>();
    for (Rule rule : rules) {
      for (Verdict verdict : judge(rule, facts)) {
        parts.add(new Combination.Part(rule.name(), verdict));
      }
    }
    return parts;
  }

  private static List<Verdict> coverage(Rule.Coverage rule, Facts facts) {
    Observation<Facts.Coverage> fact = facts.coverage(rule.of());
    List<Verdict> verdicts = new ArrayList<>();
    rule.lines()
        .ifPresent(
            wanted ->
                verdicts.add(
                    share("lines", wanted, fact, CoverageCount::lines, CoverageCount::allLines)));
    rule.branches()
        .ifPresent(
            wanted ->
                verdicts.add(
                    share(
                        "branches",
                        wanted,
                        fact,
                        CoverageCount::branches,
                        CoverageCount::allBranches)));
    return verdicts;
  }

  private static Verdict share(
      String key,
      Comparison wanted,
      Observation<Facts.Coverage> observed,
      ToLongFunction<CoverageCount> part,
      ToLongFunction<CoverageCount> whole) {
    Observation<Facts.Coverage> some =
        observed.then(
            fact ->
                whole.applyAsLong(fact.count()) > 0
                    ? Observation.known(fact)
                    : Observation.unknown(
                        "no " + key + " are covered by the reports, so there is nothing to compare",
                        "Let the coverage report contain " + key + ", or change the rule's of:."));
    if (some instanceof Observation.Unknown<Facts.Coverage> unknown) {
      return unknown(key, wanted.toString(), unknown);
    }
    Facts.Coverage fact = ((Observation.Known<Facts.Coverage>) some).value();
    long done = part.applyAsLong(fact.count());
    long all = whole.applyAsLong(fact.count());
    String counted = done + "/" + all + " " + key;
    String remedy = "Test more of the code: " + counted + " are covered.";
    return compared(
        key,
        wanted,
        BigDecimal.valueOf(done),
        BigDecimal.valueOf(all),
        counted,
        fact.proof(),
        remedy);
  }

  private static List<Verdict> tests(Rule.Tests rule, Facts facts) {
    Observation<Facts.Tests> observed = facts.tests(rule.of());
    List<Verdict> verdicts = new ArrayList<>();
    count(verdicts, "passed", rule.passed(), observed, Facts.Tests::passed);
    count(verdicts, "failed", rule.failed(), observed, Facts.Tests::failed);
    count(verdicts, "skipped", rule.skipped(), observed, Facts.Tests::skipped);
    count(verdicts, "total", rule.total(), observed, Facts.Tests::total);
    rule.duration()
        .ifPresent(
            wanted ->
                verdicts.add(
                    number(
                        "duration",
                        wanted,
                        observed,
                        tests -> milliseconds(tests.duration()),
                        "Make the tests faster.")));
    return verdicts;
  }

  private static BigDecimal milliseconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .multiply(BigDecimal.valueOf(1000))
        .add(BigDecimal.valueOf(duration.getNano(), 6));
  }

  private static void count(
      List<Verdict> verdicts,
      String key,
      Optional<Comparison> wanted,
      Observation<Facts.Tests> observed,
      ToLongFunction<Facts.Tests> value) {
    String remedy =
        switch (key) {
          case "failed" -> "Make the failing tests pass.";
          case "skipped" -> "Run the skipped tests again.";
          default -> "See which tests are missing from the reports.";
        };
    wanted.ifPresent(
        comparison ->
            verdicts.add(
                number(
                    key,
                    comparison,
                    observed,
                    tests -> BigDecimal.valueOf(value.applyAsLong(tests)),
                    remedy)));
  }

  private static Verdict number(
      String key,
      Comparison wanted,
      Observation<Facts.Tests> observed,
      Function<Facts.Tests, BigDecimal> value,
      String remedy) {
    Observation<Facts.Tests> some =
        observed.then(
            fact ->
                fact.total() > 0
                    ? Observation.known(fact)
                    : Observation.unknown(
                        "no test fits the rule's of:, so there is nothing to count",
                        "Correct of:, or add the tests."));
    if (some instanceof Observation.Unknown<Facts.Tests> unknown) {
      return unknown(key, wanted.toString(), unknown);
    }
    Facts.Tests tests = ((Observation.Known<Facts.Tests>) some).value();
    String flaky = tests.flaky() > 0 ? ", " + tests.flaky() + " flaky" : "";
    return compared(
        key,
        wanted,
        value.apply(tests),
        BigDecimal.ONE,
        "of " + tests.total() + " tests" + flaky,
        tests.proof(),
        remedy);
  }

  private static Verdict tasks(Rule.Tasks rule, Facts facts) {
    Observation<Facts.TaskCount> observed =
        facts
            .tasks(rule)
            .then(
                count ->
                    count.total() > 0
                        ? Observation.known(count)
                        : Observation.unknown(
                            "there are no tasks to count",
                            "Add tasks, or take the rule out ("
                                + rule.origin().self().fileAndLine()
                                + ")."));
    if (observed instanceof Observation.Unknown<Facts.TaskCount> unknown) {
      return unknown("done", rule.done().toString(), unknown);
    }
    Facts.TaskCount count = ((Observation.Known<Facts.TaskCount>) observed).value();
    return compared(
        "done",
        rule.done(),
        BigDecimal.valueOf(count.done()),
        BigDecimal.valueOf(count.total()),
        count.done() + "/" + count.total() + " tasks",
        count.proof(),
        "Finish the open tasks, or correct their state in the plan.");
  }

  private static Verdict compared(
      String key,
      Comparison wanted,
      BigDecimal numerator,
      BigDecimal denominator,
      String counted,
      List<Proof> proof,
      String remedy) {
    Figures figures = new Figures(numerator, denominator, wanted);
    boolean met = figures.met();
    String margin = met ? "" : figures.margin() + ", ";
    return new Verdict(
        key,
        met ? Outcome.PASSED : Outcome.FAILED,
        figures.measured(),
        wanted.toString(),
        figures.relation() + " (" + margin + counted + ")",
        proof,
        met ? "" : remedy,
        Optional.of(figures.gauge()));
  }

  private static Verdict answer(Observation<Facts.Answer> observed, String wanted, Origin origin) {
    if (observed instanceof Observation.Unknown<Facts.Answer> unknown) {
      return unknown("", wanted, unknown);
    }
    Facts.Answer answer = ((Observation.Known<Facts.Answer>) observed).value();
    List<Proof> proof =
        answer.proof().isEmpty() ? List.of(Proof.plan("the rule", origin.self())) : answer.proof();
    return new Verdict(
        "",
        answer.holds() ? Outcome.PASSED : Outcome.FAILED,
        answer.seen(),
        wanted,
        answer.seen(),
        proof,
        answer.holds() ? "" : answer.remedy(),
        Optional.empty());
  }

  private static String wanted(Rule.Path rule) {
    return switch (rule.expectation()) {
      case CONTAINS -> "contains \"" + rule.text() + "\"";
      default -> rule.expectation().name().toLowerCase(Locale.ROOT);
    };
  }

  private static Verdict declared(Rule.Declared rule) {
    boolean said = !rule.says().isEmpty();
    Proof proof =
        new Proof(
            Proof.Kind.PLAN,
            Proof.Strength.DECLARED,
            said ? rule.by() + " says: " + rule.says() : rule.by() + " has not said so",
            Optional.of(rule.origin().self()),
            Optional.empty());
    return new Verdict(
        "",
        said ? Outcome.PASSED : Outcome.UNKNOWN,
        said ? "declared by " + rule.by() : rule.by() + " has not said so yet",
        "declared by " + rule.by(),
        proof.text(),
        List.of(proof),
        said
            ? ""
            : "Let "
                + rule.by()
                + " write what is so under says ("
                + rule.origin().self().fileAndLine()
                + ").",
        Optional.empty());
  }

  static Verdict unknown(String key, String wanted, Observation.Unknown<?> unknown) {
    return new Verdict(
        key,
        Outcome.UNKNOWN,
        unknown.reason(),
        wanted,
        unknown.reason(),
        List.of(),
        unknown.remedy(),
        Optional.empty());
  }
}
