package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.plan.Handoff;
import dev.coord.plan.Handoff.Status;
import dev.coord.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A handoff as claimed and as observed.
 *
 * @param handoff what the plan says
 * @param observed what was seen of it
 * @param claim the claim beside what was seen, where something can show it
 * @param waiting ids of the workstreams that it is for and that are neither merged nor given up, in
 *     the plan's order; none when it is there
 * @param blocked ids of those that wait, and of those that depend on them, in the plan's order
 */
public record HandoffState(
    Handoff handoff,
    Observed observed,
    Optional<ClaimCheck> claim,
    List<String> waiting,
    List<String> blocked) {

  /** What was seen of a handoff. */
  public enum Observed {
    /** It is there. */
    READY("ready"),
    /** It is not there. */
    MISSING("not there"),
    /** It cannot be told. */
    UNKNOWN("unknown"),
    /** Nothing could show it: it is the plan's word alone. */
    DECLARED("declared only");

    private final String words;

    Observed(String words) {
      this.words = words;
    }

    /** What was seen, in words. */
    public String words() {
      return words;
    }
  }

  /** Copies the collections. */
  public HandoffState {
    Objects.requireNonNull(handoff, "handoff");
    Objects.requireNonNull(observed, "observed");
    Objects.requireNonNull(claim, "claim");
    waiting = List.copyOf(waiting);
    blocked = List.copyOf(blocked);
  }

  /** Whether anybody may still wait for it. */
  public boolean open() {
    return open(handoff, observed);
  }

  private static boolean open(Handoff handoff, Observed observed) {
    boolean believed = observed == Observed.DECLARED && handoff.status() == Status.READY;
    return handoff.status() != Status.NOT_NEEDED && observed != Observed.READY && !believed;
  }

  /** All handoffs of the plan, in the order written. */
  public static List<HandoffState> of(Assessment assessment) {
    Plan plan = assessment.plan();
    Map<String, ClaimCheck> claims = new HashMap<>();
    for (ClaimCheck claim : assessment.claims()) {
      if (claim.subject().startsWith("handoff ")) {
        claims.putIfAbsent(claim.subject() + claim.claim(), claim);
      }
    }
    Waiting waiting = new Waiting(assessment);
    return plan.handoffs().stream()
        .map(
            handoff -> {
              String key = "handoff " + handoff.id() + "status: " + handoff.status().word();
              boolean provable = handoff.proof().isPresent();
              Optional<ClaimCheck> claim =
                  Optional.ofNullable(claims.get(key)).filter(found -> provable);
              Observed observed = observed(handoff, claim);
              List<String> who = open(handoff, observed) ? waiting.on(handoff) : List.of();
              return new HandoffState(handoff, observed, claim, who, waiting.behind(who));
            })
        .toList();
  }

  private static Observed observed(Handoff handoff, Optional<ClaimCheck> claim) {
    if (claim.isEmpty()) {
      return Observed.DECLARED;
    }
    if (claim.get().agreement() == Agreement.UNKNOWN) {
      return Observed.UNKNOWN;
    }
    boolean agrees = claim.get().agreement() == Agreement.AGREES;
    return agrees == (handoff.status() == Status.READY) ? Observed.READY : Observed.MISSING;
  }

  /** Who waits for whom, of the workstreams that are not over. */
  private static final class Waiting {
    private final Map<String, List<String>> dependents = new LinkedHashMap<>();

    Waiting(Assessment assessment) {
      for (WorkstreamState state : assessment.workstreams()) {
        if (!state.observed().isOver()) {
          dependents.put(state.id(), state.unblocks());
        }
      }
    }

    List<String> on(Handoff handoff) {
      return dependents.keySet().stream().filter(handoff::isFor).toList();
    }

    /** These and all that depend on them. */
    List<String> behind(List<String> waiting) {
      Set<String> blocked = new HashSet<>();
      Deque<String> open = new ArrayDeque<>(waiting);
      while (!open.isEmpty()) {
        String id = open.remove();
        if (dependents.containsKey(id) && blocked.add(id)) {
          open.addAll(dependents.get(id));
        }
      }
      return dependents.keySet().stream().filter(blocked::contains).toList();
    }
  }
}
