package dev.coord.consistency;

import dev.coord.plan.Plan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks through a plan for what it says in two ways. The plan alone is looked at: what git and
 * reports say is held against it elsewhere.
 */
public final class Consistency {

  /** One look each, in the order in which they are told. */
  private static final List<Function<Plan, Stream<Contradiction>>> CHECKS =
      List.of(
          ProjectDays::of,
          SprintDays::of,
          EpicChecks::of,
          IssuesTwice::of,
          EpicStatus::of,
          EpicWeeks::of,
          Countings::of,
          PhaseStarts::of,
          Windows::of,
          FarDays::of,
          Agendas::of,
          EventParts::of,
          HandoffChecks::of,
          HandoffsTwice::of,
          NobodyNamed::of,
          Workloads::of,
          TeamSizes::of,
          SignedOff::of,
          SeveritiesTwice::of,
          TestingTwice::of,
          SupersededDecisions::of,
          SavedTime::of,
          SavingsTwice::of,
          WorkedTime::of,
          LengthsTwice::of,
          PipelinesTwice::of,
          DroppedWork::of,
          Launches::of,
          Starts::of,
          BlockDays::of,
          FallingProgress::of,
          TaskDays::of,
          ActionDays::of,
          TaskOrder::of,
          Promises::of,
          WaveDays::of,
          CriticalMarks::of,
          MergeChecks::of,
          QueueTwice::of,
          WaveChecks::of,
          FrozenWaves::of,
          LaunchOrder::of,
          BoundaryChecks::of,
          ConflictsTwice::of,
          ClaimsTwice::of);

  private Consistency() {}

  /**
   * All contradictions inside a plan, by topic, then in the order written. Of one topic, the first
   * hundred are told, and one more {@linkplain Contradiction#number() counts} the others.
   */
  public static List<Contradiction> of(Plan plan) {
    return CHECKS.stream().flatMap(check -> Fold.of(check.apply(plan))).toList();
  }
}
