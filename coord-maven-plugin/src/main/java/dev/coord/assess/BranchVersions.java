package dev.coord.assess;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchVersion;
import dev.coord.evidence.Commit;
import dev.coord.plan.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Branches that are not the same here and at their remote. */
final class BranchVersions {

  private static final int ABBREVIATED = 7;
  private static final String LOCAL = "refs/heads/";
  private static final String REMOTE = "refs/remotes/";

  private BranchVersions() {}

  /** What somebody should know of it: commits that are merely not pushed are nobody's concern. */
  static List<Finding> findings(List<WorkstreamState> workstreams) {
    List<Finding> findings = new ArrayList<>();
    for (WorkstreamState state : workstreams) {
      Optional<BranchEvidence> branch = state.branch();
      branch
          .flatMap(BranchEvidence::other)
          .filter(other -> other.ahead() > 0 || other.ref().startsWith(LOCAL))
          .ifPresent(other -> findings.add(finding(state, branch.get(), other)));
    }
    return findings;
  }

  private static Finding finding(
      WorkstreamState state, BranchEvidence branch, BranchVersion other) {
    String counted = shown(branch.ref().orElseThrow());
    String text =
        "the branch of "
            + state.id()
            + " is not the same everywhere: "
            + counted
            + branch.tip().map(Commit::abbreviated).map(id -> " (" + id + ")").orElse("")
            + " counts, and "
            + shown(other.ref())
            + " ("
            + other.commit().substring(0, ABBREVIATED)
            + ") "
            + difference(other);
    return new Finding(
        Finding.Kind.BRANCH,
        other.ahead() > 0 ? Severity.WARN : Severity.INFO,
        state.id(),
        text,
        remedy(branch, other),
        Optional.of(state.workstream().origin().of("branch")),
        List.of());
  }

  private static String difference(BranchVersion other) {
    String more = other.ahead() + (other.ahead() == 1 ? " commit" : " commits");
    String less = other.behind() + (other.behind() == 1 ? " commit" : " commits");
    if (other.diverged()) {
      return "has " + more + " that it lacks, and lacks " + less + " of it";
    }
    return other.ahead() > 0 ? "has " + more + " that it lacks" : "lacks " + less + " of it";
  }

  private static String remedy(BranchEvidence branch, BranchVersion other) {
    String name = branch.name();
    if (other.diverged()) {
      return "Run git fetch, and git pull --rebase on "
          + name
          + " to have both, or git branch -f to take one of them.";
    }
    if (other.ahead() > 0) {
      return "Run git pull on " + name + ".";
    }
    return branch.worktree().isPresent()
        ? "Run git pull in the worktree of " + name + "."
        : "Run git branch -f " + name + " " + shown(branch.ref().orElseThrow()) + ".";
  }

  private static String shown(String ref) {
    if (ref.startsWith(LOCAL)) {
      return "the local " + ref.substring(LOCAL.length());
    }
    return ref.startsWith(REMOTE) ? ref.substring(REMOTE.length()) : ref;
  }
}
