package dev.coord.plan;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.PlanDiff.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds where a branch's plan lets a wave be merged without gates that it waited for, or a
 * workstream without the actions that hold up its wave. What a gate of workstreams is about is
 * compared with the gate. In what order waves and queue come is held against git, and may change.
 */
final class WaveDiff {

  private final Plan base;
  private final Plan branch;
  private final StandIns standIns;
  private final Changes changes;

  private WaveDiff(Plan base, Plan branch, StandIns standIns, Changes changes) {
    this.base = base;
    this.branch = branch;
    this.standIns = standIns;
    this.changes = changes;
  }

  static void between(Plan base, Plan branch, StandIns standIns, Changes changes) {
    WaveDiff diff = new WaveDiff(base, branch, standIns, changes);
    Map<String, Wave> kept = PlanDiff.byId(branch.merges().waves(), Wave::id);
    for (Wave before : base.merges().waves()) {
      Wave now = kept.get(before.id());
      if (now == null) {
        diff.removed(before);
      } else {
        diff.gates(before, now);
        diff.workstreams(before, now);
      }
    }
  }

  private void removed(Wave before) {
    List<String> gates = gates(before);
    if (!gates.isEmpty()) {
      changes.removed(
          Kind.WAVE_RELAXED,
          before.id(),
          name(before) + ", which waits for " + PlanDiff.joined(gates) + ", is removed.",
          before.origin().self());
    }
  }

  private void gates(Wave before, Wave now) {
    List<String> lost = standIns.lost(gates(before), now.gates());
    if (!lost.isEmpty()) {
      changes.add(
          Kind.WAVE_RELAXED,
          before.id(),
          name(before) + " no longer waits for " + PlanDiff.joined(lost) + ".",
          before.origin().of("gates"),
          now.origin().of("gates"));
    }
  }

  /** A workstream may go to a wave that the same actions hold up; gates follow it by themselves. */
  private void workstreams(Wave before, Wave now) {
    List<String> actions = actions(base, before);
    if (actions.isEmpty()) {
      return;
    }
    for (String workstream : before.workstreams()) {
      boolean left =
          branch.workstream(workstream).isPresent()
              && !now.workstreams().contains(workstream)
              && !base.isDropped(workstream);
      if (left && !waitsFor(workstream).containsAll(actions)) {
        changes.add(
            Kind.WAVE_RELAXED,
            before.id(),
            workstream,
            name(before)
                + ", which waits for "
                + PlanDiff.joined(actions)
                + ", no longer merges "
                + workstream
                + ".",
            before.origin().of("workstreams"),
            now.origin().of("workstreams"));
      }
    }
  }

  /** The open actions that hold up the waves of a workstream in the branch's plan. */
  private Set<String> waitsFor(String workstream) {
    return branch.merges().waves().stream()
        .filter(wave -> wave.workstreams().contains(workstream))
        .flatMap(wave -> actions(branch, wave).stream())
        .collect(Collectors.toSet());
  }

  /** The gates of a wave that hold it up because it names them. */
  private List<String> gates(Wave wave) {
    return wave.gates().stream()
        .filter(id -> base.gate(id).filter(Gate::appliesToProject).isPresent())
        .toList();
  }

  /** The open actions that hold up a wave. */
  private static List<String> actions(Plan plan, Wave wave) {
    return plan.actions().stream()
        .filter(action -> action.open() && action.blocks().contains(wave.id()))
        .map(Action::id)
        .toList();
  }

  private static String name(Wave wave) {
    return "The wave \"" + wave.id() + "\"";
  }
}
