package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.TaskIndex;
import dev.coord.schedule.TaskIndex.Dependency;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tasks that are due before the workstream can begin whose task they depend on. Where that task is
 * itself due on a day, it is this day that they are held against.
 */
final class NeededTasks {

  private final Plan plan;
  private final PlanSchedule schedule;
  private final Earliest earliest;

  private NeededTasks(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.schedule = schedule;
    this.earliest = new Earliest(schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    NeededTasks needed = new NeededTasks(plan, schedule);
    return schedule.isDated()
        ? TaskIndex.dependencies(plan)
            .filter(one -> one.isToCome() && one.on().due().isEmpty())
            .flatMap(one -> needed.look(one).stream())
        : Stream.empty();
  }

  private Optional<Contradiction> look(Dependency one) {
    return open(one.otherWorkstream())
        .flatMap(
            other -> {
              Earliest.Day begin = earliest.begin(other.id(), other);
              return promise(one)
                  .filter(promise -> schedule.isBefore(promise.day(), begin.day()))
                  .map(promise -> contradiction(one, promise, begin));
            });
  }

  private Optional<Workstream> open(Optional<String> id) {
    return id.filter(schedule.open()::isOpen).flatMap(plan::workstream);
  }

  /** By when somebody promises a task, and where. */
  private record Promise(String words, LocalDate day, Location place) {}

  private Optional<Promise> promise(Dependency one) {
    return one.task()
        .due()
        .map(
            day ->
                new Promise(
                    "task " + one.task().id() + " is due on " + day,
                    day,
                    one.task().origin().of("due")))
        .or(
            () ->
                open(one.workstream())
                    .flatMap(
                        own ->
                            own.due()
                                .map(
                                    day ->
                                        new Promise(
                                            own.id() + " is due on " + day,
                                            day,
                                            own.origin().of("due")))));
  }

  private static Contradiction contradiction(Dependency one, Promise promise, Earliest.Day begin) {
    return new Contradiction(
        one.subject(),
        promise.words(),
        promise.place(),
        "task " + one.task().id() + " depends on " + one.name() + ", and " + begin.words(),
        List.of(one.place(), begin.place()),
        "Move the day, let the other begin earlier, or correct depends_on.");
  }
}
