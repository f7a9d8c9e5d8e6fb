package dev.coord.assess;

import dev.coord.assess.Arrivals.Arrival;
import dev.coord.assess.Arrivals.Told;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Evidence;
import dev.coord.plan.Handoff;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

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

  HandoffOrder(Plan plan, Evidence evidence, List<WorkstreamState> states) {
    this.plan = plan;
    this.states = states;
    this.arrivals = new Arrivals(plan, evidence, states);
  }

  /**
   * A check for each consumer that is merged, or may be, while the handoff is not there, or may not
   * be.
   *
   * @param claims the claims of the handoffs beside what shows them
   */
  List<ClaimCheck> claims(Collection<ClaimCheck> claims) {
    List<ClaimCheck> checks = new ArrayList<>();
    plan.handoffs().forEach(handoff -> early(handoff, checks));
    each(
        claims,
        (handoff, missing) -> {
          for (int i = 0; i < handoff.consumers().size(); i++) {
            check(handoff, i, missing).ifPresent(checks::add);
          }
        });
    return checks;
  }

  /**
   * Consumers that were merged before their provider was, by the places of the merges. One that
   * depends on its provider is told with its dependencies.
   */
  private void early(Handoff handoff, List<ClaimCheck> checks) {
    Optional<Arrival> provider =
        handoff
            .provider()
            .filter(id -> isOrdering(handoff))
            .flatMap(arrivals::merged)
            .filter(arrival -> arrival.happened() == Told.YES);
    for (int i = 0; provider.isPresent() && i < handoff.consumers().size(); i++) {
      String consumer = handoff.consumers().get(i);
      Optional<Arrival> early =
          arrivals
              .merged(consumer)
              .filter(arrival -> !isProvider(handoff, consumer) && !depends(consumer, handoff))
              .filter(arrival -> arrival.happened() == Told.YES)
              .filter(arrival -> arrival.isBefore(provider.get()));
      if (early.isPresent()) {
        checks.add(
            new ClaimCheck(
                "handoff " + handoff.id(),
                consumer + " needs it",
                handoff.origin().of("consumers", i),
                early.get().sentence() + ", " + provider.get().sentence() + ", later",
                Agreement.CONTRADICTS,
                Stream.concat(early.get().proof().stream(), provider.get().proof().stream())
                    .toList(),
                "See how " + consumer + " did without it, or correct the consumers."));
      }
    }
  }

  private boolean depends(String consumer, Handoff handoff) {
    return plan.workstream(consumer)
        .filter(workstream -> workstream.dependsOn().contains(handoff.provider().orElse("")))
        .isPresent();
  }

  /** Whether its consumers wait for it by their branches. */
  private static boolean isOrdering(Handoff handoff) {
    return handoff.kind() != Handoff.Kind.SECRET
        && handoff.before().isEmpty()
        && handoff.status() != Handoff.Status.NOT_NEEDED;
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
                  arrival.sentence() + ", and " + standing(missing),
                  told ? Agreement.CONTRADICTS : Agreement.UNKNOWN,
                  arrival.proof(),
                  "Correct the status of the handoff, or see how "
                      + consumer
                      + " does without it.");
            });
  }

  private static String standing(Told missing) {
    return missing == Told.YES
        ? "the handoff is planned and not there"
        : "whether the handoff is there cannot be told";
  }

  /**
   * A finding for each consumer that has begun and is not merged while the handoff is not there.
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
            + ", which is planned and not there",
        "Hand it over, or agree on what the consumers work against.",
        Optional.of(handoff.origin().self()),
        begun.get(0).proof());
  }

  private static boolean isProvider(Handoff handoff, String workstream) {
    return handoff.provider().equals(Optional.of(workstream));
  }

  private void each(Collection<ClaimCheck> claims, BiConsumer<Handoff, Told> look) {
    for (Handoff handoff : plan.handoffs()) {
      if (handoff.status() == Handoff.Status.PLANNED && isOrdering(handoff)) {
        Told missing = missing(handoff, claims);
        if (missing != Told.NO) {
          look.accept(handoff, missing);
        }
      }
    }
  }

  /** Whether it is not there: by what shows it, else by the plan's word. */
  private Told missing(Handoff handoff, Collection<ClaimCheck> claims) {
    Optional<String> branch =
        handoff.provider().flatMap(plan::workstream).flatMap(Workstream::branch);
    if (handoff.proof(branch).isEmpty()) {
      return Told.YES;
    }
    Agreement planned =
        claims.stream()
            .filter(claim -> claim.subject().equals("handoff " + handoff.id()))
            .filter(claim -> claim.claim().equals("status: " + handoff.status().word()))
            .findFirst()
            .map(ClaimCheck::agreement)
            .orElse(Agreement.UNKNOWN);
    return switch (planned) {
      case AGREES -> Told.YES;
      case CONTRADICTS -> Told.NO;
      case UNKNOWN -> Told.UNKNOWN;
    };
  }
}
