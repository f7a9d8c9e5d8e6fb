package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where a branch's plan lets a handoff be there sooner, or lets somebody do without it. What
 * is claimed of it, ready or planned, is held against git and may change.
 */
final class HandoffDiff {

  private final Handoff base;
  private final Handoff branch;
  private final Changes changes;

  private HandoffDiff(Handoff base, Handoff branch, Changes changes) {
    this.base = base;
    this.branch = branch;
    this.changes = changes;
  }

  static void between(Plan base, Plan branch, Changes changes) {
    Map<String, Handoff> kept = PlanDiff.byId(branch.handoffs(), Handoff::id);
    for (Handoff before : base.handoffs()) {
      Handoff now = kept.get(before.id());
      if (now == null) {
        changes.removed(
            Kind.HANDOFF_REMOVED,
            before.id(),
            "The handoff \"" + before.id() + "\" is removed.",
            before.origin().self());
      } else {
        new HandoffDiff(before, now, changes).compare();
      }
    }
  }

  private void compare() {
    if (base.kind() != branch.kind()) {
      told("kind", "was of kind " + base.kind().word() + " and is of kind " + branch.kind().word());
    }
    another("provider", base.provider(), branch.provider());
    another("task", base.task(), branch.task());
    another("version", said(base.version()), said(branch.version()));
    signature();
    consumers();
    if (base.before().isEmpty() && !branch.before().isEmpty()) {
      told(
          "before",
          "was needed for all and is only needed before "
              + TextDifference.between("", branch.before()).now(),
          branch.before());
    }
    if (branch.status() == Handoff.Status.NOT_NEEDED
        && base.status() != Handoff.Status.NOT_NEEDED) {
      told("status", "was " + base.status().word() + " and is said not to be needed");
    }
    proof();
  }

  /** What was agreed on; to agree on something for the first time lets nobody off. */
  private void another(String key, Optional<String> before, Optional<String> now) {
    if (before.isPresent() && !before.equals(now)) {
      told(
          key,
          "had the "
              + key
              + " "
              + before.get()
              + " and has "
              + now.map(value -> "the " + key + " " + value).orElse("no " + key));
    }
  }

  /** Code of any length: what differs first is told. */
  private void signature() {
    if (base.signature().isEmpty() || base.signature().equals(branch.signature())) {
      return;
    }
    TextDifference text = TextDifference.between(base.signature(), branch.signature());
    told(
        "signature",
        text.line() == 0
            ? "had the signature " + text.before() + " and has " + text.now()
            : "had "
                + text.before()
                + " in line "
                + text.line()
                + " of its signature and has "
                + text.now(),
        branch.signature());
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  /** A handoff that names no consumers is for all. */
  private void consumers() {
    List<String> now = branch.consumers();
    if (!now.isEmpty() && (base.consumers().isEmpty() || !now.containsAll(base.consumers()))) {
      told("consumers", "was for " + names(base.consumers()) + " and is for " + names(now));
    }
  }

  private static String names(List<String> consumers) {
    return consumers.isEmpty() ? "all" : PlanDiff.joined(consumers);
  }

  private void proof() {
    Optional<Rule> before = base.proof();
    Optional<Rule> now = branch.proof();
    boolean less =
        before.isPresent() && now.filter(rule -> Implication.of(rule, before.get())).isEmpty();
    if (less) {
      String key =
          base.readyWhen().or(branch::readyWhen).isPresent()
              ? "ready_when"
              : base.kind() == Handoff.Kind.LIBRARY ? "file" : "paths";
      told(
          key,
          now.map(rule -> RuleDiff.another(before.get(), rule))
              .orElseGet(
                  () -> "asked for " + RuleDiff.shortly(before.get()) + " and asks for nothing"),
          now.map(RuleText::of).orElse(""));
    }
  }

  private void told(String key, String clause) {
    told(key, clause, "");
  }

  /**
   * A change of a key.
   *
   * @param content what there is now, where the sentence may have only a part of it
   */
  private void told(String key, String clause, String content) {
    changes.add(
        Kind.HANDOFF_CHANGED,
        base.id(),
        key,
        "The handoff \"" + base.id() + "\" " + clause + ".",
        content,
        base.origin().of(key),
        branch.origin().of(key));
  }
}
