package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.Worktree.Changes;
import dev.coord.evidence.Worktree.Distance;
import dev.coord.evidence.Worktree.Operation;
import dev.coord.evidence.WorktreeDirectories;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who works in another's worktree, and who has not committed what is said to be through. */
final class WorktreeFindings {

  private static final int SHORT_ID = 7;

  private final Plan plan;
  private final List<Worktree> worktrees;
  private final List<WorkstreamState> workstreams;

  WorktreeFindings(Plan plan, WorktreeEvidence evidence, List<WorkstreamState> workstreams) {
    this.plan = plan;
    this.worktrees = evidence.worktrees();
    this.workstreams = List.copyOf(workstreams);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (WorkstreamState state : workstreams) {
      worktrees.stream()
          .filter(worktree -> !isOn(state, worktree))
          .flatMap(worktree -> mismatch(state, worktree).stream())
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
    return branch.isPresent() && branch.equals(worktree.worksOn());
  }

  /**
   * Another branch in the worktree of a workstream, or none of which the commit is not its own. In
   * the main worktree anything may be checked out, as CI does; and who looks at an older commit of
   * the branch, or rebases it, works where the plan says.
   */
  private Optional<Finding> mismatch(WorkstreamState state, Worktree worktree) {
    Workstream workstream = state.workstream();
    boolean theirs =
        !worktree.main()
            && workstream.worktree().isPresent()
            && workstream.branch().isPresent()
            && WorktreeDirectories.same(workstream.worktree().get(), worktree.directory());
    if (!theirs) {
      return Optional.empty();
    }
    String own = workstream.branch().get();
    return worktree.worksOn().isPresent()
        ? Optional.of(other(workstream, worktree, worktree.worksOn().get(), own))
        : worktree
            .position()
            .filter(position -> position.branch().equals(own))
            .flatMap(position -> position.distance().optional())
            .flatMap(distance -> detached(state, worktree, distance, own));
  }

  private Finding other(Workstream workstream, Worktree worktree, String branch, String own) {
    Optional<String> other =
        workstreams.stream()
            .filter(state -> isOn(state, worktree))
            .map(WorkstreamState::id)
            .findFirst();
    Optional<String> moving =
        worktree.branch().isPresent()
            ? Optional.empty()
            : worktree.operations().stream()
                .filter(one -> one.branch().isPresent())
                .map(one -> one.kind().word())
                .findFirst();
    return mismatch(
        workstream,
        worktree,
        moving.map(word -> "is at a " + word + " of ").orElse("is on ")
            + branch
            + other.map(id -> ", the branch of " + id).orElse("")
            + ", and not on "
            + own,
        moving
                .map(word -> "Finish it, or end it with git " + word + " " + end(word))
                .orElse("Commit what was done there")
            + ", run git switch "
            + own
            + " in it"
            + other.map(id -> " and go on with " + id + " in its own").orElse("")
            + ", or correct worktree: in the plan.");
  }

  private static String end(String command) {
    return command.equals(Operation.Kind.BISECT.word()) ? "reset" : "--abort";
  }

  /** A commit that the workstream's branch does not have: what is made on it is on no branch. */
  private Optional<Finding> detached(
      WorkstreamState state, Worktree worktree, Optional<Distance> distance, String own) {
    String head = worktree.head().map(id -> id.substring(0, SHORT_ID)).orElse("");
    if (distance.isEmpty()) {
      return state.observed().isMerged()
          ? Optional.empty()
          : Optional.of(
              mismatch(
                  state.workstream(),
                  worktree,
                  "is on no branch, at " + head + ", and there is no " + own,
                  "Run git switch -c "
                      + own
                      + " in it, or correct branch: or worktree: in the plan."));
    }
    int ahead = distance.get().ahead();
    if (ahead == 0) {
      return Optional.empty();
    }
    return Optional.of(
        mismatch(
            state.workstream(),
            worktree,
            "is on no branch, at "
                + head
                + ", with "
                + ahead
                + (ahead == 1 ? " commit" : " commits")
                + " that "
                + own
                + " does not have",
            "Run git switch "
                + own
                + " in it"
                + (distance.get().behind() == 0 ? ", and git merge --ff-only " : ", and git merge ")
                + head
                + " if that belongs to it; or correct worktree: in the plan."));
  }

  private static Finding mismatch(
      Workstream workstream, Worktree worktree, String what, String remedy) {
    return finding(
        workstream.id(),
        "branch mismatch: the worktree of "
            + workstream.id()
            + " ("
            + worktree.published()
            + ") "
            + what,
        remedy,
        workstream.origin().of("worktree"));
  }

  /**
   * Work that is in no commit, of a workstream that says it is through or is merged. Where this
   * build runs, untracked files may be its own.
   */
  private Optional<Finding> uncommitted(WorkstreamState state, Worktree worktree) {
    boolean merged = state.observed().isMerged();
    boolean through = StatusClaims.isThrough(plan, state.workstream());
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
