package dev.coord.consistency;

import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import dev.coord.plan.Scenario;
import dev.coord.plan.Sprint;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place of the plan that tells when something is.
 *
 * @param subject what it is of
 * @param noun what the plan calls it
 * @param sprint the sprint that it is to lie in
 */
record Times(String subject, String noun, Optional<Sprint> sprint, Dated dated) {

  /** All such places, in the order of the plan's keys, then as written. */
  static Stream<Times> of(Plan plan, PlanCalendar calendar) {
    Stream<Times> launches =
        plan.workstreams().stream()
            .flatMap(
                w ->
                    w.launch().stream()
                        .map(l -> new Times(w.id(), "the launch", calendar.launch(l))));
    Stream<Times> waves =
        plan.merges().waves().stream()
            .map(w -> new Times("wave " + w.id(), "the wave", calendar.wave(w)));
    return Stream.of(
            launches,
            plan.sprints().stream().flatMap(s -> blocks(calendar, s)),
            plan.events().stream().flatMap(e -> event(plan, calendar, e)),
            waves,
            plan.handbook().scenarios().stream().flatMap(s -> syncPoints(calendar, s)))
        .flatMap(times -> times);
  }

  private Times(String subject, String noun, Dated dated) {
    this(subject, noun, Optional.empty(), dated);
  }

  private static Stream<Times> blocks(PlanCalendar calendar, Sprint sprint) {
    return sprint.blocks().stream()
        .map(
            block ->
                new Times(
                    sprint.id(), "the block", Optional.of(sprint), calendar.block(sprint, block)));
  }

  private static Stream<Times> syncPoints(PlanCalendar calendar, Scenario scenario) {
    return scenario.syncPoints().stream()
        .map(
            point ->
                new Times(
                    "scenario " + scenario.id(), "the sync point", calendar.syncPoint(point)));
  }

  private static Stream<Times> event(Plan plan, PlanCalendar calendar, Event event) {
    Optional<Sprint> sprint = event.sprint().flatMap(plan::sprint);
    return Stream.concat(
        Stream.of(new Times(subject(event), "the event", sprint, calendar.event(event))),
        inside(plan, calendar, event));
  }

  /** The topics and the schedule of an event. */
  static Stream<Times> inside(Plan plan, PlanCalendar calendar, Event event) {
    Optional<Sprint> sprint = event.sprint().flatMap(plan::sprint);
    return Stream.concat(
        event.topics().stream()
            .map(t -> new Times(subject(event), "the topic", sprint, calendar.topic(event, t))),
        event.days().stream()
            .map(
                d ->
                    new Times(
                        subject(event), "the schedule's line", sprint, calendar.day(event, d))));
  }

  private static String subject(Event event) {
    return "event " + event.id();
  }
}
