package dev.coord.plan.yaml;

import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import java.time.LocalDate;
import java.util.Optional;

/** Checks that what begins also ends. */
final class ScheduleChecks {

  private final ReadContext context;

  private ScheduleChecks(ReadContext context) {
    this.context = context;
  }

  static void check(ReadContext context, Plan plan) {
    ScheduleChecks checks = new ScheduleChecks(context);
    Project project = plan.project();
    checks.order(
        project.origin(), "started", project.started(), "expected_end", project.expectedEnd());
    plan.workstreams().forEach(w -> checks.order(w.origin(), "start", w.start(), "due", w.due()));
    plan.sprints().forEach(s -> checks.order(s.origin(), "start", s.start(), "end", s.end()));
  }

  private void order(
      Origin origin,
      String beginKey,
      Optional<LocalDate> begin,
      String endKey,
      Optional<LocalDate> end) {
    if (begin.isPresent() && end.isPresent() && end.get().isBefore(begin.get())) {
      context.error(
          origin.of(endKey),
          "\"" + endKey + "\" is " + end.get() + ", before \"" + beginKey + "\" on " + begin.get(),
          "Mend one of the two dates.");
    }
  }
}
