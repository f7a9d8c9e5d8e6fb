package dev.coord.consistency;

import dev.coord.plan.Event;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.util.List;
import java.util.stream.Stream;

/** Waves that are planned for a day on which nothing is merged into their branch. */
final class FrozenWaves {

  private record Freeze(Event event, Span days) {}

  private FrozenWaves() {}

  static Stream<Contradiction> of(Plan plan) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    List<Freeze> freezes =
        plan.events().stream()
            .filter(event -> event.kind() == Event.Kind.FREEZE)
            .flatMap(e -> calendar.event(e).span().stream().map(days -> new Freeze(e, days)))
            .toList();
    String integration = plan.project().integrationBranch();
    return plan.openWaves().stream()
        .flatMap(
            wave ->
                calendar.wave(wave).span().stream()
                    .flatMap(
                        days ->
                            freezes.stream()
                                .filter(f -> isOf(f.event(), plan.target(wave), integration))
                                .filter(f -> meet(f.days(), days))
                                .map(freeze -> contradiction(wave, days, freeze))));
  }

  private static boolean isOf(Event freeze, String branch, String integration) {
    return freeze.branches().isEmpty()
        ? branch.equals(integration)
        : freeze.branches().contains(branch);
  }

  private static boolean meet(Span one, Span other) {
    return !one.last().isBefore(other.first()) && !other.last().isBefore(one.first());
  }

  private static Contradiction contradiction(Wave wave, Span days, Freeze freeze) {
    return new Contradiction(
        "wave " + wave.id(),
        "the wave is merged " + Words.on(wave.when()) + " (" + days + ")",
        Words.place(wave.when()),
        "event " + freeze.event().id() + " freezes its branch " + freeze.days(),
        List.of(Words.place(freeze.event().when())),
        "Merge it on another day, or move the freeze.");
  }
}
