package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Days on which waves cannot be merged: before their workstreams are finished, or before the waves
 * into the same branch that they come after; and a project that is expected to end before either.
 */
final class WaveDays {

  private static final String REMEDY = "Move the day, or shorten what comes before.";

  private final Plan plan;
  private final PlanSchedule schedule;
  private final Earliest earliest;
  private final Moments moments;

  private WaveDays(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.schedule = schedule;
    this.earliest = new Earliest(schedule);
    this.moments = new Moments(plan, schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    WaveDays days = new WaveDays(plan, schedule);
    return Stream.concat(days.waves().stream(), days.end().stream());
  }

  /** A wave whose day is planned. */
  private record Planned(Wave wave, Moment moment) {
    Span days() {
      return moment.dates().or(moment::order).orElseThrow();
    }
  }

  /** One contradiction for each wave, by what is told most plainly. */
  private List<Contradiction> waves() {
    List<Contradiction> found = new ArrayList<>();
    Map<Line, Planned> latest = new HashMap<>();
    for (Wave wave : schedule.open().waves()) {
      Optional<Planned> planned =
          moments
              .wave(wave)
              .filter(moment -> moment.dates().or(moment::order).isPresent())
              .map(moment -> new Planned(wave, moment));
      late(wave)
          .or(() -> planned.flatMap(p -> order(p, latest)))
          .or(() -> follows(wave))
          .ifPresent(found::add);
      planned.ifPresent(
          p ->
              latest.merge(
                  line(p), p, (a, b) -> b.days().first().isAfter(a.days().first()) ? b : a));
    }
    return found;
  }

  /**
   * Waves that can be compared: those into one branch that are all dated, or all counted in a
   * project without dates.
   */
  private record Line(String target, boolean dated) {}

  private Line line(Planned planned) {
    return new Line(plan.target(planned.wave()), planned.moment().dates().isPresent());
  }

  /** By the workstream that is finished last. */
  private Optional<Contradiction> late(Wave wave) {
    return schedule.open().members(wave).stream()
        .flatMap(id -> plan.workstream(id).stream())
        .map(workstream -> earliest.end(workstream.id(), workstream))
        .reduce((a, b) -> b.day() > a.day() ? b : a)
        .flatMap(last -> missed(wave, last));
  }

  /** By the latest of the waves before it, where the days of both are planned. */
  private Optional<Contradiction> order(Planned planned, Map<Line, Planned> latest) {
    return Optional.ofNullable(latest.get(line(planned)))
        .filter(before -> planned.moment().isBefore(before.moment()))
        .map(
            before ->
                contradiction(
                    planned.wave(),
                    before.wave().name()
                        + ", which comes before it, is merged "
                        + before.moment().words(),
                    List.of(before.moment().place()),
                    "Change the order of the waves, or one of the two days."));
  }

  /** By the wave before it, which cannot be merged in time itself. */
  private Optional<Contradiction> follows(Wave wave) {
    return schedule
        .before(wave)
        .map(before -> earliest.merge(before.name() + ", which comes before it,", before))
        .flatMap(before -> missed(wave, before));
  }

  private Optional<Contradiction> missed(Wave wave, Earliest.Day day) {
    return schedule
        .planned(wave)
        .filter(planned -> earliest.isBefore(planned.last(), day))
        .map(planned -> contradiction(wave, day.words(), List.of(day.place()), REMEDY));
  }

  private static Contradiction contradiction(
      Wave wave, String found, List<Location> against, String remedy) {
    return new Contradiction(
        "wave " + wave.id(),
        "it is merged " + Words.on(wave.when()),
        Words.place(wave.when()),
        found,
        against,
        remedy);
  }

  private Optional<Contradiction> end() {
    return plan.project()
        .expectedEnd()
        .flatMap(expected -> schedule.isDated() ? reckoned(expected) : planned(expected));
  }

  private Optional<Contradiction> reckoned(LocalDate expected) {
    Stream<Earliest.Day> work =
        schedule.open().workstreams().stream()
            .map(workstream -> earliest.end(workstream.id(), workstream));
    Stream<Earliest.Day> waves =
        schedule.open().waves().stream().map(wave -> earliest.merge(wave.name(), wave));
    return Stream.concat(work, waves)
        .reduce(Earliest.Day::latest)
        .filter(last -> earliest.isBefore(expected, last))
        .map(last -> early(expected, last.words(), last.place()));
  }

  /** Without a first day there is no schedule, but waves may have dates. */
  private Optional<Contradiction> planned(LocalDate expected) {
    return schedule.open().waves().stream()
        .flatMap(
            wave ->
                moments.wave(wave).stream()
                    .filter(m -> m.dates().filter(d -> d.first().isAfter(expected)).isPresent())
                    .map(
                        moment ->
                            early(
                                expected,
                                wave.name() + " is merged " + moment.words(),
                                moment.place())))
        .findFirst();
  }

  private Contradiction early(LocalDate expected, String found, Location against) {
    return new Contradiction(
        "project",
        "it is expected to end on " + expected,
        plan.project().origin().of("expected_end"),
        found,
        List.of(against),
        REMEDY);
  }
}
