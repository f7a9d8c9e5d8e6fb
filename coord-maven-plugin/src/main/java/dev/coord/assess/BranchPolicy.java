package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.NamePattern;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.rule.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Holds the branches of workstreams that are not merged against the plan's branch policy. */
public final class BranchPolicy {

  /**
   * What a branch does not keep.
   *
   * @param key the key of the policy: {@code naming}, {@code behind_at_most} or {@code stale_after}
   * @param words what is so, following the branch's name
   * @param remedy what to do, a sentence with its full stop
   */
  public record Breach(String key, String words, String remedy) {
    /** Checks that all parts are there. */
    public Breach {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /** The key that says how far a branch may be behind. */
  static final String BEHIND = "behind_at_most";

  private final Plan rulebook;
  private final Branches policy;
  private final Instant judgedAt;

  /** The policy of the plan that judges, at a time. */
  public BranchPolicy(Plan rulebook, Instant judgedAt) {
    this.rulebook = rulebook;
    this.policy = rulebook.boundaries().branches();
    this.judgedAt = judgedAt;
  }

  /** What the branch of a workstream does not keep; nothing of one that is merged. */
  public List<Breach> breaches(WorkstreamState state) {
    List<Breach> breaches = new ArrayList<>();
    Optional<String> branch = state.workstream().branch();
    if (branch.isEmpty() || state.observed().isMerged()) {
      return breaches;
    }
    policy
        .naming()
        .filter(pattern -> !new NamePattern(pattern).matches(branch.get()))
        .map(
            pattern ->
                new Breach(
                    "naming",
                    "is not named " + pattern,
                    "Rename the branch, and correct branch: in the plan."))
        .ifPresent(breaches::add);
    state
        .branch()
        .flatMap(seen -> seen.delta().optional())
        .filter(delta -> delta.basis() == BranchDelta.Basis.LIVE)
        .flatMap(this::behind)
        .ifPresent(breaches::add);
    if (state.observed().isUnderWay()) {
      state.branch().flatMap(BranchEvidence::tip).flatMap(this::stale).ifPresent(breaches::add);
    }
    return breaches;
  }

  private Optional<Breach> behind(BranchDelta delta) {
    if (policy.behindAtMost().isEmpty() || delta.behind() <= policy.behindAtMost().getAsInt()) {
      return Optional.empty();
    }
    return Optional.of(
        new Breach(
            BEHIND,
            "is "
                + delta.behind()
                + (delta.behind() == 1 ? " commit" : " commits")
                + " behind "
                + delta.baseName()
                + ", more than "
                + policy.behindAtMost().getAsInt(),
            "Merge " + delta.baseName() + " into it, or rebase it."));
  }

  private Optional<Breach> stale(Commit tip) {
    Facts.Age age =
        BranchFacts.age(tip, judgedAt, rulebook.project().calendar().zone(), "since %s");
    if (policy.staleAfterHours().isEmpty()
        || age.time().toHours() <= policy.staleAfterHours().getAsInt()) {
      return Optional.empty();
    }
    int hours = policy.staleAfterHours().getAsInt();
    return Optional.of(
        new Breach(
            "stale_after",
            "has no commit " + age.since() + ", for more than " + words(hours),
            "Commit what there is, merge it, or give it up."));
  }

  /** A finding for each breach of the judged workstream, or of all where no branch is judged. */
  List<Finding> findings(List<WorkstreamState> states, Judged judged) {
    List<Finding> findings = new ArrayList<>();
    for (WorkstreamState state : states) {
      if (!judged.isBranch() || state.judged()) {
        breaches(state).forEach(breach -> findings.add(finding(state, breach)));
      }
    }
    return findings;
  }

  private Finding finding(WorkstreamState state, Breach breach) {
    return new Finding(
        Finding.Kind.BOUNDARY,
        Severity.WARN,
        state.id(),
        "the branch " + state.workstream().branch().orElseThrow() + " " + breach.words(),
        breach.remedy(),
        Optional.of(policy.origin().of(breach.key())),
        state.branch().flatMap(BranchEvidence::tip).stream()
            .map(commit -> Proof.commit(commit.subject(), commit.id()))
            .toList());
  }

  /** A time as the plan writes it: in days where it is whole days. */
  private static String words(int hours) {
    return hours % 24 == 0 ? hours / 24 + " d" : hours + " h";
  }
}
