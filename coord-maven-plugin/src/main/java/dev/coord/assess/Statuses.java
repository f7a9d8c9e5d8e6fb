package dev.coord.assess;

import dev.coord.assess.OrderClaims.Merge;
import dev.coord.assess.Readiness.Condition;
import dev.coord.assess.Readiness.Holds;
import dev.coord.assess.Readiness.Kind;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.rule.Facts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says more of a workstream than whether it is merged: whether it rests, is ready or given up. */
final class Statuses {

  /** How long a branch may be left alone where the plan does not say, in hours: 14 days. */
  private static final int STALE_AFTER_HOURS = 14 * 24;

  /** How many times as long makes a branch abandoned that the plan gave up. */
  private static final int ABANDONED_AFTER = 4;

  /** What was looked at before anything is called ready, by the base of its branch. */
  private static final Set<Kind> TRIED = EnumSet.of(Kind.BEHIND, Kind.CONFLICT);

  private final Plan plan;
  private final int limit;
  private final ZoneId zone;
  private final Instant judgedAt;

  /**
   * Prepares to say it.
   *
   * @param rulebook says how long a branch may be left alone
   */
  Statuses(Plan plan, Plan rulebook, Instant judgedAt) {
    this.plan = plan;
    this.limit = rulebook.boundaries().branches().staleAfterHours().orElse(STALE_AFTER_HOURS);
    this.zone = rulebook.project().calendar().zone();
    this.judgedAt = judgedAt;
  }

  /**
   * A branch that rests, and what was given up.
   *
   * @param lost whether it may have been merged without a trace
   */
  WorkstreamState rested(WorkstreamState state, boolean lost) {
    boolean dropped =
        StatusWord.of(state.workstream().status(), plan.project().vocabulary())
            .equals(Optional.of(StatusWord.DROPPED));
    boolean gone = state.branch().filter(b -> b.ref().isEmpty()).isPresent();
    if (state.observed() == Status.UNKNOWN && gone && dropped && !lost) {
      return state.as(Status.ABANDONED, "the plan gave it up, and its branch is gone");
    }
    Optional<Facts.Age> age = state.branch().flatMap(BranchEvidence::tip).map(this::age);
    if (state.observed() != Status.ACTIVE || age.isEmpty() || hours(age.get()) <= limit) {
      return state;
    }
    String rests = state.how() + ", none is younger than " + age.get().since();
    return dropped && hours(age.get()) > (long) ABANDONED_AFTER * limit
        ? state.as(Status.ABANDONED, "the plan gave it up, and " + rests)
        : state.as(Status.STALE, rests);
  }

  private Facts.Age age(Commit tip) {
    return BranchFacts.age(tip, judgedAt, zone, "%s");
  }

  private static long hours(Facts.Age age) {
    return age.time().toHours();
  }

  /** Merged into the integration branch before something that the plan puts before it. */
  WorkstreamState ordered(WorkstreamState state, Map<Merge, String> early) {
    Merge merge = new Merge(state.id(), plan.project().integrationBranch());
    return state.observed() == Status.MERGED && early.containsKey(merge)
        ? state.as(Status.MERGED_OUT_OF_ORDER, state.how() + "; " + early.get(merge))
        : state;
  }

  /**
   * Ready when nothing in it is seen that holds up its merge.
   *
   * @param state with the rows of the gates
   */
  static WorkstreamState ready(WorkstreamState state, Obstacles obstacles) {
    boolean unmerged = state.observed() == Status.ACTIVE || state.observed() == Status.STALE;
    return unmerged && obstacles.of(state).isEmpty() ? state.as(Status.READY, state.how()) : state;
  }

  /**
   * What is ready, with what is to be said of its merge: others may be before it, and what it goes
   * into may be frozen.
   */
  static WorkstreamState ready(WorkstreamState state, NextMerges merges) {
    if (state.observed() != Status.READY) {
      return state;
    }
    List<Condition> blockers =
        merges.of(state).stream()
            .flatMap(one -> one.blockers().stream())
            .filter(one -> one.holds() == Holds.NO || !TRIED.contains(one.kind()))
            .toList();
    int others = blockers.size() - 1;
    String more = others > 0 ? " (and " + others + " more reason" + (others == 1 ? ")" : "s)") : "";
    return blockers.stream()
        .filter(one -> one.holds() == Holds.NO)
        .findFirst()
        .map(one -> ", and only its merge waits: " + one.text() + more)
        .or(
            () ->
                blockers.stream()
                    .findFirst()
                    .map(
                        one ->
                            ", and whether its merge has to wait cannot be told: "
                                + one.text()
                                + more))
        .or(() -> Optional.of(", and nothing is seen that holds it up"))
        .map(words -> state.as(Status.READY, state.how() + words))
        .orElseThrow();
  }

  /**
   * The claims in the words of what was seen at last: gates are judged after claims, and what they
   * leave alone may be ready.
   */
  static List<ClaimCheck> reworded(
      List<ClaimCheck> claims, List<WorkstreamState> before, List<WorkstreamState> now) {
    Map<String, WorkstreamState> ready = new HashMap<>();
    Map<String, String> said = new HashMap<>();
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).observed() == Status.READY) {
        ready.put(now.get(i).id(), now.get(i));
        said.put(now.get(i).id(), words(before.get(i)));
      }
    }
    return claims.stream()
        .map(
            claim ->
                claim.observed().equals(said.get(claim.subject()))
                    ? claim.seen(words(ready.get(claim.subject())))
                    : claim)
        .toList();
  }

  private static String words(WorkstreamState state) {
    return state.observed().words() + ", " + state.how();
  }
}
