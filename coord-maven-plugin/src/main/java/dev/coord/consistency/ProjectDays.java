package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.schedule.PlanCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Day 1 of the calendar that does not lie in the project. It may come after the day the project
 * started, as the work is often prepared first; before it, or after the expected end, it cannot.
 */
final class ProjectDays {

  private ProjectDays() {}

  static Stream<Contradiction> of(Plan plan) {
    Project project = plan.project();
    return project.calendar().start().stream()
        .flatMap(
            start ->
                Stream.concat(
                    project.started().stream()
                        .filter(day -> isWorkedBefore(plan, start, day))
                        .map(
                            day ->
                                contradiction(
                                    project, start, "the project started on " + day, "started")),
                    project.expectedEnd().stream()
                        .filter(start::isAfter)
                        .map(
                            day ->
                                contradiction(
                                    project,
                                    start,
                                    "the project is expected to end on " + day,
                                    "expected_end"))));
  }

  /** Days off between the two are no difference. */
  private static boolean isWorkedBefore(Plan plan, LocalDate start, LocalDate started) {
    return PlanCalendar.of(plan).workDays().between(start, started.minusDays(1)) > 0;
  }

  private static Contradiction contradiction(
      Project project, LocalDate start, String found, String key) {
    return new Contradiction(
        "project",
        "its calendar starts on " + start,
        project.calendar().origin().of("start"),
        found,
        List.of(project.origin().of(key)),
        "Mend one of the two days.");
  }
}
