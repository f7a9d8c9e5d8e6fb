package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Progress that is expected of a workstream and falls from a block to a later one. */
final class FallingProgress {

  /**
   * What is expected of which workstream; and the sprint, when it cannot be compared with others.
   */
  private record Key(String workstream, String sprint) {}

  private record Expected(int percent, Location place, String when, Optional<Span> span) {}

  private FallingProgress() {}

  static Stream<Contradiction> of(Plan plan) {
    Map<Key, List<Expected>> all = new LinkedHashMap<>();
    PlanCalendar calendar = PlanCalendar.of(plan);
    Optional<PlanCalendar> order = PlanCalendar.undated(plan);
    for (Sprint sprint : plan.sprints()) {
      for (Block block : sprint.blocks()) {
        Optional<Span> dates = calendar.block(sprint, block).span();
        Optional<Span> span = dates.or(() -> order.flatMap(by -> by.block(sprint, block).span()));
        String apart = calendar.isPlaced(sprint, block) && dates.isPresent() ? "" : sprint.id();
        String when = Words.on(block.when());
        block
            .expected()
            .forEach(
                (id, percent) ->
                    all.computeIfAbsent(new Key(id, apart), key -> new ArrayList<>())
                        .add(
                            new Expected(
                                percent, block.origin().of("expected." + id), when, span)));
      }
    }
    return all.entrySet().stream()
        .flatMap(entry -> falls(entry.getKey().workstream(), entry.getValue()));
  }

  /** Blocks with days come one after the other by them; others cannot be put in order. */
  private static Stream<Contradiction> falls(String id, List<Expected> all) {
    List<Expected> ordered =
        all.stream()
            .filter(one -> one.span().isPresent())
            .sorted(Comparator.comparing(one -> one.span().orElseThrow().last()))
            .toList();
    return IntStream.range(1, ordered.size())
        .filter(
            i ->
                ordered.get(i).percent() < ordered.get(i - 1).percent()
                    && end(ordered.get(i - 1)).last().isBefore(end(ordered.get(i)).last()))
        .mapToObj(i -> contradiction(id, ordered.get(i - 1), ordered.get(i)));
  }

  private static Span end(Expected one) {
    return one.span().orElseThrow();
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
