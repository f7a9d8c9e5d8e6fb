package dev.coord.assess;

import dev.coord.assess.SprintState.BlockState;
import dev.coord.assess.SprintState.Phase;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Sprint;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.schedule.WorkDays;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Works out where the sprints stand. */
final class SprintStates {

  private final Plan plan;
  private final LocalDate today;
  private final WorkDays workDays;

  SprintStates(Plan plan, LocalDate today) {
    this.plan = plan;
    this.today = today;
    this.workDays = new WorkDays(plan.project().calendar());
  }

  List<SprintState> states() {
    return plan.sprints().stream().map(this::state).toList();
  }

  private SprintState state(Sprint sprint) {
    List<BlockState> blocks = sprint.blocks().stream().map(b -> block(sprint, b)).toList();
    List<String> active = active(sprint);
    List<Task> tasks =
        Stream.concat(
                sprint.blocks().stream().flatMap(b -> b.tasks().stream()),
                plan.workstreams().stream()
                    .filter(w -> active.contains(w.id()))
                    .map(Workstream::tasks)
                    .flatMap(List::stream))
            .toList();
    TaskCounts.Count count = TaskCounts.count(tasks);
    return new SprintState(
        sprint, phase(span(sprint)), blocks, count.done(), count.total(), active);
  }

  private List<String> active(Sprint sprint) {
    Set<String> named = new TreeSet<>();
    sprint.priorities().forEach(p -> named.add(p.workstream()));
    sprint
        .blocks()
        .forEach(
            b -> {
              named.addAll(b.workstreams());
              named.addAll(b.launches());
              named.addAll(b.expected().keySet());
            });
    return plan.workstreams().stream().map(Workstream::id).filter(named::contains).toList();
  }

  private static Optional<Span> span(Sprint sprint) {
    return sprint.start().flatMap(s -> sprint.end().map(e -> new Span(s, e)));
  }

  private BlockState block(Sprint sprint, Sprint.Block block) {
    Optional<LocalDate> start = sprint.start().or(() -> plan.project().calendar().start());
    Optional<Span> dates =
        block
            .when()
            .flatMap(
                stretch ->
                    stretch.counting() == Sprint.Counting.DATES
                        ? workDays.span(today, stretch)
                        : start.flatMap(s -> workDays.span(s, stretch)));
    Phase phase = phase(dates);
    TaskCounts.Count count = TaskCounts.count(block.tasks());
    return new BlockState(block, dates, phase, phase == Phase.OVER && count.done() < count.total());
  }

  private Phase phase(Optional<Span> span) {
    if (span.isEmpty()) {
      return Phase.UNDATED;
    }
    if (today.isBefore(span.get().first())) {
      return Phase.PLANNED;
    }
    return today.isAfter(span.get().last()) ? Phase.OVER : Phase.RUNNING;
  }

  /** What is late: blocks that are over, tasks, workstreams and actions past their day. */
  List<Finding> overdue(List<SprintState> states, List<WorkstreamState> workstreams) {
    List<Finding> findings = new ArrayList<>();
    for (SprintState state : states) {
      for (BlockState block : state.blocks()) {
        if (block.overdue()) {
          Sprint.Block b = block.block();
          String name = b.title().isEmpty() ? b.when().orElseThrow().toString() : b.title();
          findings.add(
              late(
                  state.sprint().id(),
                  name + " ended on " + block.dates().orElseThrow().last() + " with open tasks",
                  b.origin().self()));
        }
      }
    }
    for (WorkstreamState state : workstreams) {
      Workstream w = state.workstream();
      if (w.due().filter(today::isAfter).isPresent()
          && state.observed() != WorkstreamState.Status.MERGED) {
        findings.add(
            late(
                w.id(),
                "workstream " + w.id() + " was due on " + w.due().get() + " and is not merged",
                w.origin().of("due")));
      }
      w.tasks().stream()
          .flatMap(Task::flat)
          .filter(t -> t.state() != Task.State.DONE && t.state() != Task.State.DROPPED)
          .filter(t -> t.due().filter(today::isAfter).isPresent())
          .forEach(
              t ->
                  findings.add(
                      late(
                          w.id(),
                          "task " + t.id() + " of " + w.id() + " was due on " + t.due().get(),
                          t.origin().of("due"))));
    }
    plan.actions().stream()
        .filter(a -> a.open() && a.when().filter(today::isAfter).isPresent())
        .forEach(
            a ->
                findings.add(
                    late(
                        a.id(),
                        "action " + a.id() + " was due on " + a.when().get(),
                        a.origin().of("when"))));
    return findings;
  }

  private static Finding late(String subject, String text, Location location) {
    return new Finding(
        Finding.Kind.OVERDUE,
        Severity.WARN,
        subject,
        text,
        "Do it, or move its day.",
        Optional.of(location),
        List.of());
  }
}
