package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.schedule.TaskIndex;
import java.util.List;
import java.util.stream.Stream;

/** Tasks that are done, or due, before those that they depend on. */
final class TaskOrder {

  private TaskOrder() {}

  static Stream<Contradiction> of(Plan plan) {
    return TaskIndex.dependencies(plan).flatMap(one -> Stream.concat(done(one), due(one)));
  }

  private static Stream<Contradiction> done(TaskIndex.Dependency one) {
    return one.task().state() == Task.State.DONE && TaskIndex.isOpen(one.on())
        ? Stream.of(
            new Contradiction(
                one.subject(),
                "task " + one.task().id() + " is done",
                one.task().origin().of("state"),
                "it depends on " + one.name() + ", which is " + one.on().state().word(),
                List.of(
                    one.task().origin().of("depends_on", one.number()),
                    one.on().origin().of("state")),
                "Correct the state of one of the two, or depends_on."))
        : Stream.empty();
  }

  private static Stream<Contradiction> due(TaskIndex.Dependency one) {
    return TaskIndex.isOpen(one.task()) && TaskIndex.isOpen(one.on())
        ? one.task().due().stream()
            .filter(day -> one.on().due().filter(day::isBefore).isPresent())
            .map(
                day ->
                    new Contradiction(
                        one.subject(),
                        "task " + one.task().id() + " is due on " + day,
                        one.task().origin().of("due"),
                        "it depends on "
                            + one.name()
                            + ", which is due on "
                            + one.on().due().orElseThrow(),
                        List.of(
                            one.task().origin().of("depends_on", one.number()),
                            one.on().origin().of("due")),
                        "Mend one of the two days, or depends_on."))
        : Stream.empty();
  }
}
