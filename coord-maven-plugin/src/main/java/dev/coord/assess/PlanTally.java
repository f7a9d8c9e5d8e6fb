package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison;
import dev.coord.rule.Facts;
import java.util.List;
import java.util.Optional;

/**
 * What was found of a plan so far, for rules that ask for it.
 *
 * @param claims claims that were held against something
 * @param untold those of them that would contradict or agree if the evidence were there
 * @param overdue what is past its day
 */
record PlanTally(List<ClaimCheck> claims, List<ClaimCheck> untold, List<Finding> overdue) {

  private static final int PLACES = 5;

  /** Copies the collections. */
  PlanTally {
    claims = List.copyOf(claims);
    untold = List.copyOf(untold);
    overdue = List.copyOf(overdue);
  }

  /** The same with what was found of the claims otherwise. */
  PlanTally with(List<ClaimCheck> found) {
    return new PlanTally(found, untold, overdue);
  }

  /**
   * How many claims are contradicted. Claims that cannot be told may be contradicted as well: where
   * they decide, nobody can tell.
   */
  Observation<Facts.Count> contradictions(Comparison wanted) {
    List<ClaimCheck> wrong =
        claims.stream().filter(c -> c.agreement() == Agreement.CONTRADICTS).toList();
    int number = ClaimCheck.count(wrong);
    boolean met = wanted.metBy(number);
    for (int more = 1; more <= untold.size(); more++) {
      if (wanted.metBy(number + more) != met) {
        ClaimCheck first = untold.get(0);
        return Observation.unknown(
            untold.size()
                + (untold.size() == 1 ? " claim" : " claims")
                + " cannot be told, such as \""
                + first.claim()
                + "\" of "
                + first.subject()
                + ": "
                + first.observed(),
            "Let the evidence be there, or take the claim back ("
                + first.place().withCommit()
                + ").");
      }
    }
    return Observation.known(
        new Facts.Count(
            number,
            "of "
                + ClaimCheck.count(claims)
                + (claims.size() == 1 ? " claim" : " claims")
                + contradicted(wrong),
            "See the page of claims: correct the plan, or make it true.",
            wrong.stream()
                .limit(PLACES)
                .map(c -> Proof.plan(c.subject() + ": " + c.claim(), c.place()))
                .toList()));
  }

  private static String contradicted(List<ClaimCheck> wrong) {
    return wrong.isEmpty() ? "" : ", the first of " + wrong.get(0).subject();
  }

  /** How much is past its day. */
  Facts.Count lateness() {
    Optional<Finding> first = overdue.stream().findFirst();
    return new Facts.Count(
        overdue.size(),
        "past their day" + first.map(f -> ", the first of " + f.subject()).orElse(""),
        "Finish what is late, or move its day.",
        overdue.stream()
            .limit(PLACES)
            .flatMap(f -> f.location().map(place -> Proof.plan(f.text(), place)).stream())
            .toList());
  }
}
