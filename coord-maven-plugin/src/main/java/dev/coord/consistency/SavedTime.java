package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Scenario;
import dev.coord.plan.Scenario.Computed;
import dev.coord.plan.Scenario.Saving;
import java.util.List;
import java.util.stream.Stream;

/** Time said to be saved that is not what the lengths beside it come to. */
final class SavedTime {

  private SavedTime() {}

  static Stream<Contradiction> of(Plan plan) {
    return plan.handbook().scenarios().stream()
        .flatMap(
            scenario ->
                scenario.savings().stream()
                    .filter(saving -> !saving.agrees())
                    .map(saving -> contradiction(scenario, saving)));
  }

  private static String length(Saving saving) {
    Computed computed = saving.computed();
    return computed.most().signum() < 0
        ? new Computed(computed.most().negate(), computed.least().negate()) + " more"
        : computed + " less";
  }

  private static Contradiction contradiction(Scenario scenario, Saving saving) {
    return new Contradiction(
        "scenario " + scenario.id(),
        saving.what() + " saves " + saving.saved().orElseThrow(),
        saving.origin().of("saved"),
        saving.parallel() + " instead of " + saving.sequential() + " is " + length(saving),
        List.of(saving.origin().of("parallel"), saving.origin().of("sequential")),
        "Write what the lengths come to, in whole percents, or mend them.");
  }
}
