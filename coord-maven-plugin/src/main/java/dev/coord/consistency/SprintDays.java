package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sprints of which one begins before another one has ended, and goes on after it; and sprints that
 * begin before the project does, or when it is to be at its end. One may lie within another, as a
 * part of it, and one may begin on the last working day of another: that day hands over.
 */
final class SprintDays {

  private record Days(Sprint sprint, Span span) {}

  private SprintDays() {}

  static Stream<Contradiction> of(Plan plan) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    List<Days> sprints =
        plan.sprints().stream()
            .flatMap(s -> calendar.sprint(s).stream().map(span -> new Days(s, span)))
            .sorted(
                Comparator.comparing((Days days) -> days.span().first())
                    .thenComparing(days -> days.span().last(), Comparator.reverseOrder()))
            .toList();
    return Stream.of(
            overlaps(calendar.workDays(), sprints).stream(),
            early(plan, calendar.workDays(), sprints),
            late(plan, sprints))
        .flatMap(found -> found);
  }

  /**
   * Each with the one before it that goes furthest into it, so that few are told of many. Those
   * that go on beyond its end enclose it.
   */
  private static List<Contradiction> overlaps(WorkDays workDays, List<Days> ordered) {
    List<Contradiction> found = new ArrayList<>();
    NavigableMap<LocalDate, Days> byEnd = new TreeMap<>();
    for (Days days : ordered) {
      Span span = days.span();
      Optional.ofNullable(byEnd.lowerEntry(span.last()))
          .map(Map.Entry::getValue)
          .filter(before -> workDays.between(span.first(), before.span().last()) > 1)
          .ifPresent(before -> found.add(overlap(before, days)));
      byEnd.putIfAbsent(span.last(), days);
    }
    return found;
  }

  private static Contradiction overlap(Days before, Days after) {
    return new Contradiction(
        after.sprint().id(),
        "the sprint is " + after.span(),
        after.sprint().origin().self(),
        before.sprint().id() + " is " + before.span() + ", and ends within it",
        List.of(before.sprint().origin().self()),
        "Let one begin when the other has ended.");
  }

  /** Days off between the two are no difference. */
  private static Stream<Contradiction> early(Plan plan, WorkDays workDays, List<Days> sprints) {
    return plan.project().started().stream()
        .flatMap(
            started ->
                sprints.stream()
                    .filter(days -> workDays.between(days.span().first(), started.minusDays(1)) > 0)
                    .map(
                        days ->
                            outside(
                                days,
                                "the project started on " + started,
                                plan.project().origin().of("started"))));
  }

  private static Contradiction outside(Days days, String found, Location against) {
    return new Contradiction(
        days.sprint().id(),
        "the sprint is " + days.span(),
        days.sprint().origin().self(),
        found,
        List.of(against),
        "Mend one of the two days.");
  }

  private static Stream<Contradiction> late(Plan plan, List<Days> sprints) {
    return plan.project().expectedEnd().stream()
        .flatMap(
            end ->
                sprints.stream()
                    .filter(days -> days.span().first().isAfter(end))
                    .map(
                        days ->
                            outside(
                                days,
                                "the project is expected to end on " + end,
                                plan.project().origin().of("expected_end"))));
  }
}
