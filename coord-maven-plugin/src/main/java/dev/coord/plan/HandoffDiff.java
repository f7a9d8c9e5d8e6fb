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
      told("kind", "is of another kind", branch.kind().name());
    }
    another("provider", base.provider(), branch.provider());
    another("task", base.task(), branch.task());
    another("version", said(base.version()), said(branch.version()));
    another("signature", said(base.signature()), said(branch.signature()));
    consumers();
    if (base.before().isEmpty() && !branch.before().isEmpty()) {
      told("before", "is only needed before something else");
    }
    if (branch.status() == Handoff.Status.NOT_NEEDED
        && base.status() != Handoff.Status.NOT_NEEDED) {
      told("status", "is said not to be needed");
    }
    proof();
  }

  /** What was agreed on; to agree on something for the first time lets nobody off. */
  private void another(String key, Optional<String> before, Optional<String> now) {
    if (before.isPresent() && !before.equals(now)) {
      told(key, "has another " + key, now.orElse(""));
    }
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  /** A handoff that names no consumers is for all. */
  private void consumers() {
    if (base.consumers().isEmpty() && !branch.consumers().isEmpty()) {
      told("consumers", "is no longer for all");
    }
    List<String> kept = branch.consumers();
    if (!kept.isEmpty()) {
      base.consumers().stream()
          .filter(id -> !kept.contains(id))
          .forEach(id -> told("consumers", "is no longer for " + id));
    }
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
      told(key, "is there when less is, or something else", now.map(RuleText::of).orElse(""));
    }
  }

  private void told(String key, String clause) {
    told(key, clause, "");
  }

  /** The sentence leaves out what there is now, which tells changes of several commits apart. */
  private void told(String key, String clause, String content) {
    changes.add(
        Kind.HANDOFF_CHANGED,
        base.id(),
        "The handoff \"" + base.id() + "\" " + clause + ".",
        content,
        base.origin().of(key),
        branch.origin().of(key));
  }
}
