package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Days on which workstreams are said to start, against their launches and what they wait for. */
final class Starts {

  private final Plan plan;
  private final PlanSchedule schedule;
  private final Moments moments;

  private Starts(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.schedule = schedule;
    this.moments = new Moments(plan, schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    Starts starts = new Starts(plan, schedule);
    return plan.workstreams().stream()
        .filter(w -> !plan.isDropped(w.id()))
        .flatMap(w -> w.start().stream().flatMap(start -> starts.look(w, start)));
  }

  private Stream<Contradiction> look(Workstream workstream, LocalDate start) {
    return Stream.concat(launch(workstream, start).stream(), ends(workstream, start));
  }

  /** Days off between the two are no difference. */
  private Optional<Contradiction> launch(Workstream workstream, LocalDate start) {
    return moments.launches(workstream).stream()
        .findFirst()
        .filter(launch -> launch.dates().filter(span -> differs(start, span)).isPresent())
        .map(
            launch ->
                new Contradiction(
                    workstream.id(),
                    "it starts on " + start,
                    workstream.origin().of("start"),
                    "it is launched " + launch.words(),
                    List.of(launch.place()),
                    "A workstream starts when it is launched: mend one of the two days."));
  }

  private boolean differs(LocalDate start, Span launch) {
    return worked(start, launch.first().minusDays(1)) || worked(launch.last(), start.minusDays(1));
  }

  private boolean worked(LocalDate first, LocalDate last) {
    return schedule.calendar().workDays().between(first, last) > 0;
  }

  /** Planned ends of what it waits for; the ends that can only be reckoned are told elsewhere. */
  private Stream<Contradiction> ends(Workstream workstream, LocalDate start) {
    Moment moment = Moments.day(start, workstream.origin().of("start"));
    if (!schedule.open().isOpen(workstream.id())) {
      return Stream.empty();
    }
    return schedule.waits().of(workstream.id()).stream()
        .flatMap(
            wait ->
                moments.ends(workstream, wait).stream()
                    .filter(end -> moments.isBefore(moment, end))
                    .map(
                        end ->
                            new Contradiction(
                                workstream.id(),
                                "it starts " + moment.words(),
                                moment.place(),
                                wait.on()
                                    + ", which it waits for, "
                                    + end.how()
                                    + " "
                                    + end.moment().words(),
                                List.of(end.moment().place()),
                                "Start it "
                                    + end.later()
                                    + ", or let "
                                    + wait.on()
                                    + " come earlier.")));
  }
}
