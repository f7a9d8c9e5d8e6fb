package dev.coord.schedule;

import dev.coord.plan.Epic;
import dev.coord.plan.Event;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Timing;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.Dated.Way;
import dev.coord.schedule.WorkDays.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns every time that a plan tells into dates.
 *
 * <p>Days and weeks of blocks and events are counted from the first day of their sprint, else of
 * the project: the {@code start} of its calendar, else the day it {@code started}. Those of waves
 * and launches are counted in the project, weeks of a phase from its {@code start}. Days of the
 * week are those of what stands beside them.
 */
public final class PlanCalendar {

  /** Days of the week are picked out of no longer time: a bound against dates far apart. */
  private static final int MOST_YEARS = 10;

  /** A Monday. Any would do. */
  private static final LocalDate SOME_MONDAY = LocalDate.of(2001, 1, 1);

  private final Plan plan;
  private final WorkDays workDays;
  private final Optional<LocalDate> start;
  private final boolean assumed;

  private PlanCalendar(Plan plan, Optional<LocalDate> start, boolean assumed) {
    this.plan = plan;
    this.workDays = new WorkDays(plan.project().calendar());
    this.start = start;
    this.assumed = assumed;
  }

  /** The calendar of a plan. */
  public static PlanCalendar of(Plan plan) {
    return new PlanCalendar(
        plan, plan.project().calendar().start().or(() -> plan.project().started()), false);
  }

  /**
   * A calendar that puts in order what has no dates: as if the project, whose first day is not
   * known, began on some Monday. What has dates of its own has none by this calendar.
   *
   * @return empty when the project's first day is known, so that the order is that of the dates
   */
  public static Optional<PlanCalendar> undated(Plan plan) {
    return of(plan).start.isPresent()
        ? Optional.empty()
        : Optional.of(new PlanCalendar(plan, Optional.of(SOME_MONDAY), true));
  }

  /** The working days that are counted. */
  public WorkDays workDays() {
    return workDays;
  }

  /** First calendar day of the project's day 1 and week 1. */
  public Optional<LocalDate> start() {
    return start;
  }

  /**
   * First and last day of a sprint.
   *
   * <p>What the plan does not say is told by the {@code sprint_length} of the calendar, counted
   * from the other one of the two, else by the blocks that have dates: the sprint begins with the
   * first of them and ends with the last. Blocks of day 0 or week 0 come before it.
   *
   * @return empty when one of the two cannot be told, or the end comes before the start
   */
  public Optional<Span> sprint(Sprint sprint) {
    List<Span> blocks =
        assumed
            ? List.of()
            : sprint.blocks().stream()
                .filter(block -> !block.when().isAhead())
                .flatMap(block -> block(sprint, block).span().stream())
                .toList();
    Optional<LocalDate> first =
        firstDay(sprint).or(() -> blocks.stream().map(Span::first).min(Comparator.naturalOrder()));
    Optional<LocalDate> end =
        sprint
            .end()
            .or(() -> sprint.start().flatMap(this::lastDay))
            .or(() -> blocks.stream().map(Span::last).max(Comparator.naturalOrder()));
    return first.flatMap(
        from -> end.filter(e -> !e.isBefore(from)).map(last -> new Span(from, last)));
  }

  /**
   * The last day of a sprint that begins on a day, by the {@code sprint_length} of the calendar;
   * empty without one.
   */
  public Optional<LocalDate> lastDay(LocalDate first) {
    OptionalInt length = plan.project().calendar().sprintLength();
    return length.isPresent() ? workDays.day(first, length.getAsInt()) : Optional.empty();
  }

  /**
   * The day that a sprint's own days are counted from: its start, else by the {@code sprint_length}
   * of the calendar from its end.
   */
  public Optional<LocalDate> firstDay(Sprint sprint) {
    OptionalInt length = plan.project().calendar().sprintLength();
    return sprint
        .start()
        .or(
            () ->
                sprint
                    .end()
                    .filter(last -> length.isPresent())
                    .flatMap(last -> workDays.back(last, length.getAsInt())));
  }

  /** When a block of a sprint is. */
  public Dated block(Sprint sprint, Sprint.Block block) {
    Optional<LocalDate> first = first(Optional.of(sprint));
    return dated(block.when(), first, first.map(PlanCalendar::week));
  }

  /**
   * Whether it is certain what the days of a block are counted from: it has dates of its own, or is
   * of a sprint that has, or of the first one. A later sprint without them is counted from the
   * project's first day, too, and may mean other days.
   */
  public boolean isPlaced(Sprint sprint, Sprint.Block block) {
    return sprint.start().isPresent()
        || sprint.end().isPresent()
        || plan.sprints().get(0).equals(sprint)
        || block.when().in(Counting.DATES).isPresent()
        || block.when().in(Counting.PHASE_WEEKS).isPresent();
  }

  /**
   * When an event is. One that comes again on days of the week, and tells no more, has no dates.
   */
  public Dated event(Event event) {
    Optional<LocalDate> first = first(event);
    boolean once = event.cadence().isEmpty() && event.sprint().isPresent();
    return dated(event.when(), first, once ? first.map(PlanCalendar::week) : Optional.empty());
  }

  /** When a topic of an event is dealt with; days of the week are those of the event's time. */
  public Dated topic(Event event, Event.Topic topic) {
    return dated(topic.when(), first(event), event(event).span());
  }

  /** When a line of an event's schedule is; days of the week are those of the event's time. */
  public Dated day(Event event, Event.Day day) {
    return dated(day.when(), first(event), event(event).span());
  }

  /** When the members of a scenario meet, as if it began with the project. */
  public Dated syncPoint(Event.Topic point) {
    return dated(point.when(), start, Optional.empty());
  }

  /** When a wave is to be merged. */
  public Dated wave(Wave wave) {
    return dated(wave.when(), start, start.map(PlanCalendar::week));
  }

  /** When a workstream is to be launched. */
  public Dated launch(Launch launch) {
    return dated(launch.when(), start, start.map(PlanCalendar::week));
  }

  private Optional<LocalDate> first(Event event) {
    return first(event.sprint().flatMap(plan::sprint));
  }

  private Optional<LocalDate> first(Optional<Sprint> sprint) {
    Optional<LocalDate> first = sprint.flatMap(this::firstDay);
    return first.isEmpty() ? start : assumed ? Optional.empty() : first;
  }

  private static Span week(LocalDate first) {
    return new Span(first, first.plusDays(DayOfWeek.values().length - 1));
  }

  /**
   * The dates of a time.
   *
   * @param first what days and weeks are counted from
   * @param around what days of the week are of that stand alone
   */
  private Dated dated(Timing timing, Optional<LocalDate> first, Optional<Span> around) {
    Optional<Stretch> weekdays = timing.in(Counting.WEEKDAYS);
    List<Way> ways = new ArrayList<>();
    timing.stretches().stream()
        .filter(stretch -> stretch.counting() != Counting.WEEKDAYS)
        .sorted(Comparator.comparing(stretch -> stretch.counting() != Counting.DATES))
        .forEach(stretch -> ways.add(way(stretch, span(stretch, first), weekdays)));
    if (ways.isEmpty()) {
      weekdays.ifPresent(days -> ways.add(way(days, around, weekdays)));
    }
    return new Dated(timing, ways);
  }

  private static Way way(Stretch stretch, Optional<Span> span, Optional<Stretch> weekdays) {
    return new Way(
        stretch,
        span,
        span.map(s -> weekdays.map(days -> pick(s, days)).orElse(List.of(s))).orElse(List.of()));
  }

  private Optional<Span> span(Stretch stretch, Optional<LocalDate> first) {
    return switch (stretch.counting()) {
      case DATES -> assumed ? Optional.empty() : workDays.span(LocalDate.EPOCH, stretch);
      case PHASE_WEEKS ->
          assumed
              ? Optional.empty()
              : stretch
                  .phase()
                  .flatMap(plan::epic)
                  .flatMap(Epic::start)
                  .flatMap(start -> workDays.span(start, stretch));
      case DAYS, WEEKS, WEEKDAYS -> first.flatMap(from -> workDays.span(from, stretch));
    };
  }

  /** The days of the week that lie in a span, for each of its weeks. */
  private static List<Span> pick(Span span, Stretch weekdays) {
    if (span.last().isAfter(span.first().plusYears(MOST_YEARS))) {
      return List.of(span);
    }
    List<Span> picked = new ArrayList<>();
    for (LocalDate first : Weekdays.runs(span, weekdays)) {
      LocalDate last = first.plusDays(weekdays.last() - weekdays.first());
      picked.add(
          new Span(
              first.isBefore(span.first()) ? span.first() : first,
              last.isAfter(span.last()) ? span.last() : last));
    }
    return picked;
  }
}
