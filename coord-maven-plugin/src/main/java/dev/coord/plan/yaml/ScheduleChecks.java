package dev.coord.plan.yaml;

import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.plan.Stretch;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks that what begins also ends, and that blocks lie in their sprints. */
final class ScheduleChecks {
  private static final int DAYS_PER_WEEK = 7;

  private final ReadContext context;
  private final WorkingDays workingDays;

  private ScheduleChecks(ReadContext context, Plan plan) {
    this.context = context;
    workingDays = new WorkingDays(plan.project().calendar());
  }

  static void check(ReadContext context, Plan plan) {
    ScheduleChecks checks = new ScheduleChecks(context, plan);
    Project project = plan.project();
    checks.order(
        project.origin(), "started", project.started(), "expected_end", project.expectedEnd());
    plan.workstreams().forEach(w -> checks.order(w.origin(), "start", w.start(), "due", w.due()));
    plan.sprints().forEach(checks::sprint);
  }

  private boolean order(
      Origin origin,
      String beginKey,
      Optional<LocalDate> begin,
      String endKey,
      Optional<LocalDate> end) {
    if (begin.isEmpty() || end.isEmpty() || !end.get().isBefore(begin.get())) {
      return true;
    }
    context.error(
        origin.of(endKey),
        "\"" + endKey + "\" is " + end.get() + ", before \"" + beginKey + "\" on " + begin.get(),
        "Mend one of the two dates.");
    return false;
  }

  private void sprint(Sprint sprint) {
    if (order(sprint.origin(), "start", sprint.start(), "end", sprint.end())) {
      for (Block block : sprint.blocks()) {
        block.when().stretches().forEach(when -> block(sprint, block, when));
      }
    }
  }

  private void block(Sprint sprint, Block block, Stretch when) {
    switch (when.counting()) {
      case DAYS -> limit(sprint, block, when, known(sprint, days(sprint)), "working day");
      case WEEKS -> limit(sprint, block, when, known(sprint, weeks(sprint)), "week");
      case DATES -> dates(sprint, block, when);
      case WEEKDAYS, PHASE_WEEKS -> {}
    }
  }

  private void limit(Sprint sprint, Block block, Stretch when, OptionalLong most, String noun) {
    if (most.isPresent() && when.last() > most.getAsLong()) {
      boolean dated = sprint.start().isPresent() && sprint.end().isPresent();
      String length = most.getAsLong() + " " + noun + (most.getAsLong() == 1 ? "" : "s");
      context.error(
          block.when().place(when),
          "the block ends on "
              + noun
              + " "
              + when.last()
              + ", but the sprint has "
              + length
              + (dated
                  ? " from " + sprint.start().get() + " to " + sprint.end().get()
                  : " by the \"sprint_length\" of the calendar"),
          "End the block within the sprint.");
    }
  }

  private void dates(Sprint sprint, Block block, Stretch when) {
    boolean early = sprint.start().filter(s -> when.first() < s.toEpochDay()).isPresent();
    boolean late = sprint.end().filter(e -> when.last() > e.toEpochDay()).isPresent();
    if (early || late) {
      context.error(
          block.when().place(when),
          "the block is dated "
              + when
              + ", but the sprint "
              + (early ? "begins on " + sprint.start().get() : "ends on " + sprint.end().get()),
          "Keep the block within the sprint.");
    }
  }

  /** Nothing when a date of the sprint or the calendar is written, and cannot be read. */
  private OptionalLong known(Sprint sprint, OptionalLong length) {
    boolean unread =
        context.doubts().isAbout(Doubts.Value.CALENDAR)
            || sprint.start().isEmpty() && sprint.origin().fields().containsKey("start")
            || sprint.end().isEmpty() && sprint.origin().fields().containsKey("end");
    return unread ? OptionalLong.empty() : length;
  }

  private OptionalLong days(Sprint sprint) {
    if (sprint.start().isPresent() && sprint.end().isPresent()) {
      return OptionalLong.of(workingDays.between(sprint.start().get(), sprint.end().get()));
    }
    return workingDays.sprintLength().stream().asLongStream().findFirst();
  }

  private OptionalLong weeks(Sprint sprint) {
    if (sprint.start().isPresent() && sprint.end().isPresent()) {
      long days = ChronoUnit.DAYS.between(sprint.start().get(), sprint.end().get()) + 1;
      return OptionalLong.of((days + DAYS_PER_WEEK - 1) / DAYS_PER_WEEK);
    }
    return workingDays.sprintWeeks();
  }
}
