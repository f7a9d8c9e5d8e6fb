package dev.coord.consistency;

import dev.coord.consistency.WaitedFor.Step;
import dev.coord.plan.Handoff;
import dev.coord.plan.Plan;
import dev.coord.schedule.OpenWork;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.TaskIndex;
import dev.coord.schedule.Waits;
import dev.coord.schedule.Waits.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What waits for itself: a handoff of which the provider begins only when the consumer is finished,
 * and a task that depends on one of a workstream that begins only when its own is.
 *
 * <p>Two that hand something to each other are none: each may go on after it has handed over.
 */
final class Deadlocks {

  private final OpenWork open;
  private final WaitedFor waited;

  private Deadlocks(PlanSchedule schedule) {
    this.open = schedule.open();
    this.waited =
        new WaitedFor(
            schedule.waits(), wait -> wait.why() != Why.HANDOFF && open.isOpen(wait.on()));
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    Deadlocks deadlocks = new Deadlocks(schedule);
    Stream<Contradiction> handoffs =
        plan.handoffs().stream()
            .filter(handoff -> Waits.isDelivered(handoff) && Waits.isToCome(plan, handoff))
            .flatMap(deadlocks::look);
    Stream<Contradiction> tasks =
        TaskIndex.dependencies(plan)
            .filter(TaskIndex.Dependency::isToCome)
            .flatMap(one -> deadlocks.task(one).stream());
    return Stream.concat(handoffs, tasks);
  }

  private Optional<Contradiction> task(TaskIndex.Dependency one) {
    return one.otherWorkstream()
        .flatMap(
            on ->
                one.workstream()
                    .flatMap(id -> Optional.ofNullable(waited(on).get(id)))
                    .map(
                        step ->
                            new Contradiction(
                                one.subject(),
                                "depends_on: " + one.name(),
                                one.place(),
                                waiting(on, "", one.workstream().orElseThrow(), step),
                                List.of(step.place()),
                                "Correct what the task depends on, or what "
                                    + on
                                    + " waits for.")));
  }

  /** All that must be finished before a workstream begins, each with how it is waited for. */
  private Map<String, Step> waited(String id) {
    return open.isOpen(id) ? waited.by(id) : Map.of();
  }

  private static String waiting(String one, String what, String other, Step step) {
    return one
        + what
        + " waits for "
        + other
        + (step.by().equals(one) ? "" : " by way of " + step.by());
  }

  private Stream<Contradiction> look(Handoff handoff) {
    String provider = handoff.provider().orElseThrow();
    Map<String, Step> way = waited(provider);
    return IntStream.range(0, handoff.consumers().size())
        .boxed()
        .flatMap(
            index ->
                Optional.ofNullable(way.get(handoff.consumers().get(index)))
                    .map(step -> contradiction(handoff, index, step))
                    .stream());
  }

  private static Contradiction contradiction(Handoff handoff, int index, Step step) {
    String provider = handoff.provider().orElseThrow();
    String consumer = handoff.consumers().get(index);
    return new Contradiction(
        "handoff " + handoff.id(),
        "consumers: " + consumer,
        handoff.origin().of("consumers", index),
        waiting(provider, ", which provides it,", consumer, step),
        List.of(step.place()),
        "Let another one provide it, or correct what " + provider + " waits for.");
  }
}
