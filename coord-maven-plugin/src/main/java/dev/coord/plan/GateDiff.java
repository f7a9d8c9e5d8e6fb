package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds gates that ask less than they did, or are no longer there. A gate is compared with the one
 * of its id; else one that asks for the very same under an id that is new is that gate renamed. An
 * id that the base has is another gate's, and what is waived of that one would be of this one.
 */
final class GateDiff {

  private final Plan base;
  private final Plan branch;
  private final Map<String, Gate> kept;
  private final Map<String, Gate> added = new HashMap<>();

  private GateDiff(Plan base, Plan branch) {
    this.base = base;
    this.branch = branch;
    this.kept = PlanDiff.byId(branch.gates(), Gate::id);
    Map<String, Gate> known = PlanDiff.byId(base.gates(), Gate::id);
    branch.gates().stream()
        .filter(gate -> !known.containsKey(gate.id()))
        .forEach(gate -> added.putIfAbsent(content(gate), gate));
  }

  static void between(Plan base, Plan branch, Changes changes) {
    GateDiff diff = new GateDiff(base, branch);
    base.gates().forEach(gate -> diff.gate(gate, changes));
  }

  private void gate(Gate before, Changes changes) {
    Optional<Changes> same = Optional.ofNullable(kept.get(before.id())).map(g -> weaker(before, g));
    if (same.filter(Changes::isEmpty).isPresent() || isRenamed(before)) {
      return;
    }
    same.ifPresentOrElse(
        changes::addAll,
        () ->
            changes.removed(
                Kind.GATE_REMOVED,
                before.id(),
                "The gate \"" + before.id() + "\" is removed.",
                before.origin().self()));
  }

  private boolean isRenamed(Gate before) {
    Optional<Gate> renamed = Optional.ofNullable(added.get(content(before)));
    return renamed.filter(now -> weaker(before, now).isEmpty()).isPresent();
  }

  /** What a gate asks of what, equal exactly when it is the same. */
  private static String content(Gate gate) {
    return Stream.of(gate.workstreams(), gate.waves())
        .map(ids -> ids.stream().distinct().sorted().toList().toString())
        .collect(Collectors.joining(" ", gate.severity() + " ", " " + RuleText.of(gate.rule())));
  }

  /** What a gate of the branch asks less than one of the base. */
  private Changes weaker(Gate before, Gate now) {
    Changes changes = new Changes();
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
    if (!covers(before, now)) {
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
    return changes;
  }

  private boolean covers(Gate before, Gate now) {
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
