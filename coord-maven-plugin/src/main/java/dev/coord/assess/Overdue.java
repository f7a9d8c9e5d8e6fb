package dev.coord.assess;

import dev.coord.assess.SprintState.BlockState;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Severity;
import dev.coord.plan.Sprint;
import dev.coord.plan.Task;
import dev.coord.plan.TaskList;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is late: blocks and events that are over, tasks, workstreams and actions past their
 * day, and the project past its end or its review.
 */
final class Overdue {

  private final Plan plan;
  private final LocalDate today;
  private final Slip slip;
  private final List<Finding> findings = new ArrayList<>();

  private Overdue(Plan plan, LocalDate today) {
    this.plan = plan;
    this.today = today;
    this.slip = new Slip(plan, today);
  }

  /** What is late on a day. */
  static List<Finding> on(
      LocalDate today, Plan plan, List<SprintState> sprints, List<WorkstreamState> workstreams) {
    Overdue overdue = new Overdue(plan, today);
    overdue.look(sprints, workstreams);
    return List.copyOf(overdue.findings);
  }

  /** Waves that are not merged though their days are over, and tasks of their checklists. */
  static List<Finding> waves(LocalDate today, Plan plan, List<WaveState> waves) {
    Overdue overdue = new Overdue(plan, today);
    waves.forEach(overdue::wave);
    return List.copyOf(overdue.findings);
  }

  /** Metrics that are not seen to be what they were to be by a day that is over. */
  static List<Finding> metrics(LocalDate today, Plan plan, List<MetricResult> metrics) {
    Overdue overdue = new Overdue(plan, today);
    metrics.stream()
        .filter(m -> m.metric().by().filter(overdue::isPast).isPresent() && !m.met())
        .forEach(overdue::metric);
    return List.copyOf(overdue.findings);
  }

  private void metric(MetricResult result) {
    String id = result.metric().id();
    late(
        id,
        "metric "
            + id
            + " was to meet its target by "
            + result.metric().by().orElseThrow()
            + (result.missed() ? " and misses it" : " and is not known to meet it"),
        result.metric().origin().of("by"));
  }

  private void wave(WaveState state) {
    String subject = "wave " + state.wave().id();
    Optional<LocalDate> ended = state.dates().map(WorkDays.Span::last).filter(this::isPast);
    if (state.isOpen() && ended.isPresent()) {
      String now =
          state.observed() == WaveState.Progress.UNKNOWN
              ? "not known to be merged"
              : state.observed() == WaveState.Progress.PARTLY ? "merged in part" : "not merged";
      late(
          subject,
          state.wave().name() + " was due on " + ended.get() + " and is " + now,
          state.wave().when().stretches().isEmpty()
              ? state.wave().origin().self()
              : state.wave().when().place(state.wave().when().stretches().get(0)));
    }
    tasks(subject, state.wave().checklist());
    ended.ifPresent(day -> checklist(state, subject, day));
  }

  /** What was to be so when a wave was merged; of one that is not, the wave itself is late. */
  private void checklist(WaveState state, String subject, LocalDate ended) {
    if (state.observed() == WaveState.Progress.MERGED) {
      TaskCounts.open(state.wave().checklist())
          .filter(task -> task.due().isEmpty())
          .forEach(
              task ->
                  late(
                      subject,
                      state.wave().name()
                          + " was due on "
                          + ended
                          + " and is merged, and task "
                          + task.id()
                          + " of its checklist is open",
                      task.origin().self()));
    }
  }

  private void look(List<SprintState> sprints, List<WorkstreamState> workstreams) {
    for (SprintState sprint : sprints) {
      sprint.blocks().stream()
          .filter(BlockState::overdue)
          .forEach(block -> block(sprint.sprint().id(), block));
      sprint.sprint().blocks().forEach(b -> tasks(sprint.sprint().id(), b.tasks()));
    }
    for (WorkstreamState state : workstreams) {
      workstream(state);
      tasks(state.id(), state.workstream().tasks());
    }
    plan.taskLists()
        .filter(TaskList::isElsewhere)
        .forEach(list -> tasks(list.subject(), list.tasks()));
    plan.events().forEach(this::deliverables);
    project(workstreams);
    plan.actions().stream()
        .filter(a -> a.open() && a.when().filter(this::isPast).isPresent())
        .forEach(
            a ->
                late(
                    a.id(),
                    "action " + a.id() + " was due on " + a.when().get(),
                    a.origin().of("when")));
  }

  private boolean isPast(LocalDate day) {
    return today.isAfter(day);
  }

  private void block(String sprint, BlockState state) {
    Sprint.Block block = state.block();
    String name = block.title().isEmpty() ? block.when().toString() : block.title();
    late(
        sprint,
        name + " ended on " + state.dates().orElseThrow().last() + " with open tasks",
        block.origin().self());
  }

  private void workstream(WorkstreamState state) {
    Workstream workstream = state.workstream();
    if (!slip.isLate(state)) {
      return;
    }
    late(
        workstream.id(),
        "workstream "
            + workstream.id()
            + " was due on "
            + slip.due(workstream).orElseThrow()
            + " and is "
            + now(List.of(state)),
        workstream.origin().of(workstream.due().isPresent() ? "due" : "duration"));
  }

  /** What an event was to bring and has no day of its own. */
  private void deliverables(Event event) {
    PlanCalendar.of(plan)
        .event(event)
        .span()
        .map(WorkDays.Span::last)
        .filter(this::isPast)
        .ifPresent(
            last ->
                TaskCounts.open(event.deliverables())
                    .filter(t -> t.due().isEmpty())
                    .forEach(
                        t ->
                            late(
                                "event " + event.id(),
                                "event "
                                    + event.id()
                                    + " ended on "
                                    + last
                                    + " without its deliverable "
                                    + t.id(),
                                t.origin().self())));
  }

  private void project(List<WorkstreamState> workstreams) {
    Project project = plan.project();
    project
        .nextReview()
        .filter(this::isPast)
        .ifPresent(
            day ->
                late(
                    "project",
                    "the review of the plan was due on " + day,
                    project.origin().of("next_review")));
    List<WorkstreamState> unmerged = workstreams.stream().filter(slip::isOpen).toList();
    project
        .expectedEnd()
        .filter(day -> isPast(day) && !unmerged.isEmpty())
        .ifPresent(
            day ->
                late(
                    "project",
                    "the project was expected to end on "
                        + day
                        + ", and "
                        + unmerged.get(0).id()
                        + (unmerged.size() > 1 ? " and " + (unmerged.size() - 1) + " more" : "")
                        + (unmerged.size() > 1 ? " are " : " is ")
                        + now(unmerged),
                    project.origin().of("expected_end")));
  }

  /** What is known of workstreams of which none is seen to be merged. */
  private static String now(List<WorkstreamState> unmerged) {
    return unmerged.stream().allMatch(s -> s.observed() == WorkstreamState.Status.UNKNOWN)
        ? "not known to be merged"
        : "not merged";
  }

  private void tasks(String of, Collection<Task> tasks) {
    TaskCounts.open(tasks)
        .filter(t -> t.due().filter(this::isPast).isPresent())
        .forEach(
            t ->
                late(
                    of,
                    "task " + t.id() + " of " + of + " was due on " + t.due().get(),
                    t.origin().of("due")));
  }

  private void late(String subject, String text, Location location) {
    findings.add(
        new Finding(
            Finding.Kind.OVERDUE,
            Severity.WARN,
            subject,
            text,
            "Do it, or move its day.",
            Optional.of(location),
            List.of()));
  }
}
