package dev.coord.testing;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Comparison;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.MetricSource;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.PathRule.Expectation;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.Severity;
import dev.coord.plan.TasksRule;
import dev.coord.plan.TestsRule;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules, all written at line 20. */
public final class Rules {

  /** The whole project. */
  public static final Scope EVERYTHING = new Scope.Everything();

  private static final Pattern COMPARISON = Pattern.compile("(\\S+) ([0-9.]+) ?(\\S*)");

  private Rules() {}

  /** Reads {@code >= 80%}. */
  public static Comparison comparison(String text) {
    Matcher matcher = COMPARISON.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    Operator operator =
        Arrays.stream(Operator.values())
            .filter(o -> o.symbol().equals(matcher.group(1)))
            .findFirst()
            .orElseThrow();
    return new Comparison(
        operator, new BigDecimal(matcher.group(2)), Unit.ofSymbol(matcher.group(3)).orElseThrow());
  }

  public static CoverageRule lines(String wanted) {
    return lines(wanted, EVERYTHING);
  }

  public static CoverageRule lines(String wanted, Scope of) {
    return new CoverageRule(
        Places.origin(20), Optional.of(comparison(wanted)), Optional.empty(), of);
  }

  public static CoverageRule coverage(String lines, String branches) {
    return new CoverageRule(
        Places.origin(20),
        Optional.of(comparison(lines)),
        Optional.of(comparison(branches)),
        EVERYTHING);
  }

  public static CoverageRule branches(String wanted) {
    return new CoverageRule(
        Places.origin(20), Optional.empty(), Optional.of(comparison(wanted)), EVERYTHING);
  }

  /** A measured number, in a unit that the plan names or that the file tells. */
  public static MetricRule metric(String read, Optional<String> unit, String wanted) {
    return new MetricRule(
        Places.origin(20),
        new MetricSource(
            PathPattern.of("jmh.json"), Optional.empty(), read, Map.of(), Optional.empty()),
        unit.map(symbol -> Unit.ofSymbol(symbol.equals("count") ? "" : symbol).orElseThrow()),
        comparison(wanted));
  }

  /** One comparison of tests. */
  public static TestsRule tests(String key, String wanted) {
    return tests(key, wanted, EVERYTHING);
  }

  /** One comparison of some tests. */
  public static TestsRule tests(String key, String wanted, Scope of) {
    return new TestsRule(
        Places.origin(20),
        only("passed", key, wanted),
        only("failed", key, wanted),
        only("skipped", key, wanted),
        only("flaky", key, wanted),
        only("total", key, wanted),
        only("duration", key, wanted),
        only("slowest", key, wanted),
        only("vanished", key, wanted),
        only("new", key, wanted),
        of);
  }

  private static Optional<Comparison> only(String slot, String key, String wanted) {
    return slot.equals(key) ? Optional.of(comparison(wanted)) : Optional.empty();
  }

  public static OwnershipRule ownership() {
    return new OwnershipRule(Places.origin(20), Severity.WARN);
  }

  public static OwnershipRule ownershipOfMerged() {
    return new OwnershipRule(Places.origin(20), Severity.FAIL);
  }

  public static MergedRule merged(String workstream) {
    return new MergedRule(
        Places.origin(20), Optional.of(workstream), Optional.empty(), Optional.empty());
  }

  public static MergedRule mergedBranch(String branch, String into) {
    return new MergedRule(
        Places.origin(20), Optional.empty(), Optional.of(branch), Optional.of(into));
  }

  public static PathRule exists(String file) {
    return path(file, Expectation.EXISTS, "");
  }

  public static PathRule absent(String file) {
    return path(file, Expectation.ABSENT, "");
  }

  public static PathRule contains(String file, String text) {
    return path(file, Expectation.CONTAINS, text);
  }

  private static PathRule path(String file, Expectation expectation, String text) {
    return new PathRule(Places.origin(20), file, expectation, text, Optional.empty());
  }

  public static PathRule existsOn(String file, String branch) {
    return new PathRule(Places.origin(20), file, Expectation.EXISTS, "", Optional.of(branch));
  }

  public static TasksRule allTasks(String wanted) {
    return new TasksRule(Places.origin(20), TasksRule.Of.PROJECT, "", comparison(wanted));
  }

  public static TasksRule tasksOf(String workstream, String wanted) {
    return new TasksRule(
        Places.origin(20), TasksRule.Of.WORKSTREAM, workstream, comparison(wanted));
  }

  public static TasksRule tasksOfSprint(String sprint, String wanted) {
    return new TasksRule(Places.origin(20), TasksRule.Of.SPRINT, sprint, comparison(wanted));
  }

  public static DeclaredRule declared(String by, String says) {
    return new DeclaredRule(Places.origin(20), by, says);
  }

  public static Rule.All all(Rule... rules) {
    return new Rule.All(Places.origin(20), List.of(rules));
  }

  public static Rule.Any any(Rule... rules) {
    return new Rule.Any(Places.origin(20), List.of(rules));
  }

  public static Rule.Not not(Rule rule) {
    return new Rule.Not(Places.origin(20), rule);
  }

  public static Scope paths(String... patterns) {
    return new Scope.OfPaths(PathPatterns.of(patterns));
  }

  public static Scope names(String... patterns) {
    return new Scope.OfNames(List.of(patterns));
  }

  public static Scope workstream(String id) {
    return new Scope.OfWorkstream(id);
  }
}
