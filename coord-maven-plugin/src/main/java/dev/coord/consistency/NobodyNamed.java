package dev.coord.consistency;

import dev.coord.plan.Action;
import dev.coord.plan.Plan;
import dev.coord.plan.Risk;
import java.util.List;
import java.util.stream.Stream;

/** Risks that nobody answers for, and open actions that nobody is to do. */
final class NobodyNamed {

  private NobodyNamed() {}

  static Stream<Contradiction> of(Plan plan) {
    return Stream.concat(
        plan.handbook().risks().stream().filter(NobodyNamed::isOrphan).map(NobodyNamed::risk),
        plan.actions().stream()
            .filter(action -> action.open() && action.who().isEmpty())
            .map(NobodyNamed::action));
  }

  /** What can do no harm any more needs nobody. */
  private static boolean isOrphan(Risk risk) {
    return risk.owners().isEmpty()
        && risk.status() != Risk.Status.MITIGATED
        && risk.status() != Risk.Status.CLOSED;
  }

  private static Contradiction risk(Risk risk) {
    return new Contradiction(
        "risk " + risk.id(),
        StatusSaid.of(risk.origin(), risk.status().word()),
        risk.origin().of("status"),
        "nobody answers for it",
        List.of(),
        "Name a person under \"owner\".");
  }

  private static Contradiction action(Action action) {
    return new Contradiction(
        "action " + action.id(),
        StatusSaid.of(action.origin(), action.status().word()),
        action.origin().of("status"),
        "nobody is named to do it",
        List.of(),
        "Name a person under \"who\".");
  }
}
