package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.MergedAs;
import dev.coord.path.PathPatterns;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/** Holds the commit that the plan says a branch was merged as against the repository. */
final class MergedAsCheck {

  private final References references;
  private final Owners ours;
  private final CommitGraph graph;
  private final CommitReader commits;
  private final Ancestry ancestry;
  private final TreeDiff diff;

  /**
   * What came of it.
   *
   * @param commit the commit, when that holds
   * @param shared whether others are said to have been merged as that commit, too: what of its
   *     change is whose, nothing tells
   */
  record Result(MergedAs told, Optional<CommitNode> commit, boolean shared) {}

  /** What git itself tells of the merge of a branch that the plan names, whatever is claimed. */
  interface Evident {

    /** Empty where that cannot be told. */
    Optional<MergeFinder.Finding> of(String branch) throws IOException;
  }

  MergedAsCheck(
      References references, CommitGraph graph, CommitReader commits, TreeDiff diff, Owners ours) {
    this.references = references;
    this.ours = ours;
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
  Result check(
      BranchQuestion question,
      Target target,
      String into,
      Optional<CommitNode> tip,
      Evident evident)
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
    Optional<String> against = against(commit, target, question, tip, evident);
    if (against.isEmpty() && tip.isPresent()) {
      against = against(commit, target, tip.get());
    }
    return against.isPresent()
        ? no(digits, against.get())
        : new Result(
            new MergedAs(digits, true, "that commit is in " + into),
            Optional.of(commit),
            graph.parents(commit).length < 2
                && tip.isEmpty()
                && claimant(commit, question).isPresent());
  }

  /** What speaks against it, whether the branch is there or not. */
  private Optional<String> against(
      CommitNode commit,
      Target target,
      BranchQuestion question,
      Optional<CommitNode> tip,
      Evident evident)
      throws IOException {
    Optional<Instant> since = question.merging().since();
    if (since.isPresent() && isBefore(commit, target, since.get())) {
      return Optional.of("that commit was there before the project started");
    }
    if (tip.isPresent()
        && (brought(commit, tip.get()) || made(commit, evident.of(question.name())))) {
      return Optional.empty(); // By way of another branch, perhaps; but there it is.
    }
    boolean named = isNamed(commit, question.name());
    if (named && graph.parents(commit).length > 1) {
      return Optional.empty();
    }
    List<String> others = mergedBy(commit, question.merging().others());
    if (!others.isEmpty() && !named) {
      return Optional.of("that commit merged '" + others.get(0) + "', another workstream's branch");
    }
    return againstChange(commit, target, question, named, tip, evident);
  }

  /** Another workstream that is said to have been merged as a commit, too. */
  private static Optional<String> claimant(CommitNode commit, BranchQuestion question) {
    return question.merging().otherClaims().entrySet().stream()
        .filter(claim -> commit.name().startsWith(claim.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * What speaks against a commit that is no merge of the branch: its change, and others.
   *
   * @param named whether its subject says that it brought the branch all the same, as that of a
   *     squash may
   */
  private Optional<String> againstChange(
      CommitNode commit,
      Target target,
      BranchQuestion question,
      boolean named,
      Optional<CommitNode> tip,
      Evident evident)
      throws IOException {
    Set<String> owned = owned(commit, question.merging().owns());
    for (String branch : new TreeSet<>(question.merging().others())) {
      if (made(commit, evident.of(branch)) && changedBy(branch, target).containsAll(owned)) {
        return Optional.of(
            "that commit has the change of '" + branch + "', another workstream's branch");
      }
    }
    Optional<String> claimant = claimant(commit, question);
    boolean told = named && tip.isEmpty() && !owned.isEmpty();
    if (claimant.isPresent() && !told) {
      return Optional.of(
          "workstream '"
              + claimant.get()
              + "' is said to have been merged as that commit, too, and nothing tells which was");
    }
    return tip.isEmpty() && !question.merging().owns().isEmpty() && owned.isEmpty()
        ? Optional.of("that commit changes no path that the workstream owns")
        : Optional.empty();
  }

  /** Whether a commit is a branch's change made again: its squash, or one of its commits. */
  private static boolean made(CommitNode commit, Optional<MergeFinder.Finding> found) {
    return found
        .filter(MergeFinder.Finding::came)
        .filter(one -> one.squash().equals(Optional.of(commit)) || one.picks().contains(commit))
        .isPresent();
  }

  /** The paths that a commit changed and that somebody owns. */
  private Set<String> owned(CommitNode commit, PathPatterns owns) throws IOException {
    CommitNode[] parents = graph.parents(commit);
    Optional<ObjectId> before =
        parents.length == 0 ? Optional.empty() : Optional.of(parents[0].tree);
    return paths(before, commit).stream().filter(owns::matches).collect(Collectors.toSet());
  }

  /** What a branch that is there changes against a target. */
  private Set<String> changedBy(String branch, Target target) throws IOException {
    Optional<References.Branch> there = references.branch(branch);
    if (there.isEmpty()) {
      return Set.of();
    }
    CommitNode tip = graph.node(there.get().commit());
    Optional<CommitNode> base = ancestry.compare(tip, target.tip()).mergeBase();
    return base.isEmpty() ? Set.of() : paths(Optional.of(base.get().tree), tip);
  }

  private Set<String> paths(Optional<ObjectId> before, CommitNode after) throws IOException {
    Set<String> paths = new HashSet<>();
    for (PathChange change : diff.between(before, after.tree, new Budget(Budget.FILES))) {
      paths.add(change.path());
    }
    return paths;
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
    return landed.isPresent() && !target.isSince(landed.get(), Optional.of(since));
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
    return MergeSubject.branches(subject, ours).contains(branch)
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
    Set<String> changed = paths(Optional.of(base.tree), tip);
    return paths(Optional.of(before.tree), after).stream().anyMatch(changed::contains);
  }

  private boolean isIn(CommitNode commit, CommitNode tip) throws IOException {
    return ancestry.compare(commit, tip).ahead().isEmpty();
  }

  private static Result no(String digits, String words) {
    return new Result(new MergedAs(digits, false, words), Optional.empty(), false);
  }
}
