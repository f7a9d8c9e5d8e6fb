package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says where the rule of a gate asks less than it did, or something else. */
final class RuleDiff {

  /** Parts of a combination that a sentence names. */
  private static final int MOST = 3;

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
    if (before instanceof OwnershipRule a && now instanceof OwnershipRule b) {
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
      add(Kind.RULE_CHANGED, another(before, now), "", RuleText.of(now));
      return;
    }
    if (!Implication.sameScope(now, before)) {
      add(
          Kind.SCOPE_CHANGED,
          "judged " + RuleParts.scope(before) + " and judges " + RuleParts.scope(now),
          key(before, now));
    }
    Map<String, Object> after = now.wanted();
    wanted.forEach((key, limit) -> compare(now, key, limit, Optional.ofNullable(after.get(key))));
  }

  /** The key that says what is judged. */
  private static String key(Rule before, Rule now) {
    if (before instanceof CoverageRule a && now instanceof CoverageRule b) {
      return !a.changed().equals(b.changed())
          ? "changed"
          : a.eachFile() != b.eachFile()
              ? "each_file"
              : a.unmeasured().equals(b.unmeasured()) ? "of" : "unmeasured";
    }
    return before instanceof TestsRule ? "of" : "";
  }

  private void compare(Rule rule, String key, Object before, Optional<Object> now) {
    if (now.isEmpty()) {
      add(
          Kind.COMPARISON_LOOSENED,
          "wanted " + label(key) + " " + before + " and no longer compares it",
          key);
    } else if (!Implication.meets(rule, now.get(), before)) {
      add(
          Kind.COMPARISON_LOOSENED,
          "wanted " + label(key) + " " + before + " and wants " + now.get(),
          key);
    }
  }

  /** What was asked and what is: both rules where they are short, else where they differ. */
  static String another(Rule before, Rule now) {
    Optional<String> was = RuleWords.of(before);
    Optional<String> is = RuleWords.of(now);
    if (was.isPresent() && is.isPresent()) {
      return "asked for " + was.get() + " and asks for " + is.get();
    }
    if (!before.name().equals(now.name())) {
      return "asked for \"" + before.name() + "\" and asks for \"" + now.name() + "\"";
    }
    String rule = "has another \"" + now.name() + "\" rule: ";
    if (RuleWords.parts(before).isEmpty()) {
      Map<String, String> keys = RuleWords.keys(before);
      Map<String, String> others = RuleWords.keys(now);
      Set<String> all = new LinkedHashSet<>(keys.keySet());
      all.addAll(others.keySet());
      all.removeIf(key -> Objects.equals(keys.get(key), others.get(key)));
      return rule + "another " + String.join(", ", all);
    }
    return rule
        + "without "
        + without(before, now)
        + " of those that it had, and with "
        + without(now, before)
        + " that it had not";
  }

  /** A rule in a sentence: whole where it is short, else its name. */
  static String shortly(Rule rule) {
    return RuleWords.of(rule).orElse('"' + rule.name() + '"');
  }

  /** The parts of a combination that another one does not have. */
  private static String without(Rule rule, Rule other) {
    Set<String> known =
        RuleWords.parts(other).stream().map(RuleText::of).collect(Collectors.toSet());
    List<Rule> parts =
        RuleWords.parts(rule).stream().filter(part -> !known.contains(RuleText.of(part))).toList();
    return parts.isEmpty()
        ? "none"
        : parts.size() > MOST
            ? parts.size() + " parts"
            : parts.stream()
                .map(part -> RuleWords.of(part).orElse("a part \"" + part.name() + "\""))
                .collect(Collectors.joining("; "));
  }

  private static String label(String key) {
    return key.equals("against") ? "a fall against the baseline of" : key;
  }

  private void add(Kind kind, String clause, String key) {
    add(kind, clause, key, "");
  }

  private void add(Kind kind, String clause, String key, String content) {
    changes.add(
        kind,
        base.id(),
        key,
        "The gate \"" + base.id() + "\" " + clause + ".",
        content,
        base.rule().origin().of(key),
        branch.rule().origin().of(key));
  }
}
