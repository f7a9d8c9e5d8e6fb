package dev.coord.assess;

import dev.coord.assess.WaveState.Member;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.schedule.Completed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is through: what git shows to be merged, whatever the plan says of it. Where git cannot
 * tell, the plan's word is taken, as nothing could be contradicted for certain.
 */
public final class CompletedWork {

  private final Plan plan;
  private final Set<String> presumed = new HashSet<>();
  private final Map<String, Optional<LocalDate>> merged = new LinkedHashMap<>();

  private CompletedWork(Plan plan, List<WorkstreamState> states) {
    this.plan = plan;
    ZoneId zone = plan.project().calendar().zone();
    for (WorkstreamState state : states) {
      if (state.observed().isMerged()) {
        merged.put(state.id(), time(state).map(at -> at.atZone(zone).toLocalDate()));
      } else if (state.observed() == Status.UNKNOWN
          && Completed.isClaimed(plan, state.workstream())) {
        merged.put(state.id(), Optional.empty());
        presumed.add(state.id());
      }
    }
  }

  /** What of an assessment is through: its schedule is that of what is still to come. */
  public static Completed of(Assessment assessment) {
    return of(assessment.plan(), assessment.workstreams(), MergeStates.of(assessment).waves());
  }

  /** What of a plan is through. */
  static Completed of(Plan plan, List<WorkstreamState> states, List<WaveState> waves) {
    CompletedWork work = new CompletedWork(plan, states);
    return new Completed(
        work.merged,
        waves.stream()
            .filter(work::isMerged)
            .map(wave -> wave.wave().id())
            .collect(Collectors.toSet()));
  }

  /** When it came into what it is merged into, by the time of that commit. */
  private static Optional<Instant> time(WorkstreamState state) {
    return state
        .landing()
        .map(Landing::time)
        .or(
            () ->
                state
                    .branch()
                    .map(branch -> branch.merge())
                    .flatMap(Observation::optional)
                    .flatMap(MergeState::merge)
                    .map(Commit::time));
  }

  private boolean isMerged(WaveState wave) {
    // The plan's word tells of the integration branch alone.
    boolean home = plan.target(wave.wave()).equals(plan.project().integrationBranch());
    return wave.members().stream().allMatch(member -> isMerged(member, home));
  }

  private boolean isMerged(Member member, boolean home) {
    return !member.isLeft()
        || home && member.observed() == Status.UNKNOWN && presumed.contains(member.workstream());
  }
}
