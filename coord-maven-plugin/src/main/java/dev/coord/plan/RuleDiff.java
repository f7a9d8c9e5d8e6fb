package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds where the rule of a gate asks less than it did, or something else. */
final class RuleDiff {
  private final Gate base;
  private final Gate branch;
  private final Changes changes;

  private RuleDiff(Gate base, Gate branch, Changes changes) {
    this.base = base;
    this.branch = branch;
    this.changes = changes;
  }

  static void between(Gate base, Gate branch, Changes changes) {
    new RuleDiff(base, branch, changes).compare(base.rule(), branch.rule());
  }

  private void compare(Rule before, Rule now) {
    if (before instanceof Rule.Ownership a && now instanceof Rule.Ownership b) {
      if (b.merged().compareTo(a.merged()) > 0) {
        add(
            Kind.SEVERITY_LOWERED,
            "judged what is merged with "
                + a.merged().word()
                + " and does so with "
                + b.merged().word(),
            "merged");
      }
      return;
    }
    Map<String, Comparison> wanted = comparisons(before);
    if (wanted.isEmpty() || !before.name().equals(now.name())) {
      if (!RuleText.of(before).equals(RuleText.of(now))) {
        add(
            Kind.RULE_CHANGED,
            before.name().equals(now.name())
                ? "has another \"" + now.name() + "\" rule"
                : "asked for \"" + before.name() + "\" and asks for \"" + now.name() + "\"",
            "");
      }
      return;
    }
    if (!scope(before).equals(scope(now))) {
      add(
          Kind.SCOPE_CHANGED,
          "judged " + scope(before) + " and judges " + scope(now),
          before instanceof Rule.Tasks ? "" : "of");
    }
    Map<String, Comparison> after = comparisons(now);
    wanted.forEach((key, limit) -> compare(key, limit, Optional.ofNullable(after.get(key))));
  }

  private void compare(String key, Comparison before, Optional<Comparison> now) {
    if (now.isEmpty()) {
      add(
          Kind.COMPARISON_LOOSENED,
          "wanted " + key + " " + before + " and no longer compares it",
          key);
    } else if (!implies(now.get(), before)) {
      add(
          Kind.COMPARISON_LOOSENED,
          "wanted " + key + " " + before + " and wants " + now.get(),
          key);
    }
  }

  private void add(Kind kind, String clause, String key) {
    changes.add(
        kind,
        base.id(),
        "The gate \"" + base.id() + "\" " + clause + ".",
        base.rule().origin().of(key),
        branch.rule().origin().of(key));
  }

  private static String scope(Rule rule) {
    if (rule instanceof Rule.Coverage coverage) {
      return RuleText.of(coverage.of());
    }
    if (rule instanceof Rule.Tests tests) {
      return RuleText.of(tests.of());
    }
    Rule.Tasks tasks = (Rule.Tasks) rule;
    return switch (tasks.of()) {
      case PROJECT -> "all tasks";
      case WORKSTREAM -> "the tasks of workstream " + tasks.id();
      case SPRINT -> "the tasks of sprint " + tasks.id();
    };
  }

  private static Map<String, Comparison> comparisons(Rule rule) {
    Map<String, Comparison> comparisons = new LinkedHashMap<>();
    if (rule instanceof Rule.Coverage coverage) {
      coverage.lines().ifPresent(c -> comparisons.put("lines", c));
      coverage.branches().ifPresent(c -> comparisons.put("branches", c));
    } else if (rule instanceof Rule.Tests tests) {
      tests.passed().ifPresent(c -> comparisons.put("passed", c));
      tests.failed().ifPresent(c -> comparisons.put("failed", c));
      tests.skipped().ifPresent(c -> comparisons.put("skipped", c));
      tests.total().ifPresent(c -> comparisons.put("total", c));
      tests.duration().ifPresent(c -> comparisons.put("duration", c));
    } else if (rule instanceof Rule.Tasks tasks) {
      comparisons.put("done", tasks.done());
    }
    return comparisons;
  }

  /** Whether every number that meets the first comparison meets the second. */
  static boolean implies(Comparison first, Comparison second) {
    int order = limit(first).compareTo(limit(second));
    return switch (second.operator()) {
      case EQUAL -> first.operator() == Comparison.Operator.EQUAL && order == 0;
      case NOT_EQUAL ->
          switch (first.operator()) {
            case EQUAL -> order != 0;
            case NOT_EQUAL -> order == 0;
            case LESS -> order <= 0;
            case AT_MOST -> order < 0;
            case GREATER -> order >= 0;
            case AT_LEAST -> order > 0;
          };
      case LESS ->
          switch (first.operator()) {
            case LESS -> order <= 0;
            case EQUAL, AT_MOST -> order < 0;
            default -> false;
          };
      case AT_MOST ->
          switch (first.operator()) {
            case EQUAL, LESS, AT_MOST -> order <= 0;
            default -> false;
          };
      case GREATER ->
          switch (first.operator()) {
            case GREATER -> order >= 0;
            case EQUAL, AT_LEAST -> order > 0;
            default -> false;
          };
      case AT_LEAST ->
          switch (first.operator()) {
            case EQUAL, GREATER, AT_LEAST -> order >= 0;
            default -> false;
          };
    };
  }

  private static BigDecimal limit(Comparison comparison) {
    return comparison.number().multiply(comparison.unit().factor());
  }
}
