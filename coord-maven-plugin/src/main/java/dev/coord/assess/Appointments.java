package dev.coord.assess;

import dev.coord.plan.Event;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Task;
import dev.coord.plan.TaskList;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the plan puts on days: times, and days by which open things are due. */
public final class Appointments {

  /** Most of them; what comes again for ten years could be millions. */
  public static final int MOST = 10_000;

  private final Assessment assessment;
  private final Plan plan;
  private final PlanCalendar calendar;
  private final List<Appointment> all = new ArrayList<>();
  private final Map<String, Integer> keys = new HashMap<>();

  private Appointments(Assessment assessment) {
    this.assessment = assessment;
    this.plan = assessment.plan();
    this.calendar = PlanCalendar.of(plan);
  }

  /** Those of an assessment by their first day, at most {@value #MOST}: the first ones. */
  public static List<Appointment> of(Assessment assessment) {
    Appointments appointments = new Appointments(assessment);
    appointments.times();
    appointments.deadlines();
    return appointments.all.stream()
        .sorted(
            Comparator.comparing((Appointment a) -> a.span().first())
                .thenComparing(Appointment::key))
        .limit(MOST)
        .toList();
  }

  private void times() {
    for (Sprint sprint : plan.sprints()) {
      calendar
          .sprint(sprint)
          .ifPresent(
              span ->
                  add(
                      "sprint " + sprint.id(),
                      "sprint",
                      sprint.title(),
                      "",
                      span,
                      "sprints/" + sprint.id()));
    }
    for (Event event : plan.events()) {
      for (Span span : calendar.event(event).times()) {
        if (all.size() < MOST) {
          add(
              "event " + event.id(),
              event.kind().word(),
              event.title(),
              event.time(),
              span,
              "calendar");
        }
      }
    }
    for (Wave wave : plan.merges().waves()) {
      for (Span span : calendar.wave(wave).times()) {
        add("wave " + wave.id(), "merge wave", wave.title(), wave.time(), span, "merges");
      }
    }
  }

  private void deadlines() {
    plan.project()
        .expectedEnd()
        .ifPresent(day -> due("expected-end", "project", plan.project().name(), day, "project"));
    plan.project()
        .nextReview()
        .ifPresent(day -> due("next-review", "review", plan.project().name(), day, "project"));
    for (WorkstreamState state : assessment.workstreams()) {
      boolean open = !state.observed().isOver();
      Optional<LocalDate> day = state.workstream().due().filter(d -> open);
      day.ifPresent(
          d ->
              due(
                  "workstream " + state.id(),
                  "workstream due",
                  state.workstream().title(),
                  d,
                  "workstreams/" + state.id()));
    }
    plan.taskLists().forEach(this::tasks);
    assessment.metrics().stream()
        .map(MetricResult::metric)
        .forEach(
            m ->
                m.by()
                    .ifPresent(
                        day -> due("metric " + m.id(), "target due", m.title(), day, "metrics")));
    plan.actions().stream()
        .filter(action -> action.open())
        .forEach(
            a ->
                a.when()
                    .ifPresent(
                        day -> due("action " + a.id(), "action due", a.title(), day, "actions")));
  }

  private void tasks(TaskList list) {
    String page = page(list.subject());
    list.flat()
        .filter(t -> t.state() != Task.State.DONE && t.state() != Task.State.DROPPED)
        .forEach(
            task ->
                task.due()
                    .ifPresent(
                        day ->
                            due(
                                "task " + list.subject() + " " + task.id(),
                                "task due",
                                task.text(),
                                day,
                                page)));
  }

  private String page(String subject) {
    if (assessment.workstream(subject).isPresent()) {
      return "workstreams/" + subject;
    }
    boolean sprint = plan.sprints().stream().anyMatch(s -> s.id().equals(subject));
    return sprint ? "sprints/" + subject : "index";
  }

  private void due(String key, String kind, String title, LocalDate day, String page) {
    add(key, kind, title, "", new Span(day, day), page);
  }

  /**
   * What is there several times is counted, so that a moved day is no other appointment. No id has
   * a slash, so that no two keys are one.
   */
  private void add(String key, String kind, String title, String time, Span span, String page) {
    int number = keys.merge(key, 1, Integer::sum);
    String unique = (number == 1 ? key : key + " " + number).replace(' ', '/');
    all.add(new Appointment(unique, kind, title, time, span, page));
  }
}
