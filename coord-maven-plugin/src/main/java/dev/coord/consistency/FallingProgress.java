package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Progress that is expected of a workstream and falls from a block to a later one, or differs
 * between two that end on one day.
 */
final class FallingProgress {

  /**
   * What is expected of which workstream; and the sprint, when it cannot be compared with others.
   */
  private record Key(String workstream, String sprint) {}

  /**
   * What is expected.
   *
   * @param end the last day worked of the block, empty where it cannot be put in order
   */
  private record Expected(int percent, Location place, String when, Optional<LocalDate> end) {}

  private FallingProgress() {}

  static Stream<Contradiction> of(Plan plan) {
    Map<Key, List<Expected>> all = new LinkedHashMap<>();
    PlanCalendar calendar = PlanCalendar.of(plan);
    Optional<PlanCalendar> order = PlanCalendar.undated(plan);
    for (Sprint sprint : plan.sprints()) {
      for (Block block : sprint.blocks()) {
        Optional<Span> dates = calendar.block(sprint, block).span();
        Optional<LocalDate> end =
            dates
                .or(() -> order.flatMap(by -> by.block(sprint, block).span()))
                .map(span -> calendar.workDays().worked(span).last());
        String apart = calendar.isPlaced(sprint, block) && dates.isPresent() ? "" : sprint.id();
        String when = Words.on(block.when());
        block
            .expected()
            .forEach(
                (id, percent) ->
                    all.computeIfAbsent(new Key(id, apart), key -> new ArrayList<>())
                        .add(
                            new Expected(percent, block.origin().of("expected." + id), when, end)));
      }
    }
    return all.entrySet().stream()
        .flatMap(entry -> falls(entry.getKey().workstream(), entry.getValue()));
  }

  /** Blocks with days come one after the other by them; others cannot be put in order. */
  private static Stream<Contradiction> falls(String id, List<Expected> all) {
    List<Expected> ordered =
        all.stream()
            .filter(one -> one.end().isPresent())
            .sorted(Comparator.comparing(one -> one.end().orElseThrow()))
            .toList();
    return IntStream.range(1, ordered.size())
        .boxed()
        .flatMap(i -> look(id, ordered.get(i - 1), ordered.get(i)).stream());
  }

  private static Optional<Contradiction> look(String id, Expected before, Expected later) {
    if (before.end().equals(later.end())) {
      return before.percent() == later.percent()
          ? Optional.empty()
          : Optional.of(twice(id, before, later));
    }
    return later.percent() < before.percent()
        ? Optional.of(contradiction(id, before, later))
        : Optional.empty();
  }

  private static Contradiction twice(String id, Expected one, Expected other) {
    return new Contradiction(
        id,
        one.percent() + "% is expected at the end of the block " + one.when(),
        one.place(),
        other.percent()
            + "% is expected at the end of the block "
            + other.when()
            + ", which is on the same day",
        List.of(other.place()),
        "Expect one of the two.");
  }

  private static Contradiction contradiction(String id, Expected before, Expected later) {
    return new Contradiction(
        id,
        before.percent() + "% is expected at the end of the block " + before.when(),
        before.place(),
        "less is expected at the end of a later one: "
            + later.percent()
            + "% of the block "
            + later.when(),
        List.of(later.place()),
        "Expect as much or more of the later block.");
  }
}
