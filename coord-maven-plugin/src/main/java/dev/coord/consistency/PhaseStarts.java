package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Weeks of a phase of which the plan does not say when it begins, told beside other ways of
 * counting: each such time leaves the phase some days to begin on, and there must be one that suits
 * them all. In a project without a first day its own days and weeks are compared.
 */
final class PhaseStarts {

  private static final int DAYS_PER_WEEK = 7;

  private final Plan plan;
  private final WorkDays workDays;
  private final Map<String, Left> left = new HashMap<>();

  private PhaseStarts(Plan plan, WorkDays workDays) {
    this.plan = plan;
    this.workDays = workDays;
  }

  /** The days that are left to a phase to begin on, and the time that last took some away. */
  private record Left(TreeSet<LocalDate> days, Told by) {}

  /** Weeks of a phase, and the dates that are told beside them. */
  private record Told(Times times, Stretch weeks, Dated.Way beside) {
    Span dates() {
      return beside.whole().orElseThrow();
    }
  }

  static Stream<Contradiction> of(Plan plan) {
    PlanCalendar dated = PlanCalendar.of(plan);
    PlanCalendar calendar = PlanCalendar.undated(plan).orElse(dated);
    boolean assumed = calendar != dated;
    Stream<Contradiction> counted = new PhaseStarts(plan, calendar.workDays()).look(calendar);
    return assumed
        ? Stream.concat(new PhaseStarts(plan, dated.workDays()).look(dated), counted)
        : counted;
  }

  private Stream<Contradiction> look(PlanCalendar calendar) {
    return Times.of(plan, calendar)
        .flatMap(times -> told(times).stream())
        .flatMap(told -> look(told).stream());
  }

  private Optional<Told> told(Times times) {
    Dated dated = times.dated();
    return dated
        .timing()
        .in(Counting.PHASE_WEEKS)
        .filter(weeks -> weeks.phase().flatMap(plan::epic).filter(this::isOpen).isPresent())
        .flatMap(
            weeks ->
                dated.ways().stream()
                    .filter(way -> way.stretch() != weeks && isWhole(dated, way))
                    .findFirst()
                    .map(way -> new Told(times, weeks, way)));
  }

  /** Whether a way has dates, and means all of them: of a day of the week it may mean a part. */
  private static boolean isWhole(Dated dated, Dated.Way way) {
    return way.whole().isPresent()
        && (way.stretch().counting() == Counting.WEEKS
            || dated.timing().in(Counting.WEEKDAYS).isEmpty());
  }

  private boolean isOpen(Epic epic) {
    return epic.start().isEmpty();
  }

  private Optional<Contradiction> look(Told told) {
    String phase = told.weeks().phase().orElseThrow();
    TreeSet<LocalDate> starts = starts(told.weeks(), told.dates());
    if (starts.isEmpty()) {
      return Optional.of(length(told));
    }
    Left before = left.get(phase);
    if (before == null) {
      left.put(phase, new Left(starts, told));
      return Optional.empty();
    }
    starts.retainAll(before.days());
    if (starts.isEmpty()) {
      return Optional.of(other(told, before.by()));
    }
    left.put(phase, new Left(starts, starts.size() < before.days().size() ? told : before.by()));
    return Optional.empty();
  }

  /** The days on which the phase can begin so that its weeks mean the same working days. */
  private TreeSet<LocalDate> starts(Stretch weeks, Span dates) {
    Span worked = workDays.worked(dates);
    long length = (weeks.last() - weeks.first() + 1) * DAYS_PER_WEEK;
    TreeSet<LocalDate> starts = new TreeSet<>();
    for (int ahead = 0; ahead < DAYS_PER_WEEK; ahead++) {
      LocalDate first = worked.first().minusDays(ahead);
      if (workDays.worked(new Span(first, first.plusDays(length - 1))).equals(worked)) {
        starts.add(first.minusWeeks(weeks.first() - 1));
      }
    }
    return starts;
  }

  private Contradiction length(Told told) {
    long worked = workDays.between(told.dates().first(), told.dates().last());
    long weeks = told.weeks().last() - told.weeks().first() + 1;
    return contradiction(
        told,
        told.weeks() + (weeks == 1 ? " is 1 week" : " are " + weeks + " weeks"),
        told.beside().stretch()
            + (isOne(told.beside().stretch()) ? " has " : " have ")
            + worked
            + (worked == 1 ? " working day" : " working days"),
        List.of(told.times().dated().timing().place(told.beside().stretch())),
        "Mend one of the two.");
  }

  private static boolean isOne(Stretch stretch) {
    return stretch.first() == stretch.last();
  }

  private Contradiction other(Told told, Told before) {
    return contradiction(
        told,
        together(told),
        before.weeks()
            + (isOne(before.weeks()) ? " is told as " : " are told as ")
            + before.beside().stretch()
            + " of "
            + before.times().subject()
            + ", and "
            + told.weeks().phase().orElseThrow()
            + " cannot begin on one day for both",
        List.of(before.times().dated().timing().place(before.weeks())),
        "Mend one of the two.");
  }

  private static String together(Told told) {
    return told.weeks()
        + (isOne(told.weeks()) ? " is told as " : " are told as ")
        + told.beside().stretch();
  }

  private static Contradiction contradiction(
      Told told, String claim, String found, List<Location> against, String remedy) {
    return new Contradiction(
        told.times().subject(),
        claim,
        told.times().dated().timing().place(told.weeks()),
        found,
        against,
        remedy);
  }
}
