package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sprints of which one begins before another one has ended, and goes on after it; and sprints that
 * begin when the project is to be at its end. One may lie within another, as a part of it.
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
    return Stream.concat(overlaps(sprints).stream(), late(plan, sprints));
  }

  /** Each with the one before it that goes on longest, so that few are told of many. */
  private static List<Contradiction> overlaps(List<Days> ordered) {
    List<Contradiction> found = new ArrayList<>();
    Days longest = null;
    for (Days days : ordered) {
      boolean after = longest == null || days.span().last().isAfter(longest.span().last());
      if (after && longest != null && !days.span().first().isAfter(longest.span().last())) {
        found.add(overlap(longest, days));
      }
      longest = after ? days : longest;
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
