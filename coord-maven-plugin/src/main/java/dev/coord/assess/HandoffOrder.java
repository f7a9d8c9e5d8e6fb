package dev.coord.assess;

import dev.coord.assess.Arrivals.Arrival;
import dev.coord.assess.Arrivals.Told;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Evidence;
import dev.coord.plan.Handoff;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Consumers that do not wait for what is handed over to them. One that is merged contradicts the
 * plan; one that has begun is worth a look, as it may work against what was agreed. Secrets, which
 * the build does not need, what is needed {@code before} something that only people know, and
 * consumers that nobody names are left out.
 */
final class HandoffOrder {

  private final Plan plan;
  private final List<WorkstreamState> states;
  private final Arrivals arrivals;
  private final HandoffSequence sequence;

  HandoffOrder(Plan plan, Evidence evidence, List<WorkstreamState> states) {
    this.plan = plan;
    this.states = states;
    this.arrivals = new Arrivals(plan, evidence, states);
    this.sequence = new HandoffSequence(plan, arrivals, states);
  }

  /**
   * A check for each consumer that is merged, or may be, while the handoff is not there, or may not
   * be.
   *
   * @param claims the claims of the handoffs beside what shows them
   */
  List<ClaimCheck> claims(Collection<ClaimCheck> claims) {
    List<ClaimCheck> checks = new ArrayList<>();
    each(
        claims,
        (handoff, missing) -> {
          for (int i = 0; i < handoff.consumers().size(); i++) {
            check(handoff, i, missing).ifPresent(checks::add);
          }
        });
    there(claims).forEach((handoff, claim) -> checks.addAll(sequence.claims(handoff, claim)));
    return checks;
  }

  private Optional<ClaimCheck> check(Handoff handoff, int index, Told missing) {
    String consumer = handoff.consumers().get(index);
    return arrivals
        .merged(consumer)
        .filter(arrival -> !isProvider(handoff, consumer) && arrivals.mayHaveHappened(arrival))
        .map(
            arrival -> {
              boolean told = arrival.happened() == Told.YES && missing == Told.YES;
              return new ClaimCheck(
                  "handoff " + handoff.id(),
                  consumer + " needs it",
                  handoff.origin().of("consumers", index),
                  arrival.sentence() + ", and " + standing(handoff, missing),
                  told ? Agreement.CONTRADICTS : Agreement.UNKNOWN,
                  arrival.proof(),
                  "Correct the status of the handoff, or see how "
                      + consumer
                      + " does without it.");
            });
  }

  private static String standing(Handoff handoff, Told missing) {
    return missing == Told.YES
        ? "the handoff is " + absent(handoff)
        : "whether the handoff is there cannot be told";
  }

  private static String absent(Handoff handoff) {
    return handoff.status() == Handoff.Status.PLANNED ? "planned and not there" : "not there";
  }

  /**
   * A finding for each consumer that has begun and is not merged while the handoff is not there, or
   * that began before what brought it was merged.
   */
  List<Finding> findings(Collection<ClaimCheck> claims) {
    List<Finding> findings = new ArrayList<>();
    each(
        claims,
        (handoff, missing) -> {
          List<Arrival> begun =
              states.stream()
                  .filter(state -> state.observed().isUnderWay())
                  .filter(state -> handoff.consumers().contains(state.id()))
                  .filter(state -> !isProvider(handoff, state.id()))
                  .flatMap(state -> arrivals.begun(state.id()).stream())
                  .toList();
          if (missing == Told.YES && !begun.isEmpty()) {
            findings.add(finding(handoff, begun));
          }
        });
    there(claims).forEach((handoff, claim) -> findings.addAll(sequence.findings(handoff, claim)));
    return findings;
  }

  private static Finding finding(Handoff handoff, List<Arrival> begun) {
    String more = begun.size() > 1 ? " (and " + (begun.size() - 1) + " more)" : "";
    return new Finding(
        Finding.Kind.ORDER,
        Severity.WARN,
        "handoff " + handoff.id(),
        begun.get(0).sentence()
            + more
            + " and needs handoff "
            + handoff.id()
            + ", which is "
            + absent(handoff),
        "Hand it over, or agree on what the consumers work against.",
        Optional.of(handoff.origin().self()),
        begun.get(0).proof());
  }

  /** Whether a workstream provides what it needs. */
  static boolean isProvider(Handoff handoff, String workstream) {
    return handoff.provider().equals(Optional.of(workstream));
  }

  private void each(Collection<ClaimCheck> claims, BiConsumer<Handoff, Told> look) {
    for (Handoff handoff : plan.handoffs()) {
      if (isWaitedFor(handoff)) {
        Told missing = missing(handoff, claims);
        if (missing != Told.NO) {
          look.accept(handoff, missing);
        }
      }
    }
  }

  private static boolean isWaitedFor(Handoff handoff) {
    return handoff.status() != Handoff.Status.NOT_NEEDED
        && handoff.kind() != Handoff.Kind.SECRET
        && handoff.before().isEmpty();
  }

  /**
   * The handoffs that are there, or are said to be, each with its claim where something shows it.
   */
  private Map<Handoff, Optional<ClaimCheck>> there(Collection<ClaimCheck> claims) {
    Map<Handoff, Optional<ClaimCheck>> there = new LinkedHashMap<>();
    plan.handoffs().stream()
        .filter(handoff -> isWaitedFor(handoff) && missing(handoff, claims) == Told.NO)
        .forEach(handoff -> there.put(handoff, claim(handoff, claims)));
    return there;
  }

  /** Whether it is not there: by what shows it, else by the plan's word. */
  private static Told missing(Handoff handoff, Collection<ClaimCheck> claims) {
    boolean planned = handoff.status() == Handoff.Status.PLANNED;
    if (handoff.proof().isEmpty()) {
      return planned ? Told.YES : Told.NO;
    }
    return switch (claim(handoff, claims).map(ClaimCheck::agreement).orElse(Agreement.UNKNOWN)) {
      case AGREES -> planned ? Told.YES : Told.NO;
      case CONTRADICTS -> planned ? Told.NO : Told.YES;
      // That it cannot be told is said of what is claimed to be there.
      case UNKNOWN -> planned ? Told.UNKNOWN : Told.NO;
    };
  }

  private static Optional<ClaimCheck> claim(Handoff handoff, Collection<ClaimCheck> claims) {
    return claims.stream()
        .filter(claim -> claim.subject().equals("handoff " + handoff.id()))
        .filter(claim -> claim.claim().equals("status: " + handoff.status().word()))
        .findFirst();
  }
}
