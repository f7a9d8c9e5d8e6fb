package dev.coord.engine;

import dev.coord.assess.Finding;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pull request's branch that is not the repository's own of that name: whoever may not push there
 * becomes nobody by what a branch is called.
 *
 * @param branch what it is called where it lies
 * @param owner whose it is, as far as is known
 * @param reason how that is known, a clause
 */
record ForeignBranch(String branch, String owner, String reason) {

  private static final String ORIGIN = "refs/remotes/origin/";

  ForeignBranch {
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * Tells whether a pull request's branch is one: the service says where it lies, else origin's
   * branch of that name has to have its commit. Where neither tells, the name is believed.
   *
   * @param tip committish of the pull request's last commit
   */
  static Optional<ForeignBranch> of(
      String branch, Optional<String> tip, CiEnvironment ci, Optional<GitRepository> git) {
    SourceRepository source = ci.sourceRepository();
    return switch (source.kind()) {
      case OWN -> Optional.empty();
      case FORK ->
          Optional.of(
              new ForeignBranch(branch, source.owner(), "the pull request comes from a fork"));
      case UNSAID ->
          git.filter(g -> !hasIt(g, branch, tip))
              .map(
                  g ->
                      new ForeignBranch(
                          branch,
                          "not-origin",
                          "origin's branch of that name does not have the pull request's commit"));
    };
  }

  private static boolean hasIt(GitRepository git, String branch, Optional<String> tip) {
    Optional<String> origins = git.resolve(ORIGIN + branch);
    Optional<String> commit = tip.flatMap(git::resolve);
    return origins.isEmpty()
        || commit.isEmpty()
        || git.mergeBase(commit.get(), origins.get()).optional().flatMap(b -> b).equals(commit);
  }

  /** Its name in reports, which no branch of git's can bear: {@code owner:branch}. */
  String name() {
    return owner + ":" + branch;
  }

  /** Says so, where a plan calls a workstream's branch so. */
  List<Finding> findings(Plan... plans) {
    return Stream.of(plans)
        .flatMap(plan -> plan.workstreamOfBranch(branch).stream())
        .map(Workstream::id)
        .findFirst()
        .map(this::finding)
        .stream()
        .toList();
  }

  private Finding finding(String workstream) {
    return new Finding(
        Finding.Kind.SETTING,
        Severity.WARN,
        workstream,
        "this is not the branch " + branch + " of " + workstream + ": " + reason,
        "Push it to the repository itself, or let the workflow say whose it is:"
            + " -Dcoord.workstream="
            + workstream
            + ".",
        Optional.empty(),
        List.of());
  }
}
