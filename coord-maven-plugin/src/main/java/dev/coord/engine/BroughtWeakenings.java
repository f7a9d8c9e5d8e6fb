package dev.coord.engine;

import dev.coord.assess.Weakenings.Weakening;
import dev.coord.evidence.Commit;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.PlanDiff.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which weakenings a merge brought to the integration branch that nobody was allowed to make:
 * nobody need have judged the branch. Its own commits answer for them, or whoever merged it.
 */
final class BroughtWeakenings {

  /** What a workstream's own branch may do, and others may not. */
  private static final Set<Kind> OF_THE_BRANCH =
      Set.of(Kind.OWNS_NARROWED, Kind.WORKSTREAM_REMOVED);

  private final Commit merge;
  private final List<Commit> commits;
  private final PlanGuard branch;
  private final OwnChanges changes;

  /**
   * What a merge brought.
   *
   * @param commits those that may have changed the plan, newest first
   * @param branch a guard of all that came
   */
  BroughtWeakenings(Commit merge, List<Commit> commits, PlanGuard branch, OwnChanges changes) {
    this.merge = merge;
    this.commits = List.copyOf(commits);
    this.branch = branch;
    this.changes = changes;
  }

  /** Those that neither all who made them nor the one who merged them may make. */
  List<Weakening> forbidden(List<Change> brought, PlanGuard merger) {
    return against(brought, merger)
        .filter(change -> !OF_THE_BRANCH.contains(change.kind()))
        .flatMap(change -> culprit(change).map(commit -> weakening(change, commit)).stream())
        .toList();
  }

  /** Those of which it depends on whose branch it was whether they were allowed. */
  List<Weakening> told(List<Change> brought, PlanGuard merger) {
    return against(brought, merger)
        .filter(change -> OF_THE_BRANCH.contains(change.kind()))
        .map(change -> weakening(change, merge))
        .toList();
  }

  private Stream<Change> against(List<Change> brought, PlanGuard merger) {
    return brought.stream()
        .filter(branch::forbids)
        .filter(change -> merger.allows(change, merge).isEmpty());
  }

  /**
   * The newest commit that makes a change and may not; the merge where none is known to make it.
   */
  private Optional<Commit> culprit(Change change) {
    List<Commit> makers = commits.stream().filter(commit -> changes.makes(commit, change)).toList();
    return makers.isEmpty()
        ? Optional.of(merge)
        : makers.stream().filter(commit -> branch.allows(change, commit).isEmpty()).findFirst();
  }

  private static Weakening weakening(Change change, Commit commit) {
    return new Weakening(
        change.sentence(), change.branch().or(change::base).orElseThrow(), Optional.of(commit), "");
  }
}
