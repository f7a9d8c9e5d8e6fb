package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.MergedAs;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/** Holds the commit that the plan says a branch was merged as against the repository. */
final class MergedAsCheck {

  private final References references;
  private final CommitGraph graph;
  private final CommitReader commits;
  private final Ancestry ancestry;
  private final TreeDiff diff;

  /**
   * What came of it.
   *
   * @param commit the commit, when that holds
   */
  record Result(MergedAs told, Optional<CommitNode> commit) {}

  MergedAsCheck(References references, CommitGraph graph, CommitReader commits, TreeDiff diff) {
    this.references = references;
    this.graph = graph;
    this.commits = commits;
    this.diff = diff;
    ancestry = new Ancestry(graph);
  }

  /**
   * Looks for the commit in a target.
   *
   * @param question of the branch of which the plan says it
   * @param into what the target is called
   * @param tip the branch's last commit; empty when it is gone
   */
  Result check(BranchQuestion question, Target target, String into, Optional<CommitNode> tip)
      throws IOException {
    String digits = question.merging().mergedAs().orElseThrow();
    List<ObjectId> found = references.commitsBy(digits);
    if (found.isEmpty()) {
      return no(digits, "there is no such commit in the repository");
    }
    if (found.size() > 1) {
      return no(digits, "the ids of " + found.size() + " commits begin with it");
    }
    CommitNode commit = graph.node(found.get(0));
    if (!isIn(commit, target.tip())) {
      return no(digits, "that commit is not in " + into);
    }
    Optional<String> against = against(commit, target, question, tip);
    if (against.isEmpty() && tip.isPresent()) {
      against = against(commit, target, tip.get());
    }
    return against.isPresent()
        ? no(digits, against.get())
        : new Result(new MergedAs(digits, true, "that commit is in " + into), Optional.of(commit));
  }

  /** What speaks against it, whether the branch is there or not. */
  private Optional<String> against(
      CommitNode commit, Target target, BranchQuestion question, Optional<CommitNode> tip)
      throws IOException {
    Optional<Instant> since = question.merging().since();
    if (since.isPresent() && isBefore(commit, target, since.get())) {
      return Optional.of("that commit was there before the project started");
    }
    if (tip.isPresent() && brought(commit, tip.get())) {
      return Optional.empty(); // By way of another branch, perhaps; but there it is.
    }
    List<String> others = mergedBy(commit, question.merging().others());
    return others.isEmpty() || isNamed(commit, question.name())
        ? Optional.empty()
        : Optional.of("that commit merged '" + others.get(0) + "', another workstream's branch");
  }

  /** Whether a merge brought a branch; one that begins at the merge was not. */
  private boolean brought(CommitNode commit, CommitNode tip) throws IOException {
    CommitNode[] parents = graph.parents(commit);
    return parents.length > 1 && tip != commit && isIn(tip, commit) && !isIn(tip, parents[0]);
  }

  private boolean isBefore(CommitNode commit, Target target, Instant since) throws IOException {
    Optional<CommitNode> landed =
        target.line().contains(commit)
            ? Optional.of(commit)
            : target.line().bringing(commit, ancestry);
    return landed.isPresent() && !target.isSince(landed.get(), since);
  }

  /** Which of some branches a commit merged, by its subject or by their last commits. */
  private List<String> mergedBy(CommitNode commit, Set<String> branches) throws IOException {
    List<CommitNode> merged = Stream.of(graph.parents(commit)).skip(1).toList();
    List<String> found = new ArrayList<>();
    for (String branch : new TreeSet<>(branches)) {
      Optional<References.Branch> there = references.branch(branch);
      if (isNamed(commit, branch)
          || there.isPresent() && merged.contains(graph.node(there.get().commit()))) {
        found.add(branch);
      }
    }
    return found;
  }

  private boolean isNamed(CommitNode commit, String branch) throws IOException {
    String subject = Messages.subject(commits.raw(commit).message());
    return MergeSubject.branches(subject).contains(branch)
        || MergeSubject.word(subject).equals(Optional.of(branch));
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
