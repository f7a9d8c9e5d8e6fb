package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.TaskIndex;
import dev.coord.schedule.WorkDays;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Open tasks that are due before the sprint that they name, or are listed in, or after it. Days off
 * are no difference, and a sprint that is dated by its blocks alone may go on beyond them.
 */
final class SprintTaskDays {

  private final Plan plan;
  private final WorkDays workDays;
  private final Map<String, Span> spans;

  private SprintTaskDays(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.workDays = schedule.calendar().workDays();
    this.spans = DatedSprints.of(plan, schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    SprintTaskDays days = new SprintTaskDays(plan, schedule);
    Stream<Contradiction> blocks =
        plan.sprints().stream()
            .flatMap(
                sprint ->
                    sprint.blocks().stream()
                        .flatMap(
                            block ->
                                days.look(sprint.id(), block.tasks(), Optional.of(sprint.id()))));
    Stream<Contradiction> workstreams =
        schedule.open().workstreams().stream()
            .flatMap(
                workstream -> days.look(workstream.id(), workstream.tasks(), Optional.empty()));
    return days.spans.isEmpty() ? Stream.empty() : Stream.concat(blocks, workstreams);
  }

  /**
   * Looks at tasks and what is nested in them.
   *
   * @param outer the sprint of what they are in
   */
  private Stream<Contradiction> look(String of, List<Task> tasks, Optional<String> outer) {
    return tasks.stream()
        .flatMap(
            task -> {
              Optional<String> sprint = task.sprint().or(() -> outer);
              return Stream.concat(
                  sprint.flatMap(id -> look(of, task, id)).stream(),
                  look(of, task.tasks(), sprint));
            });
  }

  private Optional<Contradiction> look(String of, Task task, String sprint) {
    return task.due()
        .filter(day -> TaskIndex.isOpen(task) && spans.containsKey(sprint))
        .filter(day -> isOutside(day, spans.get(sprint)))
        .flatMap(
            day ->
                plan.sprint(sprint)
                    .map(
                        its ->
                            new Contradiction(
                                of + "/" + task.id(),
                                "task " + task.id() + " is due on " + day,
                                task.origin().of("due"),
                                sprint + ", to which it belongs, is " + spans.get(sprint),
                                List.of(its.origin().self()),
                                "Move the day, or the task to another sprint.")));
  }

  private boolean isOutside(LocalDate day, Span span) {
    return workDays.between(span.last().plusDays(1), day) > 0
        || workDays.between(day, span.first().minusDays(1)) > 0;
  }
}
