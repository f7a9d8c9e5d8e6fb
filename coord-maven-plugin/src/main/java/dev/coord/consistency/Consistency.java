package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.schedule.PlanSchedule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks through a plan for what it says in two ways. The plan alone is looked at: what git and
 * reports say is held against it elsewhere.
 */
public final class Consistency {

  /** A look at a plan, and at its times, which are reckoned once for all. */
  private interface Check {
    Stream<Contradiction> of(Plan plan, PlanSchedule schedule);
  }

  /** One look each, in the order in which they are told. */
  private static final List<Check> CHECKS =
      List.of(
          plan(ProjectDays::of),
          plan(SprintDays::of),
          plan(EpicChecks::of),
          plan(IssuesTwice::of),
          plan(EpicStatus::of),
          plan(EpicWeeks::of),
          plan(Countings::of),
          plan(PhaseStarts::of),
          plan(Windows::of),
          FarDays::of,
          plan(Agendas::of),
          plan(EventParts::of),
          plan(HandoffChecks::of),
          plan(HandoffsTwice::of),
          plan(NobodyNamed::of),
          plan(Workloads::of),
          plan(TeamSizes::of),
          plan(SignedOff::of),
          plan(SeveritiesTwice::of),
          plan(TestingTwice::of),
          plan(SupersededDecisions::of),
          plan(SavedTime::of),
          plan(SavingsTwice::of),
          plan(WorkedTime::of),
          plan(LengthsTwice::of),
          plan(PipelinesTwice::of),
          plan(DroppedWork::of),
          Launches::of,
          Starts::of,
          BlockDays::of,
          plan(FallingProgress::of),
          TaskDays::of,
          plan(ActionDays::of),
          plan(TaskOrder::of),
          Promises::of,
          WaveDays::of,
          CriticalMarks::of,
          plan(MergeChecks::of),
          plan(QueueTwice::of),
          plan(WaveChecks::of),
          plan(FrozenWaves::of),
          plan(LaunchOrder::of),
          plan(BoundaryChecks::of),
          plan(ConflictsTwice::of),
          plan(ClaimsTwice::of));

  private Consistency() {}

  /** A look that needs no times. */
  private static Check plan(Function<Plan, Stream<Contradiction>> look) {
    return (plan, schedule) -> look.apply(plan);
  }

  /**
   * All contradictions inside a plan, by topic, then in the order written. Of one topic, the first
   * thousand are told, and one more {@linkplain Contradiction#number() counts} the others.
   */
  public static List<Contradiction> of(Plan plan) {
    PlanSchedule schedule = PlanSchedule.of(plan);
    return CHECKS.stream().flatMap(check -> Fold.of(check.of(plan, schedule))).toList();
  }
}
