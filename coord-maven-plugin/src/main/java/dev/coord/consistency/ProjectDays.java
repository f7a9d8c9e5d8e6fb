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
 * The same holds for a next review that is before the plan.
 */
final class ProjectDays {

  private ProjectDays() {}

  static Stream<Contradiction> of(Plan plan) {
    return Stream.concat(calendar(plan), review(plan.project()));
  }

  private static Stream<Contradiction> calendar(Plan plan) {
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

  /** A review that was due before the plan was begun, or last looked through, is none to come. */
  private static Stream<Contradiction> review(Project project) {
    return project.nextReview().stream()
        .flatMap(
            day ->
                Stream.concat(
                    project.started().stream()
                        .filter(day::isBefore)
                        .map(s -> early(project, day, "the project started on " + s, "started")),
                    project.updated().stream()
                        .filter(day::isBefore)
                        .map(u -> early(project, day, "the plan was updated on " + u, "updated"))));
  }

  private static Contradiction early(Project project, LocalDate day, String found, String key) {
    return new Contradiction(
        "project",
        "its next review is on " + day,
        project.origin().of("next_review"),
        found,
        List.of(project.origin().of(key)),
        "Write the day of the review to come.");
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
