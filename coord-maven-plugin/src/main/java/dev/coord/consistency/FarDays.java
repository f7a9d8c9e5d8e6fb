package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Workstream;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.PlanSchedule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Days and weeks that lie more than ten years ahead of what they are counted from: they have no
 * dates, and nobody plans that far.
 */
final class FarDays {

  private static final String FAR = "that is more than ten years ahead, so it has no dates";

  private final Plan plan;
  private final PlanCalendar calendar;

  private FarDays(Plan plan) {
    this.plan = plan;
    this.calendar = PlanCalendar.of(plan);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    FarDays days = new FarDays(plan);
    return Stream.concat(
        Times.of(plan, days.calendar).flatMap(days::time), days.finish(schedule).stream());
  }

  private Stream<Contradiction> time(Times times) {
    return times.dated().ways().stream()
        .filter(way -> way.whole().isEmpty() && isCounted(times, way.stretch()))
        .map(way -> contradiction(times, way));
  }

  /** Whether the day is known that it is counted from. */
  private boolean isCounted(Times times, Stretch stretch) {
    return switch (stretch.counting()) {
      case DAYS, WEEKS ->
          calendar.start().isPresent()
              || times.sprint().flatMap(sprint -> sprint.start()).isPresent();
      case PHASE_WEEKS -> stretch.phase().flatMap(plan::epic).flatMap(Epic::start).isPresent();
      case DATES, WEEKDAYS -> false;
    };
  }

  private static Contradiction contradiction(Times times, Dated.Way way) {
    return new Contradiction(
        times.subject(),
        times.noun() + " is " + Words.on(way.stretch()),
        times.dated().timing().place(way.stretch()),
        FAR,
        List.of(),
        "Correct the number, or the calendar's working days and holidays.");
  }

  /** The first workstream that ends so far ahead: all others that do wait for it or are like it. */
  private Optional<Contradiction> finish(PlanSchedule schedule) {
    return plan.workstreams().stream()
        .filter(workstream -> isFar(schedule, workstream))
        .findFirst()
        .map(FarDays::contradiction);
  }

  private static boolean isFar(PlanSchedule schedule, Workstream workstream) {
    OptionalLong finish = schedule.finish(workstream.id());
    return schedule.isDated()
        && finish.isPresent()
        && schedule.date(finish.getAsLong() - 1).isEmpty();
  }

  private static Contradiction contradiction(Workstream workstream) {
    boolean length = workstream.duration().isPresent();
    Location place = workstream.origin().of(length ? "duration" : "due");
    return new Contradiction(
        workstream.id(),
        length
            ? "it takes " + workstream.duration().getAsInt() + " working days"
            : "it is due on " + workstream.due().orElseThrow(),
        place,
        "it cannot be finished within ten years of the first day, so it has no dates",
        workstream.dependsOn().isEmpty()
            ? List.of()
            : List.of(workstream.origin().of("depends_on")),
        "Correct the length, or what comes before.");
  }
}
