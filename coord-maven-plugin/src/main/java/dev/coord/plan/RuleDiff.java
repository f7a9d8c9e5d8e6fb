package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.math.BigDecimal;
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
    Map<String, Object> wanted = before.wanted();
    if (wanted.isEmpty() || !before.name().equals(now.name())) {
      boolean stricter = before instanceof ApprovedRule unsigned && unsigned.isSignedAs(now);
      if (!stricter && !RuleText.of(before).equals(RuleText.of(now))) {
        add(
            Kind.RULE_CHANGED,
            before.name().equals(now.name())
                ? "has another \"" + now.name() + "\" rule"
                : "asked for \"" + before.name() + "\" and asks for \"" + now.name() + "\"",
            "");
      }
      return;
    }
    String scope = RuleParts.scope(before);
    if (!scope.equals(RuleParts.scope(now))) {
      add(
          Kind.SCOPE_CHANGED,
          "judged " + scope + " and judges " + RuleParts.scope(now),
          before instanceof Rule.Coverage || before instanceof Rule.Tests ? "of" : "");
    }
    Map<String, Object> after = now.wanted();
    wanted.forEach((key, limit) -> compare(key, limit, Optional.ofNullable(after.get(key))));
  }

  private void compare(String key, Object before, Optional<Object> now) {
    if (now.isEmpty()) {
      add(
          Kind.COMPARISON_LOOSENED,
          "wanted " + label(key) + " " + before + " and no longer compares it",
          key);
    } else if (!meets(now.get(), before)) {
      add(
          Kind.COMPARISON_LOOSENED,
          "wanted " + label(key) + " " + before + " and wants " + now.get(),
          key);
    }
  }

  private static String label(String key) {
    return key.equals("against") ? "a fall against the baseline of" : key;
  }

  private static boolean meets(Object now, Object before) {
    return now instanceof Comparison first && before instanceof Comparison second
        ? implies(first, second)
        : now.equals(before);
  }

  private void add(Kind kind, String clause, String key) {
    changes.add(
        kind,
        base.id(),
        "The gate \"" + base.id() + "\" " + clause + ".",
        base.rule().origin().of(key),
        branch.rule().origin().of(key));
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
