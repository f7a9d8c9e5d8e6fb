package dev.coord.plan;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.PlanDiff.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds where a branch's plan lets a wave be merged without gates that it waited for, or a
 * workstream without what holds up its wave. What a gate of workstreams is about is compared with
 * the gate. In what order waves and queue come is held against git, and may change.
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

  /** A workstream may go to a wave that waits for the same. */
  private void workstreams(Wave before, Wave now) {
    List<String> waits =
        Stream.concat(gates(before).stream(), actions(base, before).stream()).toList();
    if (waits.isEmpty()) {
      return;
    }
    for (String workstream : before.workstreams()) {
      List<String> others =
          branch.merges().waves().stream()
              .filter(wave -> wave.workstreams().contains(workstream))
              .flatMap(wave -> Stream.concat(wave.gates().stream(), actions(branch, wave).stream()))
              .toList();
      if (!now.workstreams().contains(workstream)
          && branch.workstream(workstream).isPresent()
          && !base.isDropped(workstream)
          && !standIns.lost(waits, others).isEmpty()) {
        changes.add(
            Kind.WAVE_RELAXED,
            before.id(),
            workstream,
            name(before)
                + ", which waits for "
                + PlanDiff.joined(waits)
                + ", no longer merges "
                + workstream
                + ".",
            before.origin().of("workstreams"),
            now.origin().of("workstreams"));
      }
    }
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
