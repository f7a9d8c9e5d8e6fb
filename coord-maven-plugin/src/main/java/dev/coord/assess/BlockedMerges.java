package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.Proof;
import dev.coord.plan.Action;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is merged though the plan says that an open action blocks it: either somebody did it, or
 * nobody waited for it. What was not merged waits, which proves nothing.
 */
final class BlockedMerges {

  private final Plan plan;
  private final List<WorkstreamState> workstreams;
  private final List<WaveState> waves;

  BlockedMerges(Plan plan, List<WorkstreamState> workstreams, List<WaveState> waves) {
    this.plan = plan;
    this.workstreams = workstreams;
    this.waves = waves;
  }

  /** A claim for each thing that did not wait, in the order of the actions. */
  List<ClaimCheck> check() {
    return plan.actions().stream()
        .filter(Action::open)
        .flatMap(action -> action.blocks().stream().flatMap(id -> merged(action, id)))
        .toList();
  }

  private Stream<ClaimCheck> merged(Action action, String id) {
    return Stream.concat(
        workstreams.stream()
            .filter(state -> state.id().equals(id) && state.observed().isMerged())
            .map(state -> check(action, id, id + " is merged", state.landing())),
        waves.stream()
            .filter(state -> state.wave().id().equals(id))
            .filter(state -> state.observed() == WaveState.Progress.MERGED)
            .map(state -> check(action, id, state.wave().name() + " is merged", landing(state))));
  }

  private static Optional<Landing> landing(WaveState state) {
    return state.members().stream().flatMap(member -> member.landing().stream()).findFirst();
  }

  private static ClaimCheck check(
      Action action, String id, String found, Optional<Landing> landing) {
    return new ClaimCheck(
        "action " + action.id(),
        "it is " + action.status().word() + " and blocks " + id,
        action.origin().of("blocks"),
        found,
        Agreement.CONTRADICTS,
        landing.stream().map(merge -> Proof.commit("its merge", merge.commit())).toList(),
        "Mark the action done, or find out why nobody waited for it.");
  }
}
