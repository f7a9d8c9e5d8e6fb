package dev.coord.consistency;

import dev.coord.plan.Action;
import dev.coord.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Open actions that are due after the workstreams that wait for them. */
final class ActionDays {

  private ActionDays() {}

  static Stream<Contradiction> of(Plan plan) {
    return plan.actions().stream()
        .filter(Action::open)
        .flatMap(action -> action.when().stream().flatMap(day -> late(plan, action, day)));
  }

  private static Stream<Contradiction> late(Plan plan, Action action, LocalDate day) {
    return IntStream.range(0, action.blocks().size())
        .boxed()
        .flatMap(
            i ->
                plan.workstream(action.blocks().get(i)).stream()
                    .filter(w -> w.due().filter(day::isAfter).isPresent())
                    .map(
                        w ->
                            new Contradiction(
                                "action " + action.id(),
                                "it is due on " + day,
                                action.origin().of("when"),
                                w.id() + ", which waits for it, is due on " + w.due().orElseThrow(),
                                List.of(action.origin().of("blocks", i), w.origin().of("due")),
                                "Mend one of the two days.")));
  }
}
