package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchVersion;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.TargetBranch;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Branches that something is to be merged into and that have commits elsewhere which nothing was
   * held against. One that is merely older here is brought up to date where it is merged into.
   */
  static List<Finding> targets(Plan plan, Evidence evidence) {
    Map<String, TargetBranch> targets =
        evidence.git().optional().map(GitEvidence::targets).orElse(Map.of());
    List<Finding> findings = new ArrayList<>();
    places(plan)
        .forEach(
            (name, place) -> {
              Optional<TargetBranch> target = Optional.ofNullable(targets.get(name));
              target
                  .flatMap(TargetBranch::other)
                  .filter(other -> other.ahead() > 0)
                  .map(other -> finding(target.get(), other, place))
                  .ifPresent(findings::add);
            });
    return findings;
  }

  /** Where the plan names what things go into; the branches of workstreams are told with them. */
  private static Map<String, Location> places(Plan plan) {
    Map<String, Location> places = new LinkedHashMap<>();
    places.put(
        plan.project().integrationBranch(), plan.project().origin().of("integration_branch"));
    for (Entry entry : plan.merges().queue()) {
      entry.target().ifPresent(name -> places.putIfAbsent(name, entry.origin().of("target")));
    }
    for (Wave wave : plan.merges().waves()) {
      wave.into().ifPresent(name -> places.putIfAbsent(name, wave.origin().of("into")));
    }
    places.keySet().removeIf(name -> plan.workstreamOfBranch(name).isPresent());
    return places;
  }

  private static Finding finding(TargetBranch target, BranchVersion other, Location place) {
    return new Finding(
        Finding.Kind.BRANCH,
        Severity.WARN,
        target.name(),
        target.name()
            + ", which things are merged into, is not the same everywhere: "
            + versions(target.ref(), Optional.of(target.commit()), other),
        remedy(target.name(), target.ref(), false, other),
        Optional.of(place),
        List.of());
  }

  private static Finding finding(
      WorkstreamState state, BranchEvidence branch, BranchVersion other) {
    String counted = branch.ref().orElseThrow();
    return new Finding(
        Finding.Kind.BRANCH,
        other.ahead() > 0 ? Severity.WARN : Severity.INFO,
        state.id(),
        "the branch of "
            + state.id()
            + " is not the same everywhere: "
            + versions(counted, branch.tip().map(Commit::id), other),
        remedy(branch.name(), counted, branch.worktree().isPresent(), other),
        Optional.of(state.workstream().origin().of("branch")),
        List.of());
  }

  private static String versions(String counted, Optional<String> tip, BranchVersion other) {
    return shown(counted)
        + tip.map(id -> " (" + id.substring(0, ABBREVIATED) + ")").orElse("")
        + " counts, and "
        + shown(other.ref())
        + " ("
        + other.commit().substring(0, ABBREVIATED)
        + ") "
        + difference(other);
  }

  private static String difference(BranchVersion other) {
    String more = other.ahead() + (other.ahead() == 1 ? " commit" : " commits");
    String less = other.behind() + (other.behind() == 1 ? " commit" : " commits");
    if (other.diverged()) {
      return "has " + more + " that it lacks, and lacks " + less + " of it";
    }
    return other.ahead() > 0 ? "has " + more + " that it lacks" : "lacks " + less + " of it";
  }

  private static String remedy(
      String name, String counted, boolean checkedOut, BranchVersion other) {
    if (other.diverged()) {
      return "Run git fetch, and git pull --rebase on "
          + name
          + " to have both, or git branch -f to take one of them.";
    }
    if (other.ahead() > 0) {
      return "Run git pull on " + name + ".";
    }
    return checkedOut
        ? "Run git pull in the worktree of " + name + "."
        : "Run git branch -f " + name + " " + shown(counted) + ".";
  }

  private static String shown(String ref) {
    if (ref.startsWith(LOCAL)) {
      return "the local " + ref.substring(LOCAL.length());
    }
    return ref.startsWith(REMOTE) ? ref.substring(REMOTE.length()) : ref;
  }
}
