package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Scenario;
import dev.coord.plan.Scenario.Saving;
import java.util.Optional;
import java.util.stream.Stream;

/** Time said to be saved on one thing in two ways, in one scenario. */
final class SavingsTwice {

  private SavingsTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return plan.handbook().scenarios().stream()
        .flatMap(
            scenario ->
                Twice.of(
                        scenario.savings().stream(),
                        saving -> Optional.of(Twice.plain(saving.what())))
                    .filter(SavingsTwice::differ)
                    .map(two -> contradiction(scenario, two)));
  }

  private static boolean differ(Twice<Saving> two) {
    Saving first = two.first();
    Saving again = two.again();
    return !SpokenTimes.same(first.parallel(), again.parallel())
        || !SpokenTimes.same(first.sequential(), again.sequential())
        || first.saved().isPresent()
            && again.saved().isPresent()
            && !first.saved().equals(again.saved());
  }

  private static Contradiction contradiction(Scenario scenario, Twice<Saving> two) {
    return Twice.told(
        "scenario " + scenario.id(),
        two.first().what() + " takes " + said(two.first()),
        two.first().origin().of("what"),
        "the same scenario says that it takes " + said(two.again()),
        two.again().origin().of("what"),
        "Write it once.");
  }

  private static String said(Saving saving) {
    return saving.parallel()
        + " instead of "
        + saving.sequential()
        + saving.saved().map(share -> " and saves " + share).orElse("");
  }
}
