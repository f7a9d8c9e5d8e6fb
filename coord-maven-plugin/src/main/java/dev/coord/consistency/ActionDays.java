package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Action;
import dev.coord.plan.Plan;
import dev.coord.schedule.OpenWork;
import dev.coord.schedule.PlanSchedule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Open actions that are due after what waits for them: a workstream, by the day it is due or
 * merged, a wave, or a gate, by the waves that it is of.
 */
final class ActionDays {

  private final Plan plan;
  private final Moments moments;
  private final OpenWork open;

  private ActionDays(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.open = schedule.open();
    this.moments = new Moments(plan, schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    ActionDays days = new ActionDays(plan, schedule);
    return plan.actions().stream()
        .filter(Action::open)
        .flatMap(action -> action.when().stream().flatMap(day -> days.late(action, day)));
  }

  private Stream<Contradiction> late(Action action, LocalDate day) {
    return IntStream.range(0, action.blocks().size())
        .boxed()
        .flatMap(i -> late(action, day, action.blocks().get(i), action.origin().of("blocks", i)));
  }

  private Stream<Contradiction> late(Action action, LocalDate day, String blocked, Location place) {
    Stream<Moments.End> workstream =
        plan.workstream(blocked).stream()
            .filter(one -> open.isOpen(one.id()))
            .flatMap(one -> moments.ends(one).stream());
    Stream<Moments.End> wave =
        plan.merges().wave(blocked).stream()
            .filter(open::isOpen)
            .flatMap(one -> moments.wave(one).stream())
            .map(moment -> new Moments.End("is merged", moment, false));
    Stream<Moments.End> gate =
        plan.gates().stream()
            .filter(one -> one.id().equals(blocked))
            .flatMap(one -> plan.merges().wavesOf(one).stream())
            .filter(open::isOpen)
            .flatMap(
                one ->
                    moments.wave(one).stream()
                        .map(
                            moment ->
                                new Moments.End(
                                    "must hold for " + one.id() + ", merged", moment, false)));
    return Stream.of(workstream, wave, gate)
        .flatMap(ends -> ends)
        .filter(end -> end.moment().dates().filter(d -> day.isAfter(d.last())).isPresent())
        .limit(1)
        .map(
            end ->
                new Contradiction(
                    "action " + action.id(),
                    "it is due on " + day,
                    action.origin().of("when"),
                    blocked + ", which waits for it, " + end.how() + " " + end.moment().words(),
                    List.of(place, end.moment().place()),
                    "Mend one of the two days."));
  }
}
