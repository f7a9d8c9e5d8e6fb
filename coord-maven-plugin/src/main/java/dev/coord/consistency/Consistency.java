package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.schedule.Completed;
import dev.coord.schedule.PlanSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks through a plan for what it says in two ways. The plan alone is looked at: what git and
 * reports say is held against it elsewhere. Only of what is through, no time is held against
 * another any more.
 */
public final class Consistency {

  /** A topic. */
  private sealed interface Check {}

  /** One that asks for nothing but the plan. */
  private record OfPlan(Function<Plan, Stream<Contradiction>> look) implements Check {}

  /** One about the times of what is still to come; they are reckoned once for all. */
  private record OfTimes(BiFunction<Plan, PlanSchedule, Stream<Contradiction>> look)
      implements Check {}

  /** One look each, in the order in which they are told. */
  private static final List<Check> CHECKS =
      List.of(
          plan(ProjectDays::of),
          plan(SprintDays::of),
          plan(EventDays::of),
          plan(EpicChecks::of),
          plan(EpicsTwice::of),
          plan(IssuesTwice::of),
          plan(EpicStatus::of),
          plan(EpicWeeks::of),
          plan(Countings::of),
          plan(PhaseStarts::of),
          plan(PhaseNames::of),
          plan(Windows::of),
          open(FarDays::of),
          plan(Agendas::of),
          plan(EventParts::of),
          plan(HandoffChecks::of),
          open(Deadlocks::of),
          plan(HandoffsTwice::of),
          plan(NobodyNamed::of),
          plan(Workloads::of),
          plan(TeamSizes::of),
          plan(SignedOff::of),
          plan(SeveritiesTwice::of),
          plan(TestTypesTwice::of),
          plan(TestingTwice::of),
          plan(SupersededDecisions::of),
          plan(EntriesTwice::of),
          plan(SavedTime::of),
          plan(SavingsTwice::of),
          plan(WorkedTime::of),
          plan(Lengths::of),
          plan(LengthsTwice::of),
          plan(PipelinesTwice::of),
          plan(DroppedWork::of),
          open(WorktreesTwice::of),
          open(LaunchDirectories::of),
          open(Launches::of),
          open(Starts::of),
          open(OutsideProject::of),
          open(BlockDays::of),
          plan(FallingProgress::of),
          open(TaskDays::of),
          open(SprintTaskDays::of),
          open(SprintWork::of),
          open(NeededTasks::of),
          open(ActionDays::of),
          plan(TaskOrder::of),
          plan(NestedTasks::of),
          open(Promises::of),
          open(WaveDays::of),
          plan(CriticalMarks::of),
          plan(MergeChecks::of),
          plan(MergeOrders::of),
          plan(QueueTwice::of),
          plan(PullRequestsTwice::of),
          plan(WaveChecks::of),
          open(FrozenWaves::of),
          plan(LaunchOrder::of),
          plan(BoundaryChecks::of),
          plan(ConflictsTwice::of),
          plan(ClaimsTwice::of),
          plan(BaselinesTwice::of),
          plan(MetricsTwice::of));

  private final Plan plan;

  /** What the topics say, in their order; nothing yet where times are asked for. */
  private final List<List<Contradiction>> told = new ArrayList<>();

  private Consistency(Plan plan) {
    this.plan = plan;
    for (Check check : CHECKS) {
      told.add(
          check instanceof OfPlan topic ? Fold.of(topic.look().apply(plan)).toList() : List.of());
    }
  }

  /** A look that needs no times. */
  private static Check plan(Function<Plan, Stream<Contradiction>> look) {
    return new OfPlan(look);
  }

  /** A look at the times of what is still to come. */
  private static Check open(BiFunction<Plan, PlanSchedule, Stream<Contradiction>> look) {
    return new OfTimes(look);
  }

  /** Looks for all that can be found before it is known what is through. */
  public static Consistency begin(Plan plan) {
    return new Consistency(plan);
  }

  /**
   * All contradictions inside the plan, by topic, then in the order written. Of one topic, the
   * first thousand are told, and one more {@linkplain Contradiction#number() counts} the others.
   */
  public List<Contradiction> given(Completed completed) {
    PlanSchedule schedule = PlanSchedule.of(plan, completed);
    List<Contradiction> all = new ArrayList<>();
    for (int i = 0; i < CHECKS.size(); i++) {
      all.addAll(
          CHECKS.get(i) instanceof OfTimes topic
              ? Fold.of(topic.look().apply(plan, schedule)).toList()
              : told.get(i));
    }
    return List.copyOf(all);
  }

  /** The same where nothing but the plan tells what is through. */
  public static List<Contradiction> of(Plan plan) {
    return begin(plan).given(Completed.claimed(plan));
  }
}
