package dev.coord.engine;

import dev.coord.assess.Weakenings.Weakening;
import dev.coord.evidence.Commit;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Baseline;
import dev.coord.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what commits that came to the integration branch weaken in files beside the plan: who is
 * who, whose keys are whose, and what is known. A merge answers for what it brought.
 */
final class FilesBesidePlan {

  private final GitRepository git;
  private final Plan law;
  private final Plan own;
  private final String before;
  private final OwnChanges changes;

  /**
   * The files of a push.
   *
   * @param law the plan before it
   * @param own the checked-out plan
   * @param before the commit that the branch was at
   * @param changes tells what its merges brought
   */
  FilesBesidePlan(GitRepository git, Plan law, Plan own, String before, OwnChanges changes) {
    this.git = Objects.requireNonNull(git, "git");
    this.law = Objects.requireNonNull(law, "law");
    this.own = Objects.requireNonNull(own, "own");
    this.before = Objects.requireNonNull(before, "before");
    this.changes = Objects.requireNonNull(changes, "changes");
  }

  /**
   * All that a commit of the branch's first-parent line weakens there, and nobody took back since.
   *
   * @param guard that of this commit alone
   */
  List<Weakening> weakenings(Commit commit, PlanGuard guard) {
    List<Weakening> all = new ArrayList<>();
    keys(commit, guard).ifPresent(all::add);
    people(commit, guard).ifPresent(all::add);
    all.addAll(baseline(commit, guard));
    return all;
  }

  /** Whether a commit changed whose keys are whose, and that is still so. */
  private Optional<Weakening> keys(Commit commit, PlanGuard guard) {
    return law.boundaries()
        .allowedSigners()
        .filter(file -> !git.entry(before, file).equals(git.entry(git.head().id(), file)))
        .flatMap(
            file ->
                culprit(commit, file, guard::steward)
                    .map(one -> SignersGuard.file(file).weakening(Optional.of(one), "")));
  }

  /** Whether a commit changed who is who, and somebody is still taken for a person of the plan. */
  private Optional<Weakening> people(Commit commit, PlanGuard guard) {
    if (!changes.touches(commit, MailmapGuard.PATH)) {
      return Optional.empty();
    }
    List<String> gains = new MailmapGuard(law, git).gains(before, git.head().id());
    return gains.isEmpty()
        ? Optional.empty()
        : culprit(commit, MailmapGuard.PATH, MailmapGuard.allows(gains, guard))
            .map(one -> MailmapGuard.file(gains).weakening(Optional.of(one), ""));
  }

  /**
   * What a commit took into the baseline, where that still has more than before the push. The first
   * one of a plan without stewards is how a team begins, and by nobody's leave.
   */
  private List<Weakening> baseline(Commit commit, PlanGuard guard) {
    Optional<Commit> culprit = culprit(commit, Baseline.path(own), guard::steward);
    Optional<Baseline> was = culprit.flatMap(any -> Baselines.at(git, law, before));
    if (culprit.isEmpty() || (was.isEmpty() && law.boundaries().guard().by().isEmpty())) {
      return List.of();
    }
    Optional<Baseline> left =
        changes.left(commit).flatMap(parent -> Baselines.at(git, own, parent));
    return grown(was, left, git.head().id()).isEmpty()
        ? List.of()
        : grown(was, left, commit.id()).stream()
            .map(growth -> growth.weakening(culprit, ""))
            .toList();
  }

  private List<BaselineGuard.Growth> grown(
      Optional<Baseline> was, Optional<Baseline> left, String commit) {
    Baselines both = new Baselines(was, Baselines.at(git, own, commit), List.of());
    return new BaselineGuard(both, left).growths();
  }

  /**
   * The newest commit that changed a file and may not: of a merge, one that it brought, unless who
   * merged may do it. Where none of these is known to have changed it, the merge did.
   *
   * @param allows the person whom a commit is of and who may
   */
  private Optional<Commit> culprit(
      Commit commit, String file, Function<Commit, Optional<String>> allows) {
    if (!changes.touches(commit, file) || allows.apply(commit).isPresent()) {
      return Optional.empty();
    }
    List<Commit> makers =
        commit.paths().contains(file)
            ? List.of(commit)
            : changes.brought(commit, PushGuard.MOST).optional().orElse(List.of()).stream()
                .filter(one -> one.paths().contains(file))
                .toList();
    return makers.isEmpty()
        ? Optional.of(commit)
        : makers.stream().filter(one -> allows.apply(one).isEmpty()).findFirst();
  }
}
