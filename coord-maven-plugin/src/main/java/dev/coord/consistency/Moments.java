package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.BlockLaunches;
import dev.coord.schedule.Dated;
import dev.coord.schedule.OpenWork;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.Waits;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The times of a plan as they can be compared: by dates, else by the days of the project. */
final class Moments {

  private final PlanCalendar calendar;
  private final Optional<PlanCalendar> order;
  private final Plan plan;
  private final BlockLaunches blocks;
  private final OpenWork open;

  /** The times of a plan of which a schedule knows what is through. */
  Moments(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.open = schedule.open();
    this.blocks = BlockLaunches.of(plan);
    this.calendar = PlanCalendar.of(plan);
    this.order = PlanCalendar.undated(plan);
  }

  /**
   * An end that is planned for a workstream.
   *
   * @param worked whether its day is worked, so that what waits begins on the working day after; a
   *     merge makes way on its day
   */
  record End(String how, Moment moment, boolean worked) {
    /** When what waits for it can begin. */
    String later() {
      return worked ? "on a later working day" : "later";
    }

    /** The first day on which what waits for it can begin; empty without a date. */
    Optional<LocalDate> makesWay() {
      return moment.dates().map(span -> worked ? span.first().plusDays(1) : span.first());
    }
  }

  /** Whether something surely begins before an end that it waits for makes way. */
  boolean isBefore(Moment begin, End end) {
    return end.worked()
        ? begin.compared(end.moment(), (one, other) -> worked(one.last(), other.first()) > 0)
        : begin.isBefore(end.moment());
  }

  private long worked(LocalDate first, LocalDate last) {
    return calendar.workDays().between(first, last);
  }

  /** When a workstream is planned to be launched: by itself, and by blocks of sprints. */
  List<Moment> launches(Workstream workstream) {
    List<Moment> launches = new ArrayList<>();
    workstream.launch().flatMap(this::launch).ifPresent(launches::add);
    for (BlockLaunches.Launch one : blocks.of(workstream.id())) {
      block(one.sprint(), one.block(), one.place()).ifPresent(launches::add);
    }
    return launches;
  }

  /**
   * The last day of work that begins at a time and takes some working days; empty without a date.
   */
  Optional<Moment> after(Moment begin, int days) {
    return begin
        .dates()
        .flatMap(span -> calendar.workDays().day(span.first(), days))
        .map(
            last ->
                new Moment(
                    begin.words()
                        + ", and takes "
                        + days
                        + (days == 1 ? " working day" : " working days"),
                    begin.place(),
                    Optional.of(new Span(last, last)),
                    Optional.empty()));
  }

  /** When the launch of a workstream is planned; empty when it is not said. */
  Optional<Moment> launch(Launch launch) {
    return launch.when().isUnsaid()
        ? Optional.empty()
        : Optional.of(moment(Words.place(launch.when()), by -> by.launch(launch)));
  }

  /**
   * When a block of a sprint is; empty when it is not said.
   *
   * @param place where it says what it is looked at for
   */
  Optional<Moment> block(Sprint sprint, Sprint.Block block, Location place) {
    return block.when().isUnsaid()
        ? Optional.empty()
        : Optional.of(moment(place, by -> by.block(sprint, block)));
  }

  /** When a wave is planned to be merged; empty when it is not said. */
  Optional<Moment> wave(Wave wave) {
    return wave.when().isUnsaid()
        ? Optional.empty()
        : Optional.of(moment(Words.place(wave.when()), by -> by.wave(wave)));
  }

  /**
   * When a workstream is planned to be merged or finished: by its waves, and by the day it is due.
   * What is merged ended on the day of its merge, where that is known, and on no planned one.
   */
  List<End> ends(Workstream workstream) {
    return ends(workstream, wave -> true);
  }

  private List<End> ends(Workstream workstream, Predicate<Wave> told) {
    if (open.isMerged(workstream.id())) {
      Location place = workstream.origin().self();
      return open.merged(workstream.id()).stream()
          .map(day -> new End("was merged", day(day, place), false))
          .toList();
    }
    List<End> ends = new ArrayList<>();
    for (Wave wave : open.waves()) {
      if (wave.workstreams().contains(workstream.id()) && told.test(wave)) {
        wave(wave)
            .ifPresent(moment -> ends.add(new End("is merged by " + wave.id(), moment, false)));
      }
    }
    workstream
        .due()
        .ifPresent(
            day -> ends.add(new End("is due", day(day, workstream.origin().of("due")), true)));
    return ends;
  }

  /**
   * When what a workstream waits for is planned to be there: on the day of the task that brings it,
   * where it has one, else as the workstream that is waited for. One wave that merges both holds
   * nobody up, unless the one is to be merged before the other is launched.
   */
  List<End> ends(Workstream waiting, Waits.Wait wait) {
    return wait.until()
        .filter(task -> !open.isMerged(wait.on()))
        .map(
            task ->
                List.of(
                    new End(
                        "is to hand over by task " + task.id(),
                        day(task.due().orElseThrow(), task.origin().of("due")),
                        true)))
        .orElseGet(
            () ->
                plan.workstream(wait.on())
                    .map(on -> ends(on, apart(waiting, on)))
                    .orElse(List.of()));
  }

  private static Predicate<Wave> apart(Workstream waiting, Workstream on) {
    boolean merged =
        waiting.launch().filter(launch -> launch.waitFor().contains(on.id())).isPresent();
    return wave -> merged || !wave.workstreams().contains(waiting.id());
  }

  /** A day that the plan tells as a date. */
  static Moment day(LocalDate day, Location place) {
    return new Moment("on " + day, place, Optional.of(new Span(day, day)), Optional.empty());
  }

  private Moment moment(Location place, Function<PlanCalendar, Dated> when) {
    Dated dated = when.apply(calendar);
    String words = Words.on(dated.timing());
    String dates = dated.span().map(Span::toString).orElse("");
    return new Moment(
        dates.isEmpty() || words.contains(dates) ? words : words + " (" + dates + ")",
        place,
        dated.span(),
        order.flatMap(by -> when.apply(by).span()));
  }
}
