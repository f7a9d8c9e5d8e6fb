package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.Map;
import java.util.Optional;

/** Says where the rule of a gate asks less than it did, or something else. */
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
    if (!Implication.ofGates(branch.rule(), base.rule())) {
      new RuleDiff(base, branch, changes).compare(base.rule(), branch.rule());
    }
  }

  private void compare(Rule before, Rule now) {
    if (before instanceof Rule.Ownership a && now instanceof Rule.Ownership b) {
      add(
          Kind.SEVERITY_LOWERED,
          "judged what is merged with "
              + a.merged().word()
              + " and does so with "
              + b.merged().word(),
          "merged");
      return;
    }
    Map<String, Object> wanted = before.wanted();
    if (wanted.isEmpty() || !before.name().equals(now.name())) {
      add(
          Kind.RULE_CHANGED,
          before.name().equals(now.name())
              ? "has another \"" + now.name() + "\" rule"
              : "asked for \"" + before.name() + "\" and asks for \"" + now.name() + "\"",
          "");
      return;
    }
    if (!RuleText.scope(before).equals(RuleText.scope(now))) {
      add(
          Kind.SCOPE_CHANGED,
          "judged " + RuleParts.scope(before) + " and judges " + RuleParts.scope(now),
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
    } else if (!Implication.meets(now.get(), before)) {
      add(
          Kind.COMPARISON_LOOSENED,
          "wanted " + label(key) + " " + before + " and wants " + now.get(),
          key);
    }
  }

  private static String label(String key) {
    return key.equals("against") ? "a fall against the baseline of" : key;
  }

  private void add(Kind kind, String clause, String key) {
    changes.add(
        kind,
        base.id(),
        "The gate \"" + base.id() + "\" " + clause + ".",
        base.rule().origin().of(key),
        branch.rule().origin().of(key));
  }
}
