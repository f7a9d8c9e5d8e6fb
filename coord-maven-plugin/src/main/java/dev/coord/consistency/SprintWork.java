package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.TaskIndex;
import dev.coord.schedule.WorkDays.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sprints that count on a workstream, by an open task of it or as a priority, when it is to be
 * finished already, or before it starts. Told once for each workstream and sprint. Tasks that are
 * due on a day of their own are held against their sprint, and their workstream, by that day.
 */
final class SprintWork {

  /** How a sprint counts on a workstream. */
  private record Counted(String claim, Location place) {}

  private final Plan plan;
  private final Map<String, Span> spans;

  private SprintWork(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.spans = DatedSprints.of(plan, schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    SprintWork work = new SprintWork(plan, schedule);
    return schedule.open().workstreams().stream()
        .filter(w -> w.start().isPresent() || w.due().isPresent())
        .flatMap(work::look);
  }

  private Stream<Contradiction> look(Workstream workstream) {
    Map<String, Counted> counted = new LinkedHashMap<>();
    workstream.tasks().forEach(task -> find(task, Optional.empty(), counted));
    for (Sprint sprint : plan.sprints()) {
      sprint.priorities().stream()
          .filter(priority -> priority.workstream().equals(workstream.id()))
          .findFirst()
          .ifPresent(
              priority ->
                  counted.putIfAbsent(
                      sprint.id(),
                      new Counted(
                          "it is a priority of " + sprint.id(),
                          priority.origin().of("workstream"))));
    }
    return counted.entrySet().stream()
        .flatMap(
            entry ->
                Optional.ofNullable(spans.get(entry.getKey()))
                    .flatMap(span -> look(workstream, entry.getKey(), span, entry.getValue()))
                    .stream());
  }

  private static void find(Task task, Optional<String> outer, Map<String, Counted> counted) {
    Optional<String> sprint = task.sprint().or(() -> outer);
    if (task.tasks().isEmpty() && TaskIndex.isOpen(task) && task.due().isEmpty()) {
      sprint.ifPresent(
          id ->
              counted.putIfAbsent(
                  id,
                  new Counted("task " + task.id() + " belongs to " + id, task.origin().self())));
    }
    task.tasks().forEach(nested -> find(nested, sprint, counted));
  }

  private static Optional<Contradiction> look(
      Workstream workstream, String sprint, Span span, Counted counted) {
    Optional<Contradiction> late =
        workstream
            .due()
            .filter(due -> due.isBefore(span.first()))
            .map(
                due ->
                    contradiction(
                        workstream,
                        counted,
                        "it is due on " + due + ", and " + sprint + " is " + span,
                        "due"));
    return late.or(
        () ->
            workstream
                .start()
                .filter(start -> start.isAfter(span.last()))
                .map(
                    start ->
                        contradiction(
                            workstream,
                            counted,
                            "it starts on " + start + ", and " + sprint + " is " + span,
                            "start")));
  }

  private static Contradiction contradiction(
      Workstream workstream, Counted counted, String found, String key) {
    return new Contradiction(
        workstream.id(),
        counted.claim(),
        counted.place(),
        found,
        List.of(workstream.origin().of(key)),
        "Move the day, or the work to another sprint.");
  }
}
