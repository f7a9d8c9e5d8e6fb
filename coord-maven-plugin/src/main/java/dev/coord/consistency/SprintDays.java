package dev.coord.consistency;

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
 * begin when the project is to be at its end. One may lie within another, as a part of it, and one
 * may begin on the last working day of another: that day hands over.
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
    return Stream.concat(overlaps(calendar.workDays(), sprints).stream(), late(plan, sprints));
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

  private static Stream<Contradiction> late(Plan plan, List<Days> sprints) {
    return plan.project().expectedEnd().stream()
        .flatMap(
            end ->
                sprints.stream()
                    .filter(days -> days.span().first().isAfter(end))
                    .map(
                        days ->
                            new Contradiction(
                                days.sprint().id(),
                                "the sprint is " + days.span(),
                                days.sprint().origin().self(),
                                "the project is expected to end on " + end,
                                List.of(plan.project().origin().of("expected_end")),
                                "Mend one of the two days.")));
  }
}
