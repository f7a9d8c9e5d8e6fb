package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.TaskIndex;
import dev.coord.schedule.WorkDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work that is to come before the project started, or after it is to be at its end: begins and
 * promised days of workstreams and of their tasks, and phases. Days off between the two are no
 * difference.
 */
final class OutsideProject {

  private static final int DAYS_PER_WEEK = 7;

  private final Project project;
  private final WorkDays workDays;
  private final Moments moments;

  private OutsideProject(Plan plan, PlanSchedule schedule) {
    this.project = plan.project();
    this.workDays = schedule.calendar().workDays();
    this.moments = new Moments(plan, schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    OutsideProject outside = new OutsideProject(plan, schedule);
    return Stream.concat(
        plan.epics().stream()
            .filter(epic -> epic.kind() == Epic.Kind.PHASE)
            .flatMap(outside::phase),
        schedule.open().workstreams().stream().flatMap(outside::workstream));
  }

  private Stream<Contradiction> workstream(Workstream workstream) {
    Stream<Contradiction> begins =
        Stream.concat(
            workstream.start().stream()
                .flatMap(
                    day ->
                        early(
                            workstream.id(),
                            "it starts on " + day,
                            day,
                            workstream.origin().of("start"))),
            moments.launches(workstream).stream()
                .flatMap(
                    launch ->
                        launch.dates().stream()
                            .flatMap(
                                span ->
                                    early(
                                        workstream.id(),
                                        "it is launched " + launch.words(),
                                        span.last(),
                                        launch.place()))));
    List<Contradiction> due =
        workstream.due().stream()
            .flatMap(
                day ->
                    late(
                        workstream.id(), "it is due on " + day, day, workstream.origin().of("due")))
            .toList();
    return Stream.of(
            begins, due.stream(), due.isEmpty() ? tasks(workstream) : Stream.<Contradiction>of())
        .flatMap(found -> found);
  }

  /** Open tasks; those of a workstream that is late itself go with it. */
  private Stream<Contradiction> tasks(Workstream workstream) {
    return workstream.tasks().stream()
        .flatMap(Task::flat)
        .filter(TaskIndex::isOpen)
        .flatMap(
            task ->
                task.due().stream()
                    .flatMap(
                        day ->
                            late(
                                workstream.id() + "/" + task.id(),
                                "task " + task.id() + " is due on " + day,
                                day,
                                task.origin().of("due"))));
  }

  /** A phase is long and goes on a little: it is told of when a whole week of it lies outside. */
  private Stream<Contradiction> phase(Epic phase) {
    return phase.start().stream()
        .flatMap(
            start -> {
              Stream<Contradiction> begin =
                  early(
                      "epic " + phase.id(),
                      "it starts on " + start,
                      start,
                      phase.origin().of("start"));
              int weeks = phase.weeks().orElse(1);
              LocalDate last = start.plusDays((long) DAYS_PER_WEEK * (weeks - 1));
              String claim =
                  "it starts on "
                      + start
                      + (weeks > 1 ? ", and its week " + weeks + " on " + last : "");
              return Stream.concat(
                  begin, late("epic " + phase.id(), claim, last, phase.origin().of("start")));
            });
  }

  private Stream<Contradiction> early(String about, String claim, LocalDate day, Location place) {
    return against(project.started(), "started", "the project started on ", about, claim, place)
        .filter(found -> isWorked(day, project.started().orElseThrow().minusDays(1)))
        .stream();
  }

  private Stream<Contradiction> late(String about, String claim, LocalDate day, Location place) {
    return against(
        project.expectedEnd(),
        "expected_end",
        "the project is expected to end on ",
        about,
        claim,
        place)
        .filter(found -> isWorked(project.expectedEnd().orElseThrow().plusDays(1), day))
        .stream();
  }

  private Optional<Contradiction> against(
      Optional<LocalDate> day,
      String key,
      String words,
      String about,
      String claim,
      Location place) {
    return day.map(
        known ->
            new Contradiction(
                about,
                claim,
                place,
                words + known,
                List.of(project.origin().of(key)),
                "Mend one of the two days."));
  }

  private boolean isWorked(LocalDate first, LocalDate last) {
    return workDays.between(first, last) > 0;
  }
}
