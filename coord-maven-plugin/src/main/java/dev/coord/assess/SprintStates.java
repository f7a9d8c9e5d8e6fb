package dev.coord.assess;

import dev.coord.assess.SprintState.BlockState;
import dev.coord.assess.SprintState.Phase;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.SprintTasks;
import dev.coord.plan.Workstream;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out where the sprints stand. */
final class SprintStates {

  private final Plan plan;
  private final LocalDate today;
  private final PlanCalendar calendar;
  private final SprintTasks tasks;

  SprintStates(Plan plan, LocalDate today) {
    this.plan = plan;
    this.today = today;
    this.calendar = PlanCalendar.of(plan);
    this.tasks = new SprintTasks(plan);
  }

  List<SprintState> states() {
    return plan.sprints().stream().map(this::state).toList();
  }

  private SprintState state(Sprint sprint) {
    List<BlockState> blocks = sprint.blocks().stream().map(b -> block(sprint, b)).toList();
    List<String> active = active(sprint);
    TaskCounts.Count count = TaskCounts.count(tasks.of(sprint));
    Optional<Span> dates = calendar.sprint(sprint);
    return new SprintState(
        sprint, dates, phase(dates), blocks, count.done(), count.total(), active);
  }

  private List<String> active(Sprint sprint) {
    Set<String> named = new HashSet<>(sprint.workstreams());
    named.addAll(tasks.ofWorkstreams(sprint).keySet());
    return plan.workstreams().stream().map(Workstream::id).filter(named::contains).toList();
  }

  private BlockState block(Sprint sprint, Sprint.Block block) {
    Dated when = calendar.block(sprint, block);
    Phase phase = phase(when.span());
    TaskCounts.Count count = TaskCounts.count(block.tasks());
    return new BlockState(block, when, phase, phase == Phase.OVER && count.done() < count.total());
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
}
