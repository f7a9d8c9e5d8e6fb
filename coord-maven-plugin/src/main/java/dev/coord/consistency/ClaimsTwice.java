package dev.coord.consistency;

import dev.coord.plan.Claim;
import dev.coord.plan.Comparison;
import dev.coord.plan.Exclusion;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Claims of one number that cannot both hold: 99 tests and more, and 47 tests of the same paths.
 */
final class ClaimsTwice {

  /** What a claim wants of a number. */
  private record Wanted(Claim claim, String what, Comparison comparison) {

    /** What was so on one day may be otherwise on another, and today. */
    List<Object> number() {
      return List.of(what, claim.on());
    }
  }

  private ClaimsTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return Twice.of(
            plan.claims().stream().flatMap(ClaimsTwice::wanted), one -> Optional.of(one.number()))
        .filter(two -> Exclusion.between(two.first().comparison(), two.again().comparison()))
        .map(ClaimsTwice::contradiction);
  }

  private static Stream<Wanted> wanted(Claim claim) {
    return claim.holdsWhen().stream()
        .flatMap(
            rule ->
                Exclusion.wanted(rule).entrySet().stream()
                    .map(entry -> new Wanted(claim, entry.getKey(), entry.getValue())));
  }

  private static Contradiction contradiction(Twice<Wanted> two) {
    return Twice.told(
        "claim " + two.first().claim().id(),
        two.first().claim().says(),
        two.first().claim().origin().of("says"),
        "claim "
            + two.again().claim().id()
            + " holds when the same number is "
            + two.again().comparison()
            + ", and this one when it is "
            + two.first().comparison(),
        two.again().claim().origin().of("holds_when"),
        "Find out which of them is so, or say on which days they were.");
  }
}
