package dev.coord.evidence.git;

import dev.coord.evidence.MergedAs;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** Holds the commit that the plan says a branch was merged as against the repository. */
final class MergedAsCheck {

  private final References references;
  private final CommitGraph graph;
  private final Ancestry ancestry;
  private final TreeDiff diff;

  /**
   * What came of it.
   *
   * @param commit the commit, when that holds
   */
  record Result(MergedAs told, Optional<CommitNode> commit) {}

  MergedAsCheck(References references, CommitGraph graph, TreeDiff diff) {
    this.references = references;
    this.graph = graph;
    this.diff = diff;
    ancestry = new Ancestry(graph);
  }

  /**
   * Looks for the commit in a target.
   *
   * @param digits what the plan says
   * @param into what the target is called
   * @param tip the branch's last commit; empty when it is gone
   */
  Result check(String digits, Target target, String into, Optional<CommitNode> tip)
      throws IOException {
    List<ObjectId> commits = references.commitsBy(digits);
    if (commits.isEmpty()) {
      return no(digits, "there is no such commit in the repository");
    }
    if (commits.size() > 1) {
      return no(digits, "the ids of " + commits.size() + " commits begin with it");
    }
    CommitNode commit = graph.node(commits.get(0));
    if (!isIn(commit, target.tip())) {
      return no(digits, "that commit is not in " + into);
    }
    Optional<String> against =
        tip.isEmpty() ? Optional.empty() : against(commit, target, tip.get());
    return against.isPresent()
        ? no(digits, against.get())
        : new Result(new MergedAs(digits, true, "that commit is in " + into), Optional.of(commit));
  }

  /** What speaks against it where the branch is there and has commits that the target has not. */
  private Optional<String> against(CommitNode commit, Target target, CommitNode tip)
      throws IOException {
    Ancestry.Comparison branch = ancestry.compare(tip, target.tip());
    int ahead = branch.ahead().size();
    if (ahead == 0) {
      return Optional.empty();
    }
    CommitNode[] parents = graph.parents(commit);
    for (int i = 1; i < parents.length; i++) {
      if (isIn(parents[i], tip)) {
        return Optional.of(
            "that commit merged an earlier state of the branch, and "
                + (ahead == 1 ? "1 commit is" : ahead + " commits are")
                + " not merged");
      }
    }
    if (branch.mergeBase().isPresent() && isIn(commit, branch.mergeBase().get())) {
      return Optional.of("that commit was there before the branch began");
    }
    if (branch.mergeBase().isPresent()
        && parents.length > 0
        && !sharePaths(branch.mergeBase().get(), tip, parents[0], commit)) {
      return Optional.of("that commit changes no path that the branch changes");
    }
    return Optional.empty();
  }

  private boolean sharePaths(CommitNode base, CommitNode tip, CommitNode before, CommitNode after)
      throws IOException {
    Set<String> changed = new HashSet<>();
    for (PathChange change :
        diff.between(Optional.of(base.tree), tip.tree, new Budget(Budget.FILES))) {
      changed.add(change.path());
    }
    return diff.between(Optional.of(before.tree), after.tree, new Budget(Budget.FILES)).stream()
        .anyMatch(change -> changed.contains(change.path()));
  }

  private boolean isIn(CommitNode commit, CommitNode tip) throws IOException {
    return ancestry.compare(commit, tip).ahead().isEmpty();
  }

  private static Result no(String digits, String words) {
    return new Result(new MergedAs(digits, false, words), Optional.empty());
  }
}
