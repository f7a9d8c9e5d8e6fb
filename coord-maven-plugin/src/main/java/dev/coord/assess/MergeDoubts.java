package dev.coord.assess;

import dev.coord.assess.Readiness.Condition;
import dev.coord.assess.Readiness.Holds;
import dev.coord.assess.Readiness.Kind;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why it cannot be told of some of what is left whether it can be merged: each reason once, with
 * all that it is a reason for.
 */
public final class MergeDoubts {

  private final Assessment assessment;

  /**
   * A reason.
   *
   * @param about what it holds for, in its order; at least one
   * @param reason why it cannot be told, a clause; empty where conditions say it
   * @param remedy what to do, a sentence in which what is typed stands between backticks; may be
   *     empty
   * @param conditions what of it cannot be told, where the branches themselves can
   */
  public record Doubt(
      List<Readiness> about, String reason, String remedy, List<Condition> conditions) {
    /** Copies the collections. */
    public Doubt {
      about = List.copyOf(about);
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(remedy, "remedy");
      conditions = List.copyOf(conditions);
    }
  }

  private record Cause(boolean lost, String reason, String remedy, List<Condition> conditions) {

    private static Cause of(Observation.Unknown<?> unknown) {
      return new Cause(false, unknown.reason(), unknown.remedy(), List.of());
    }
  }

  private MergeDoubts(Assessment assessment) {
    this.assessment = assessment;
  }

  /**
   * The reasons of those that {@link Holds#UNKNOWN} holds up, in the order of the first of each.
   */
  static List<Doubt> of(Assessment assessment, List<Readiness> all) {
    MergeDoubts doubts = new MergeDoubts(assessment);
    Map<Cause, List<Readiness>> causes = new LinkedHashMap<>();
    all.stream()
        .filter(one -> one.ready() == Holds.UNKNOWN)
        .forEach(
            one -> causes.computeIfAbsent(doubts.cause(one), any -> new ArrayList<>()).add(one));
    return causes.entrySet().stream().map(e -> doubt(e.getKey(), e.getValue())).toList();
  }

  private static Doubt doubt(Cause cause, List<Readiness> about) {
    return cause.lost()
        ? new Doubt(about, LostBranches.clause(about.size()), LostBranches.REMEDY, List.of())
        : new Doubt(about, cause.reason(), cause.remedy(), cause.conditions());
  }

  /** The branch comes first: while it is not known, nothing else of it matters. */
  private Cause cause(Readiness one) {
    Optional<Condition> branch =
        one.blockers().stream().filter(condition -> condition.kind() == Kind.BRANCH).findFirst();
    if (branch.isEmpty()) {
      return new Cause(false, "", "", one.blockers());
    }
    if (one.source().isEmpty()) {
      return new Cause(
          false,
          "the plan names no branch",
          "Name it under `branch`, or drop it from the plan's merges.",
          List.of());
    }
    if (assessment.evidence().git() instanceof Observation.Unknown<GitEvidence> unknown) {
      return Cause.of(unknown);
    }
    GitEvidence git = assessment.evidence().git().optional().orElseThrow();
    if (git.history() instanceof Observation.Unknown<GitHistory> unknown) {
      return Cause.of(unknown);
    }
    if (LostBranches.contains(assessment, one.source().get())) {
      return new Cause(true, "", "", List.of());
    }
    BranchEvidence seen = git.branches().get(one.source().get());
    if (seen != null && seen.merge() instanceof Observation.Unknown<MergeState> unknown) {
      return Cause.of(unknown);
    }
    String named = one.source().get() + ": ";
    String text = branch.get().text();
    return new Cause(
        false, text.startsWith(named) ? text.substring(named.length()) : text, "", List.of());
  }
}
