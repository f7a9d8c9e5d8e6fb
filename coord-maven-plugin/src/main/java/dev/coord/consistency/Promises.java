package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Days that the plan promises and that its own lengths and dependencies do not allow. */
final class Promises {

  private final Plan plan;
  private final PlanSchedule schedule;
  private final Moments moments;

  private Promises(Plan plan) {
    this.plan = plan;
    this.schedule = PlanSchedule.of(plan);
    this.moments = new Moments(plan);
  }

  static Stream<Contradiction> of(Plan plan) {
    Promises promises = new Promises(plan);
    return Stream.of(
            plan.workstreams().stream().flatMap(promises::workstream),
            plan.merges().waves().stream().flatMap(promises::wave),
            promises.end())
        .flatMap(contradictions -> contradictions);
  }

  private Stream<Contradiction> workstream(Workstream workstream) {
    Stream<Contradiction> start =
        workstream
            .start()
            .flatMap(day -> begin(workstream, "it starts on " + day, day, startPlace(workstream)))
            .stream();
    Stream<Contradiction> launch =
        workstream.launch().stream().flatMap(l -> launch(workstream, l).stream());
    return Stream.of(start, launch, due(workstream).stream()).flatMap(all -> all);
  }

  private static Location startPlace(Workstream workstream) {
    return workstream.origin().of("start");
  }

  private Optional<Contradiction> launch(Workstream workstream, Launch launch) {
    return schedule
        .launch(launch)
        .flatMap(
            span ->
                begin(
                    workstream,
                    "it is launched " + Words.on(launch.when()),
                    span.last(),
                    Words.place(launch.when())));
  }

  /**
   * A begin before the last working day of what must come before; that day itself is told apart.
   */
  private Optional<Contradiction> begin(
      Workstream workstream, String claim, LocalDate day, Location place) {
    Optional<String> last =
        PlanSchedule.before(plan, workstream).stream()
            .filter(id -> finish(id).isPresent() && !hasPlannedEnd(id))
            .reduce((a, b) -> finish(b).getAsLong() > finish(a).getAsLong() ? b : a);
    return last.filter(id -> schedule.isBefore(day, finish(id).getAsLong() - 1))
        .map(
            id ->
                new Contradiction(
                    workstream.id(),
                    claim,
                    place,
                    id
                        + ", which it waits for, can be finished on "
                        + schedule.words(finish(id).getAsLong() - 1)
                        + " at the earliest",
                    List.of(lengthPlace(id)),
                    "Begin later, or shorten what comes before."));
  }

  private OptionalLong finish(String workstream) {
    return schedule.finish(List.of(workstream));
  }

  /** Whether the plan says when it ends: then that day is what others are held against. */
  private boolean hasPlannedEnd(String workstream) {
    return plan.workstream(workstream).filter(w -> !moments.ends(w).isEmpty()).isPresent();
  }

  private Location lengthPlace(String id) {
    Workstream workstream = plan.workstream(id).orElseThrow();
    return workstream.origin().of(workstream.duration().isPresent() ? "duration" : "due");
  }

  private Optional<Contradiction> due(Workstream workstream) {
    OptionalLong finish = finish(workstream.id());
    OptionalLong start = schedule.earlyStart(workstream.id());
    if (workstream.due().isEmpty() || !schedule.isDated()) {
      return Optional.empty();
    }
    LocalDate due = workstream.due().get();
    Location place = workstream.origin().of("due");
    String claim = "it is due on " + due;
    if (finish.isPresent()) {
      long last = finish.getAsLong() - 1;
      return late(
          workstream.id(), claim, place, due, last, "it can be finished on ", because(workstream));
    }
    return start.isPresent()
        ? late(
            workstream.id(),
            claim,
            place,
            due,
            start.getAsLong(),
            "it can begin on ",
            because(workstream))
        : Optional.empty();
  }

  private Optional<Contradiction> late(
      String subject,
      String claim,
      Location place,
      LocalDate day,
      long earliest,
      String found,
      List<Location> because) {
    return schedule.isBefore(day, earliest)
        ? Optional.of(
            new Contradiction(
                subject,
                claim,
                place,
                found + schedule.words(earliest) + " at the earliest",
                because,
                "Move the day, or shorten what comes before."))
        : Optional.empty();
  }

  private static List<Location> because(Workstream workstream) {
    return workstream.dependsOn().isEmpty()
        ? List.of()
        : List.of(workstream.origin().of("depends_on"));
  }

  private Stream<Contradiction> wave(Wave wave) {
    Optional<Span> planned = schedule.planned(wave);
    OptionalLong finish = schedule.finish(wave.workstreams());
    if (planned.isEmpty() || finish.isEmpty()) {
      return Stream.empty();
    }
    String last =
        wave.workstreams().stream()
            .filter(id -> finish(id).equals(finish))
            .findFirst()
            .orElseThrow();
    return late(
        "wave " + wave.id(),
        "it is merged " + Words.on(wave.when()),
        Words.place(wave.when()),
        planned.get().last(),
        finish.getAsLong() - 1,
        last + " can be finished on ",
        List.of(lengthPlace(last)))
        .stream();
  }

  private Stream<Contradiction> end() {
    Optional<LocalDate> end = plan.project().expectedEnd();
    OptionalLong finish = schedule.finish();
    if (end.isEmpty() || finish.isEmpty() || !schedule.isDated()) {
      return Stream.empty();
    }
    String last =
        schedule.rows().stream()
            .map(row -> row.workstream().id())
            .filter(id -> finish(id).equals(finish))
            .findFirst()
            .orElseThrow();
    return late(
        "project",
        "it is expected to end on " + end.get(),
        plan.project().origin().of("expected_end"),
        end.get(),
        finish.getAsLong() - 1,
        last + " can be finished on ",
        List.of(lengthPlace(last)))
        .stream();
  }
}
