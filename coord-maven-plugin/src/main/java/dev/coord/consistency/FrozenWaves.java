package dev.coord.consistency;

import dev.coord.plan.Event;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Waves that are planned for days on each of which nothing is merged into their branch. One day
 * that is worked and not frozen is enough for a merge.
 */
final class FrozenWaves {

  private record Freeze(Event event, Span days) {}

  private final PlanCalendar calendar;
  private final List<Freeze> freezes;

  private FrozenWaves(Plan plan) {
    this.calendar = PlanCalendar.of(plan);
    this.freezes =
        plan.events().stream()
            .filter(event -> event.kind() == Event.Kind.FREEZE)
            .flatMap(e -> calendar.event(e).span().stream().map(days -> new Freeze(e, days)))
            .toList();
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    FrozenWaves frozen = new FrozenWaves(plan);
    String integration = plan.project().integrationBranch();
    return schedule.open().waves().stream()
        .flatMap(wave -> frozen.look(wave, plan.target(wave), integration).stream());
  }

  private Optional<Contradiction> look(Wave wave, String target, String integration) {
    Dated when = calendar.wave(wave);
    List<Freeze> own = freezes.stream().filter(f -> isOf(f.event(), target, integration)).toList();
    return when.span()
        .filter(whole -> when.times().stream().allMatch(days -> isFrozen(days, own)))
        .map(whole -> contradiction(wave, when, whole, own));
  }

  private static boolean isOf(Event freeze, String branch, String integration) {
    return freeze.branches().isEmpty()
        ? branch.equals(integration)
        : freeze.branches().contains(branch);
  }

  /** Whether no day is left: none that is worked, where any of them is. */
  private boolean isFrozen(Span days, List<Freeze> freezes) {
    boolean worked = calendar.workDays().between(days.first(), days.last()) > 0;
    Optional<LocalDate> day = next(days.first(), worked);
    while (day.filter(days::contains).isPresent()) {
      LocalDate one = day.get();
      Optional<LocalDate> thawed =
          freezes.stream()
              .filter(freeze -> freeze.days().contains(one))
              .map(freeze -> freeze.days().last().plusDays(1))
              .max(LocalDate::compareTo);
      if (thawed.isEmpty()) {
        return false;
      }
      day = next(thawed.get(), worked);
    }
    return true;
  }

  /** A day, or the first worked one from it on. */
  private Optional<LocalDate> next(LocalDate day, boolean worked) {
    return worked ? calendar.workDays().day(day, 1) : Optional.of(day);
  }

  private static boolean meet(Span one, Span other) {
    return !one.last().isBefore(other.first()) && !other.last().isBefore(one.first());
  }

  private static Contradiction contradiction(
      Wave wave, Dated when, Span whole, List<Freeze> freezes) {
    Reasons reasons = new Reasons();
    freezes.stream()
        .filter(freeze -> when.times().stream().anyMatch(days -> meet(freeze.days(), days)))
        .forEach(
            freeze ->
                reasons.add(
                    "event " + freeze.event().id() + " freezes its branch " + freeze.days(),
                    List.of(Words.place(freeze.event().when()))));
    String words = Words.on(wave.when());
    return new Contradiction(
        "wave " + wave.id(),
        "the wave is merged "
            + words
            + (words.contains(whole.toString()) ? "" : " (" + whole + ")"),
        Words.place(wave.when()),
        reasons.words(),
        reasons.places(),
        "Merge it on another day, or move the freeze.");
  }
}
