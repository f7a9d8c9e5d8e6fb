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
 * @param blocked ids of the workstreams that wait for it and are not merged, and of those that
 *     depend on them, in the plan's order; none when it is there
 */
public record HandoffState(
    Handoff handoff, Observed observed, Optional<ClaimCheck> claim, List<String> blocked) {

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

  /** Copies the collection. */
  public HandoffState {
    Objects.requireNonNull(handoff, "handoff");
    Objects.requireNonNull(observed, "observed");
    Objects.requireNonNull(claim, "claim");
    blocked = List.copyOf(blocked);
  }

  /** Whether anybody may still wait for it. */
  public boolean open() {
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
              HandoffState state =
                  new HandoffState(handoff, observed(handoff, claim), claim, List.of());
              return state.open()
                  ? new HandoffState(handoff, state.observed, claim, waiting.on(handoff))
                  : state;
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

  /** Who waits for whom, of the workstreams that are not merged. */
  private static final class Waiting {
    private final Map<String, List<String>> dependents = new LinkedHashMap<>();

    Waiting(Assessment assessment) {
      for (WorkstreamState state : assessment.workstreams()) {
        if (!state.observed().isMerged()) {
          dependents.put(state.id(), state.unblocks());
        }
      }
    }

    List<String> on(Handoff handoff) {
      Set<String> blocked = new HashSet<>();
      Deque<String> open =
          new ArrayDeque<>(
              handoff.consumers().isEmpty() ? dependents.keySet() : handoff.consumers());
      if (handoff.consumers().isEmpty()) {
        handoff.provider().ifPresent(open::remove);
      }
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
