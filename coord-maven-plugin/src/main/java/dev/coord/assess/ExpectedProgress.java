package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.SprintState.BlockState;
import dev.coord.assess.SprintState.Phase;
import dev.coord.evidence.Proof;
import dev.coord.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds what is expected of workstreams at the end of a block, once it is over, against what they
 * claim by now. What was there at that end nobody knows any more, but it was not more than now.
 */
public final class ExpectedProgress {

  private static final long WHOLE = 100;

  private ExpectedProgress() {}

  static List<ClaimCheck> of(Plan plan, List<SprintState> sprints, List<WorkstreamState> states) {
    Map<String, WorkstreamState> byId = new HashMap<>();
    states.stream()
        .filter(state -> !plan.isDropped(state.id()))
        .forEach(state -> byId.putIfAbsent(state.id(), state));
    return sprints.stream()
        .flatMap(sprint -> sprint.blocks().stream())
        .filter(block -> block.phase() == Phase.OVER)
        .flatMap(block -> of(block, byId))
        .toList();
  }

  private static Stream<ClaimCheck> of(BlockState block, Map<String, WorkstreamState> states) {
    return block.block().expected().entrySet().stream()
        .filter(entry -> states.containsKey(entry.getKey()))
        .map(entry -> check(block, entry.getValue(), states.get(entry.getKey())));
  }

  private static ClaimCheck check(BlockState block, int percent, WorkstreamState state) {
    return new ClaimCheck(
        state.id(),
        percent + "% is expected at the end of the block " + block.block().when(),
        block.block().origin().of("expected." + state.id()),
        observed(state),
        agreement(percent, state),
        List.of(Proof.plan("its tasks", state.workstream().origin().of("tasks"))),
        "Say in its tasks what is done, or expect less.");
  }

  private static String observed(WorkstreamState state) {
    if (state.observed().isMerged()) {
      return "it is merged";
    }
    if (state.tasks() == 0) {
      return "it has no tasks to tell by";
    }
    return "its own plan says "
        + state.done()
        + " of "
        + state.tasks()
        + " tasks are done"
        + (mayBeMerged(state) ? ", and whether it is merged cannot be told" : "");
  }

  /** Whether a branch could tell that all is done, whatever its tasks say. */
  private static boolean mayBeMerged(WorkstreamState state) {
    return state.observed() == WorkstreamState.Status.UNKNOWN
        && state.workstream().branch().isPresent();
  }

  private static Agreement agreement(int percent, WorkstreamState state) {
    if (state.observed().isMerged()) {
      return Agreement.AGREES;
    }
    if (state.tasks() == 0) {
      return Agreement.UNKNOWN;
    }
    if (!isLess(percent, state)) {
      return Agreement.AGREES;
    }
    return mayBeMerged(state) ? Agreement.UNKNOWN : Agreement.CONTRADICTS;
  }

  /**
   * Whether a workstream that is not merged claims less than a percentage of its tasks. A share may
   * be rounded, so a point is no difference; all of them is all of them.
   */
  public static boolean isLess(int percent, WorkstreamState state) {
    long least = percent < WHOLE ? percent - 1L : percent;
    return !state.observed().isMerged() && WHOLE * state.done() < least * state.tasks();
  }
}
