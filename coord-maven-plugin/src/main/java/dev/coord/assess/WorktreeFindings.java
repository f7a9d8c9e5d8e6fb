package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.Worktree.Changes;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who works in another's worktree, and who has not committed what is said to be through. */
final class WorktreeFindings {

  private final Plan plan;
  private final List<Worktree> worktrees;

  WorktreeFindings(Plan plan, WorktreeEvidence evidence) {
    this.plan = plan;
    this.worktrees = evidence.worktrees();
  }

  List<Finding> of(List<WorkstreamState> workstreams) {
    List<Finding> findings = new ArrayList<>();
    for (WorkstreamState state : workstreams) {
      worktrees.stream()
          .filter(worktree -> !isOn(state, worktree))
          .flatMap(worktree -> mismatch(state.workstream(), worktree, workstreams).stream())
          .forEach(findings::add);
      worktrees.stream()
          .filter(worktree -> isOn(state, worktree))
          .flatMap(worktree -> uncommitted(state, worktree).stream())
          .forEach(findings::add);
    }
    return findings;
  }

  /** The branch that git was asked about: for the judged workstream, that which is judged. */
  private static boolean isOn(WorkstreamState state, Worktree worktree) {
    Optional<String> branch =
        state.branch().map(seen -> seen.name()).or(() -> state.workstream().branch());
    return branch.isPresent() && branch.equals(worktree.branch());
  }

  /**
   * Another branch in the worktree of a workstream. In the main worktree anything may be checked
   * out, as CI does; so may a commit without a branch anywhere, as a rebase does.
   */
  private Optional<Finding> mismatch(
      Workstream workstream, Worktree worktree, List<WorkstreamState> workstreams) {
    boolean theirs =
        !worktree.main()
            && workstream.worktree().isPresent()
            && workstream.branch().isPresent()
            && Worktrees.same(workstream.worktree().get(), worktree.directory());
    if (!theirs || worktree.branch().isEmpty()) {
      return Optional.empty();
    }
    String branch = worktree.branch().get();
    String own = workstream.branch().get();
    Optional<String> other =
        workstreams.stream()
            .filter(state -> isOn(state, worktree))
            .map(WorkstreamState::id)
            .findFirst();
    String where = worktree.published();
    return Optional.of(
        finding(
            workstream.id(),
            "branch mismatch: the worktree of "
                + workstream.id()
                + " ("
                + where
                + ") is on "
                + branch
                + other.map(id -> ", the branch of " + id).orElse("")
                + ", and not on "
                + own,
            "Commit what was done there, run git switch "
                + own
                + " in it"
                + (other.isPresent() ? " and go on with " + other.get() + " in its own" : "")
                + ", or correct worktree: in the plan.",
            workstream.origin().of("worktree")));
  }

  /**
   * Work that is in no commit, of a workstream that says it is through or is merged. Where this
   * build runs, untracked files may be its own.
   */
  private Optional<Finding> uncommitted(WorkstreamState state, Worktree worktree) {
    boolean merged = state.observed().isMerged();
    boolean through = ClaimChecker.isThrough(plan, state.workstream());
    Optional<Changes> changes = worktree.changes().optional();
    if (!merged && !through || changes.isEmpty()) {
      return Optional.empty();
    }
    int changed = changes.get().changed();
    int untracked = worktree.current() ? 0 : changes.get().untracked();
    if (changed + untracked == 0) {
      return Optional.empty();
    }
    String said = merged ? "is merged" : "is said to be " + state.workstream().status();
    return Optional.of(
        finding(
            state.id(),
            state.id()
                + " "
                + said
                + ", and its worktree ("
                + worktree.published()
                + ") has "
                + files(changed, untracked)
                + " that no commit has",
            "Commit what belongs to it, and remove the rest.",
            state.workstream().origin().of("status")));
  }

  /** Both numbers in words, what is none left out. */
  private static String files(int changed, int untracked) {
    String files = changed + untracked == 1 ? " file" : " files";
    if (untracked == 0) {
      return changed + " changed" + files;
    }
    return (changed == 0 ? "" : changed + " changed and ") + untracked + " untracked" + files;
  }

  private static Finding finding(String subject, String text, String remedy, Location place) {
    return new Finding(
        Finding.Kind.WORKTREE, Severity.WARN, subject, text, remedy, Optional.of(place), List.of());
  }
}
