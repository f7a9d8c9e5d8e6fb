package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.TaskIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Open tasks that are due before their workstream can begin, or after it is due. */
final class TaskDays {

  private final Plan plan;
  private final PlanSchedule schedule;
  private final Earliest earliest;

  private TaskDays(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.schedule = schedule;
    this.earliest = new Earliest(schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    TaskDays days = new TaskDays(plan, schedule);
    return schedule.open().workstreams().stream()
        .flatMap(
            workstream ->
                workstream.tasks().stream()
                    .flatMap(Task::flat)
                    .filter(TaskIndex::isOpen)
                    .flatMap(
                        task ->
                            task.due().stream().flatMap(day -> days.look(workstream, task, day))));
  }

  private Stream<Contradiction> look(Workstream workstream, Task task, LocalDate day) {
    Stream<Contradiction> late =
        workstream.due().filter(day::isAfter).stream()
            .map(
                due ->
                    new Contradiction(
                        workstream.id() + "/" + task.id(),
                        claim(task, day),
                        task.origin().of("due"),
                        workstream.id() + " is due on " + due,
                        List.of(workstream.origin().of("due")),
                        "Mend one of the two days."));
    return Stream.concat(early(workstream, task, day).stream(), late);
  }

  private static String claim(Task task, LocalDate day) {
    return "task " + task.id() + " is due on " + day;
  }

  private Optional<Contradiction> early(Workstream workstream, Task task, LocalDate day) {
    Earliest.Day begin = earliest.begin(workstream.id(), workstream);
    if (schedule.isDated() && schedule.isBefore(day, begin.day())) {
      return Optional.of(
          new Contradiction(
              workstream.id() + "/" + task.id(),
              claim(task, day),
              task.origin().of("due"),
              begin.words(),
              List.of(begin.place()),
              "Move the day, or let the workstream begin earlier."));
    }
    if (schedule.earlyStart(workstream.id()).isPresent()) {
      return Optional.empty();
    }
    return schedule.waits().of(workstream.id()).stream()
        .filter(wait -> wait.day().isEmpty() && schedule.open().isOpen(wait.on()))
        .flatMap(wait -> plan.workstream(wait.on()).stream())
        .filter(before -> before.due().filter(due -> !isWorkedAfter(due, day)).isPresent())
        .findFirst()
        .map(
            before ->
                new Contradiction(
                    workstream.id() + "/" + task.id(),
                    claim(task, day),
                    task.origin().of("due"),
                    before.id()
                        + ", which "
                        + workstream.id()
                        + " waits for, is due on "
                        + before.due().orElseThrow(),
                    List.of(before.origin().of("due")),
                    "Move the day, or let " + before.id() + " come earlier."));
  }

  /** Whether there is a day to work on after one that is due, up to another day. */
  private boolean isWorkedAfter(LocalDate due, LocalDate day) {
    return schedule.calendar().workDays().between(due.plusDays(1), day) > 0;
  }
}
