package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Finds gates that ask less than they did, or are no longer there. A gate is compared with the one
 * of its id, unless another one {@linkplain StandIns stands in} for it.
 */
final class GateDiff {

  private final Plan base;
  private final Plan branch;

  private GateDiff(Plan base, Plan branch) {
    this.base = base;
    this.branch = branch;
  }

  static void between(Plan base, Plan branch, StandIns standIns, Changes changes) {
    GateDiff diff = new GateDiff(base, branch);
    Map<String, Gate> kept = PlanDiff.byId(branch.gates(), Gate::id);
    for (Gate before : base.gates()) {
      Gate now = kept.get(before.id());
      if (now != null && asksAll(base, before, branch, now) || standIns.of(before).isPresent()) {
        continue;
      }
      if (now == null) {
        changes.removed(
            Kind.GATE_REMOVED,
            before.id(),
            "The gate \"" + before.id() + "\" is removed.",
            before.origin().self());
      } else {
        diff.weaker(before, now, changes);
      }
    }
  }

  /** Whether a gate of the branch asks for all that one of the base does, of all that one did. */
  static boolean asksAll(Plan base, Gate before, Plan branch, Gate now) {
    return now.severity().compareTo(before.severity()) <= 0
        && covers(base, before, branch, now)
        && Implication.ofGates(now.rule(), before.rule());
  }

  /** What a gate of the branch asks less than one of the base. */
  private void weaker(Gate before, Gate now, Changes changes) {
    String name = "gate \"" + before.id() + "\"";
    if (now.severity().compareTo(before.severity()) > 0) {
      changes.add(
          Kind.SEVERITY_LOWERED,
          before.id(),
          "The severity of "
              + name
              + " is lowered from "
              + before.severity().word()
              + " to "
              + now.severity().word()
              + ".",
          before.origin().of("severity"),
          now.origin().of("severity"));
    }
    if (!covers(base, before, branch, now)) {
      boolean rewritten =
          !PlanDiff.sameItems(before.workstreams(), now.workstreams())
              || !PlanDiff.sameItems(before.waves(), now.waves());
      String from = rewritten ? target(before) : target(base.workstreamsOf(before));
      String to = rewritten ? target(now) : target(branch.workstreamsOf(now));
      changes.add(
          Kind.SCOPE_CHANGED,
          before.id(),
          "The " + name + " applied to " + from + " and applies to " + to + ".",
          before.origin().of("applies_to"),
          now.origin().of("applies_to"));
    }
    RuleDiff.between(before, now, changes);
  }

  private static boolean covers(Plan base, Gate before, Plan branch, Gate now) {
    return now.appliesToProject()
        || !before.appliesToProject()
            && new HashSet<>(branch.workstreamsOf(now)).containsAll(base.workstreamsOf(before));
  }

  private static String target(Gate gate) {
    List<String> targets = new ArrayList<>(gate.workstreams());
    targets.addAll(gate.waves());
    return targets.isEmpty() ? "the project" : target(targets);
  }

  private static String target(List<String> ids) {
    return ids.isEmpty() ? "no workstream" : String.join(", ", ids);
  }
}
