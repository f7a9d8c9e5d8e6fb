package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import dev.coord.plan.Stretch.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where a branch's plan ends a freeze, shortens it or takes branches out of it. Dates are
 * compared; what is counted otherwise is only the same when it is counted in the same way from the
 * same day.
 */
final class FreezeDiff {

  private final Plan base;
  private final Plan branch;
  private final Changes changes;

  private FreezeDiff(Plan base, Plan branch, Changes changes) {
    this.base = base;
    this.branch = branch;
    this.changes = changes;
  }

  static void between(Plan base, Plan branch, Changes changes) {
    FreezeDiff diff = new FreezeDiff(base, branch, changes);
    Map<String, Event> kept = PlanDiff.byId(branch.events(), Event::id);
    base.events().stream()
        .filter(event -> event.kind() == Event.Kind.FREEZE && !event.when().isUnsaid())
        .forEach(event -> diff.compare(event, Optional.ofNullable(kept.get(event.id()))));
  }

  private void compare(Event before, Optional<Event> after) {
    String name = "The freeze \"" + before.id() + "\"";
    if (after.filter(event -> event.kind() == Event.Kind.FREEZE).isEmpty()) {
      changes.removed(
          Kind.FREEZE_RELAXED,
          before.id(),
          name + " (" + before.when() + ") is removed.",
          before.origin().self());
      return;
    }
    Event now = after.get();
    if (!covers(before, now)) {
      boolean same = before.when().stretches().equals(now.when().stretches());
      changes.add(
          Kind.FREEZE_RELAXED,
          before.id(),
          "when",
          same
              ? name + " is " + now.when() + " as before, but these are counted from another day."
              : name + " was " + before.when() + " and is " + said(now.when()) + ".",
          counting(branch, now).toString(),
          before.when().origin().self(),
          now.when().origin().self());
    }
    List<String> lost = new ArrayList<>(frozen(base, before));
    lost.removeAll(frozen(branch, now));
    if (!lost.isEmpty()) {
      changes.add(
          Kind.FREEZE_RELAXED,
          before.id(),
          "branches",
          name + " is no longer about " + PlanDiff.joined(lost) + ".",
          before.origin().of("branches"),
          now.origin().of("branches"));
    }
  }

  private static String said(Timing when) {
    return when.isUnsaid() ? "at no time" : when.toString();
  }

  private static List<String> frozen(Plan plan, Event freeze) {
    return freeze.branches().isEmpty()
        ? List.of(plan.project().integrationBranch())
        : freeze.branches();
  }

  /** Where there are dates, they are when it is. */
  private boolean covers(Event before, Event now) {
    Optional<Stretch> dates = before.when().in(Counting.DATES);
    return dates.isPresent()
        ? now.when()
            .in(Counting.DATES)
            .filter(is -> is.first() <= dates.get().first() && is.last() >= dates.get().last())
            .isPresent()
        : before.when().stretches().equals(now.when().stretches())
            && counting(base, before).equals(counting(branch, now));
  }

  /** All that tells which dates the days and weeks of an event are. */
  private static List<Object> counting(Plan plan, Event event) {
    WorkCalendar calendar = plan.project().calendar();
    Optional<Sprint> sprint = event.sprint().flatMap(plan::sprint);
    return List.of(
        event.cadence().isEmpty(),
        sprint.flatMap(Sprint::start),
        sprint.flatMap(Sprint::end),
        calendar.start().or(() -> plan.project().started()),
        calendar.workingDays(),
        calendar.holidays(),
        calendar.sprintLength(),
        event.when().stretches().stream()
            .flatMap(stretch -> stretch.phase().flatMap(plan::epic).stream())
            .map(Epic::start)
            .toList());
  }
}
