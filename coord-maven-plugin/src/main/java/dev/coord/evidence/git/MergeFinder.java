package dev.coord.evidence.git;

import dev.coord.evidence.MergeState;
import dev.coord.evidence.Proof.Strength;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether a branch is in another one, and which merge brought it. */
final class MergeFinder {

  /** How far back the commits of a fast-forwarded branch are followed. */
  private static final int FAST_FORWARD_LIMIT = 1_000;

  private final CommitGraph graph;
  private final Ancestry ancestry;
  private final CommitReader commits;
  private final TreeDiff diff;
  private final SquashFinder squashes;

  /**
   * What was found.
   *
   * @param merge the commit that brought the branch
   * @param brought the merged commits, where a merge brought them
   */
  record Finding(
      MergeState.Kind kind,
      Strength strength,
      String how,
      Optional<CommitNode> merge,
      Optional<Range> brought) {

    private static Finding of(MergeState.Kind kind, Strength strength, String how) {
      return new Finding(kind, strength, how, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The commits that {@code tip} has and {@code base} has not.
   *
   * @param base the target before the merge
   * @param tip the branch when it was merged
   */
  record Range(CommitNode base, CommitNode tip) {}

  /**
   * A branch that is looked for.
   *
   * @param name its name
   * @param tip its last commit
   * @param authors lower-case addresses of its people
   * @param target whether it is the target itself
   */
  record Wanted(String name, CommitNode tip, Set<String> authors, boolean target) {}

  MergeFinder(CommitGraph graph, CommitReader commits, Trees trees, Contents contents) {
    this.graph = graph;
    this.commits = commits;
    ancestry = new Ancestry(graph);
    diff = new TreeDiff(trees);
    squashes = new SquashFinder(trees, contents);
  }

  /** Finds the merge of a branch whose ref is gone, by the subjects of the target's merges. */
  Optional<Finding> gone(String branch, Target target) throws IOException {
    return target.mergeOf(branch).map(merge -> named(merge, "a merge commit names it"));
  }

  private static Finding named(Target.NamedMerge found, String how) {
    CommitNode before = found.merge().parents[0];
    return new Finding(
        MergeState.Kind.MERGED,
        Strength.ATTESTED,
        how,
        Optional.of(found.merge()),
        Optional.of(new Range(before, found.tip())));
  }

  /** Finds the state of a branch that is there. */
  Finding find(Wanted branch, Target target, Ancestry.Comparison comparison) throws IOException {
    if (comparison.ahead().isEmpty()) {
      return target.line().contains(branch.tip())
          ? onTheLine(branch, target)
          : merged(branch, target);
    }
    int ahead = comparison.ahead().size();
    Optional<CommitNode> mergeBase = comparison.mergeBase();
    Optional<CommitNode> squash =
        mergeBase.isEmpty() ? mergeBase : squash(branch, target, mergeBase.get());
    if (squash.isPresent()) {
      return new Finding(
          MergeState.Kind.MERGED,
          Strength.OBSERVED,
          "one commit has the whole change",
          squash,
          Optional.empty());
    }
    return Finding.of(
        MergeState.Kind.UNMERGED,
        Strength.OBSERVED,
        ahead == 1 ? "1 commit is not merged" : ahead + " commits are not merged");
  }

  private Finding merged(Wanted branch, Target target) throws IOException {
    CommitNode merge = target.line().bringing(branch.tip(), ancestry).orElseThrow();
    return new Finding(
        MergeState.Kind.MERGED,
        Strength.OBSERVED,
        "its last commit was merged",
        Optional.of(merge),
        Optional.of(new Range(graph.parents(merge)[0], branch.tip())));
  }

  /** Fast-forwarded, deleted after its merge and begun anew, or never started: these look alike. */
  private Finding onTheLine(Wanted branch, Target target) throws IOException {
    if (branch.target()) {
      return Finding.of(MergeState.Kind.NOT_STARTED, Strength.OBSERVED, "it is the base itself");
    }
    Optional<Target.NamedMerge> merge = target.mergeOf(branch.name());
    if (merge.isPresent()) {
      return named(merge.get(), "a merge commit names it and it has no commit since");
    }
    // Who merged something into the target may well be one of its people.
    boolean own =
        branch.tip() != target.tip()
            && graph.parents(branch.tip()).length == 1
            && isBy(branch.authors(), branch.tip(), mailmap(target));
    if (!own) {
      return Finding.of(
          MergeState.Kind.NOT_STARTED, Strength.OBSERVED, "it has no commit of its own");
    }
    return new Finding(
        MergeState.Kind.MERGED,
        Strength.ATTESTED,
        "fast-forward: its last commit is there and by one of its people",
        Optional.empty(),
        fastForwarded(branch, target));
  }

  /** The commits of the branch's people up to its tip, when somebody else's come before them. */
  private Optional<Range> fastForwarded(Wanted branch, Target target) throws IOException {
    Mailmap mailmap = mailmap(target);
    CommitNode first = branch.tip();
    for (int i = 0; i < FAST_FORWARD_LIMIT && graph.parents(first).length == 1; i++) {
      CommitNode parent = graph.parents(first)[0];
      if (!isBy(branch.authors(), parent, mailmap)) {
        return Optional.of(new Range(parent, branch.tip()));
      }
      first = parent;
    }
    return graph.parents(first).length > 1
        ? Optional.of(new Range(first, branch.tip()))
        : Optional.empty();
  }

  private boolean isBy(Set<String> authors, CommitNode commit, Mailmap mailmap) throws IOException {
    return !authors.isEmpty() && authors.contains(commits.plain(commit, mailmap).email());
  }

  private Mailmap mailmap(Target target) throws IOException {
    return commits.mailmap(target.tip().tree);
  }

  private Optional<CommitNode> squash(Wanted branch, Target target, CommitNode mergeBase)
      throws IOException {
    Budget budget = new Budget(Budget.FILES);
    List<PathChange> changes = diff.between(Optional.of(mergeBase.tree), branch.tip().tree, budget);
    return squashes.find(target.changes(), mergeBase, changes);
  }
}
