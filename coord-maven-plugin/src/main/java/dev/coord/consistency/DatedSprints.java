package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.WorkDays.Span;
import java.util.HashMap;
import java.util.Map;

/** The days of the sprints that have some of their own: others only have those of their blocks. */
final class DatedSprints {

  private DatedSprints() {}

  /** By the id of the sprint. */
  static Map<String, Span> of(Plan plan, PlanSchedule schedule) {
    Map<String, Span> spans = new HashMap<>();
    plan.sprints().stream()
        .filter(sprint -> sprint.start().isPresent() || sprint.end().isPresent())
        .forEach(
            sprint ->
                schedule.calendar().sprint(sprint).ifPresent(span -> spans.put(sprint.id(), span)));
    return Map.copyOf(spans);
  }
}
