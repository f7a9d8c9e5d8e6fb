package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds where a branch's plan lets a wave be merged without gates that it waited for. What a gate
 * of workstreams is about is compared with the gate.
 */
final class WaveDiff {

  private WaveDiff() {}

  static void between(Plan base, Plan branch, Changes changes) {
    Map<String, Merges.Wave> kept = PlanDiff.byId(branch.merges().waves(), Merges.Wave::id);
    for (Merges.Wave before : base.merges().waves()) {
      List<String> lost =
          new ArrayList<>(
              before.gates().stream()
                  .filter(id -> base.gate(id).filter(Gate::appliesToProject).isPresent())
                  .toList());
      Merges.Wave now = kept.get(before.id());
      String name = "The wave \"" + before.id() + "\"";
      if (now != null) {
        lost.removeAll(now.gates());
      }
      if (lost.isEmpty()) {
        continue;
      }
      String gates = PlanDiff.joined(lost);
      if (now == null) {
        changes.removed(
            Kind.WAVE_RELAXED,
            before.id(),
            name + ", which waits for " + gates + ", is removed.",
            before.origin().self());
      } else {
        changes.add(
            Kind.WAVE_RELAXED,
            before.id(),
            name + " no longer waits for " + gates + ".",
            before.origin().of("gates"),
            now.origin().of("gates"));
      }
    }
  }
}
