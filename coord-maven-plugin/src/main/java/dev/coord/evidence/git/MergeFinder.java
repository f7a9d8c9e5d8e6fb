package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Proof.Strength;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/** Tells whether a branch is in another one, and which merge brought it. */
final class MergeFinder {

  private final CommitGraph graph;
  private final Ancestry ancestry;
  private final CommitReader commits;
  private final TreeDiff diff;
  private final SquashFinder squashes;
  private final PickFinder picks;
  private final FastForwards forwards;

  /**
   * What was found.
   *
   * @param merge the commit that brought the branch
   * @param brought the merged commits, where a merge or a fast-forward brought them
   * @param before what fast-forwards before that one brought, the newest first
   * @param squash the commit that changed all that the branch changes, where one did
   * @param picks the commits of the target that are the branch's made again, the newest first
   * @param revert the commit that took it out of the target again
   * @param gone whether nothing of it is there any more, though no revert says so
   */
  record Finding(
      MergeState.Kind kind,
      Strength strength,
      String how,
      Optional<CommitNode> merge,
      Optional<Range> brought,
      List<Range> before,
      Optional<CommitNode> squash,
      List<CommitNode> picks,
      Optional<CommitNode> revert,
      boolean gone) {

    private Finding(
        MergeState.Kind kind,
        Strength strength,
        String how,
        Optional<CommitNode> merge,
        Optional<Range> brought) {
      this(
          kind,
          strength,
          how,
          merge,
          brought,
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          false);
    }

    private static Finding of(MergeState.Kind kind, Strength strength, String how) {
      return new Finding(kind, strength, how, Optional.empty(), Optional.empty());
    }

    /** The same in other words. */
    Finding as(MergeState.Kind other, Strength attested, String words, Optional<CommitNode> taken) {
      return new Finding(
          other, attested, words, merge, brought, before, squash, picks, taken, gone);
    }

    /** The same, of which nothing is there any more. */
    Finding gone(String words) {
      return new Finding(
          kind, strength, words, merge, brought, before, squash, picks, revert, true);
    }

    /** Whether the branch came into the target, whatever became of that. */
    boolean came() {
      return kind == MergeState.Kind.MERGED || kind == MergeState.Kind.REVERTED;
    }

    /** The commit whose whole change was brought by it, with what it was made on. */
    Optional<DeltaReader.Made> made() {
      return squash
          .map(commit -> new DeltaReader.Made(commit.parents[0], commit))
          .or(() -> brought.flatMap(Range::made));
    }
  }

  /**
   * The commits that {@code tip} has and {@code base} has not.
   *
   * @param base the target before the merge
   * @param tip the branch when it was merged
   * @param whole the merge, where everything that it changed in {@code base} was brought by it
   * @param octopus the merge, where it merged several branches at once
   */
  record Range(
      CommitNode base, CommitNode tip, Optional<CommitNode> whole, Optional<CommitNode> octopus) {

    /** Commits of a line. */
    static Range of(CommitNode base, CommitNode tip) {
      return new Range(base, tip, Optional.empty(), Optional.empty());
    }

    /** What a merge brought of a branch; the parents were read. */
    static Range of(CommitNode merge, CommitNode base, CommitNode tip) {
      boolean alone =
          merge.parents.length == 2 && merge.parents[0] == base && merge.parents[1] == tip;
      return new Range(
          base,
          tip,
          alone ? Optional.of(merge) : Optional.empty(),
          merge.parents.length > 2 ? Optional.of(merge) : Optional.empty());
    }

    Optional<DeltaReader.Made> made() {
      return whole.map(merge -> new DeltaReader.Made(base, merge));
    }
  }

  /**
   * A branch that is looked for.
   *
   * @param name its name
   * @param tip its last commit
   * @param authors lower-case addresses of its people
   * @param target whether it is the target itself
   * @param into full name of the target's ref; empty where it is no branch
   * @param merging what the plan says of its merge
   */
  record Wanted(
      String name,
      CommitNode tip,
      Set<String> authors,
      boolean target,
      Optional<String> into,
      Merging merging) {}

  MergeFinder(
      CommitGraph graph,
      CommitReader commits,
      Trees trees,
      Contents contents,
      FastForwards forwards) {
    this.forwards = forwards;
    this.graph = graph;
    this.commits = commits;
    ancestry = new Ancestry(graph);
    diff = new TreeDiff(trees);
    squashes = new SquashFinder(trees, contents);
    picks = new PickFinder(graph, diff, contents);
  }

  /**
   * Finds the merge of a branch whose ref is gone, by the subjects of the target's merges, or of
   * those that these brought, or by what this clone noted of the target.
   *
   * @param into full name of the target's ref; empty where it is no branch
   */
  Optional<Finding> gone(String branch, Merging merging, Optional<String> into, Target target)
      throws IOException {
    Optional<Finding> named = named(branch, merging, target);
    return named.isPresent() || forwarded(branch, into, target).isEmpty()
        ? named
        : Optional.of(forwarded(List.of()));
  }

  /** Where the target was last fast-forwarded to a branch whose ref is gone. */
  Optional<CommitNode> forwarded(String branch, Optional<String> into, Target target)
      throws IOException {
    return forwards.last(branch, into, target.line());
  }

  private Optional<Finding> named(String branch, Merging merging, Target target)
      throws IOException {
    Optional<Target.NamedMerge> merge = target.mergeOf(branch, merging);
    if (merge.isPresent()) {
      return merge.map(found -> named(found, how(found, "")));
    }
    Optional<Target.NamedMerge> inner = target.innerMergeOf(branch, merging);
    if (inner.isEmpty()) {
      return Optional.empty();
    }
    Optional<CommitNode> bringing = target.line().bringing(inner.get().merge(), ancestry);
    return bringing.isPresent() && target.isSince(bringing.get(), merging.since())
        ? inner.map(found -> named(found, how(found, ", which came with another merge")))
        : Optional.empty();
  }

  private static String how(Target.NamedMerge found, String where) {
    return (found.declared()
            ? "a merge commit has the message that the plan declares"
            : "a merge commit names it")
        + where;
  }

  /**
   * The state of a branch that the plan says was merged as a commit, which is in the target.
   *
   * @param ahead how many commits of the branch the target has not
   * @param shared whether the commit brought others, too, so that nothing tells what of its change
   *     the branch brought
   */
  Finding declared(CommitNode commit, String digits, int ahead, boolean shared) throws IOException {
    CommitNode[] parents = graph.parents(commit);
    CommitNode tip = parents.length == 2 ? parents[1] : commit;
    String how =
        "the plan says that it was merged as "
            + digits
            + ", which is there"
            + (shared ? " and brought others, too" : "");
    return new Finding(
        MergeState.Kind.MERGED,
        Strength.ATTESTED,
        ahead == 0
            ? how
            : how
                + (ahead == 1
                    ? "; 1 commit of the branch is not there itself"
                    : "; " + ahead + " commits of the branch are not there themselves"),
        Optional.of(commit),
        parents.length == 0 || shared
            ? Optional.empty()
            : Optional.of(Range.of(commit, parents[0], tip)));
  }

  private static Finding named(Target.NamedMerge found, String how) {
    return new Finding(
        MergeState.Kind.MERGED,
        Strength.ATTESTED,
        how,
        Optional.of(found.merge()),
        Optional.of(found.range()));
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
    Optional<Finding> squash =
        mergeBase.isEmpty() ? Optional.empty() : squash(branch, target, mergeBase.get());
    PickFinder.Picks picked =
        mergeBase.isEmpty() || squash.isPresent() && ahead == 1
            ? PickFinder.Picks.NONE
            : picks.find(target.changes(), mergeBase.get(), comparison.ahead());
    if (squash.isPresent() && (picked.of() < 2 || !picked.whole())) {
      return squash.get();
    }
    if (picked.whole()) {
      return new Finding(
          MergeState.Kind.MERGED,
          Strength.OBSERVED,
          picked.of() == 1
              ? "its commit is there by cherry-pick"
              : "all its " + picked.of() + " commits are there by rebase or cherry-pick",
          picked.last(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          picked.made(),
          Optional.empty(),
          false);
    }
    return Finding.of(
        MergeState.Kind.UNMERGED,
        Strength.OBSERVED,
        picked.found() > 0
            ? picked.found() + " of " + picked.of() + " commits are there by cherry-pick"
            : ahead == 1 ? "1 commit is not merged" : ahead + " commits are not merged");
  }

  /** What was merged, unless it was taken out of the target again. */
  Finding unlessReverted(Finding found, Target target) throws IOException {
    Optional<CommitNode> newest = found.merge().or(() -> found.brought().map(Range::tip));
    if (found.kind() != MergeState.Kind.MERGED || newest.isEmpty()) {
      return found;
    }
    CommitNode last =
        found.picks().isEmpty() ? newest.get() : found.picks().get(found.picks().size() - 1);
    CommitNode landed =
        target.line().contains(last) ? last : target.line().bringing(last, ancestry).orElse(last);
    Reverts reverts = target.reverts();
    if (!reverts.any(landed)) {
      return found;
    }
    Optional<CommitNode> revert = Optional.empty();
    if (found.merge().isPresent() && found.picks().isEmpty()) {
      revert = reverts.of(last, landed);
      revert = revert.isPresent() ? revert : reverts.of(landed, landed);
    }
    if (revert.isPresent()) {
      return reverted(found, revert.get());
    }
    List<CommitNode> parts = found.picks().isEmpty() ? commits(found) : found.picks();
    Set<CommitNode> own = new HashSet<>(parts); // What it took back itself was never brought.
    List<CommitNode> taken = new ArrayList<>();
    for (CommitNode part : parts) {
      reverts.of(part, landed).filter(by -> !own.contains(by)).ifPresent(taken::add);
    }
    if (!taken.isEmpty() && taken.size() == parts.size()) {
      return reverted(found, taken.stream().min(CommitNode.CHILDREN_FIRST).orElseThrow());
    }
    return taken.isEmpty()
        ? found
        : found.as(
            found.kind(),
            found.strength(),
            found.how()
                + "; "
                + taken.size()
                + " of its "
                + parts.size()
                + " commits "
                + (taken.size() == 1 ? "was" : "were")
                + " reverted since",
            Optional.empty());
  }

  private static Finding reverted(Finding found, CommitNode revert) {
    return found.as(
        MergeState.Kind.REVERTED,
        Strength.ATTESTED,
        found.how() + ", and reverted by " + revert.name().substring(0, Internals.ABBREVIATED),
        Optional.of(revert));
  }

  /** What was brought, merges left out. */
  private List<CommitNode> commits(Finding found) throws IOException {
    List<Range> ranges = new ArrayList<>(found.before());
    found.brought().ifPresent(ranges::add);
    List<CommitNode> all = new ArrayList<>();
    for (Range range : ranges) {
      for (CommitNode commit : ancestry.compare(range.tip(), range.base()).ahead()) {
        if (graph.parents(commit).length < 2) {
          all.add(commit);
        }
      }
    }
    return all;
  }

  private Finding merged(Wanted branch, Target target) throws IOException {
    CommitNode merge = target.line().bringing(branch.tip(), ancestry).orElseThrow();
    CommitNode before = graph.parents(merge)[0];
    return new Finding(
        MergeState.Kind.MERGED,
        Strength.OBSERVED,
        "its last commit was merged"
            + (graph.node(before).tree.equals(merge.tree)
                ? ", by a merge that changed nothing"
                : ""),
        Optional.of(merge),
        Optional.of(Range.of(merge, before, branch.tip())));
  }

  /** Fast-forwarded, deleted after its merge and begun anew, or never started: these look alike. */
  private Finding onTheLine(Wanted branch, Target target) throws IOException {
    if (branch.target()) {
      return Finding.of(MergeState.Kind.NOT_STARTED, Strength.OBSERVED, "it is the base itself");
    }
    Optional<Target.NamedMerge> merge = target.mergeOf(branch.name(), branch.merging());
    if (merge.isPresent()) {
      return named(merge.get(), how(merge.get(), " and it has no commit since"));
    }
    FastForwards.Result noted =
        forwards.find(branch.name(), branch.tip(), branch.into(), target.line());
    return switch (noted.noted()) {
      case FORWARDED -> forwarded(noted.brought());
      case NEVER_BEGUN ->
          Finding.of(
              MergeState.Kind.NOT_STARTED,
              Strength.ATTESTED,
              "by this clone's reflog no commit was ever made on it");
      case NOTHING ->
          isTheirs(branch, target)
              ? Finding.of(
                  MergeState.Kind.ON_LINE_BY_PEOPLE,
                  Strength.OBSERVED,
                  "its last commit is there, by one of its people")
              : Finding.of(
                  MergeState.Kind.ON_LINE, Strength.OBSERVED, "it has no commit of its own");
    };
  }

  private static Finding forwarded(List<Range> brought) {
    return new Finding(
        MergeState.Kind.MERGED,
        Strength.ATTESTED,
        "fast-forward: this clone's reflog has it",
        Optional.empty(),
        brought.stream().findFirst(),
        brought.stream().skip(1).toList(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false);
  }

  /** Who merged something into the target may well be one of its people. */
  private boolean isTheirs(Wanted branch, Target target) throws IOException {
    return !branch.authors().isEmpty()
        && graph.parents(branch.tip()).length == 1
        && branch.authors().contains(commits.plain(branch.tip(), mailmap(target)).email());
  }

  private Mailmap mailmap(Target target) throws IOException {
    return commits.mailmap(target.tip().tree);
  }

  private Optional<Finding> squash(Wanted branch, Target target, CommitNode mergeBase)
      throws IOException {
    Budget budget = new Budget(Budget.FILES);
    List<PathChange> changes = diff.between(Optional.of(mergeBase.tree), branch.tip().tree, budget);
    Optional<CommitNode> squash = squashes.find(target.changes(), mergeBase, changes);
    if (squash.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = paths(made(squash.get())).containsAll(paths(changes));
    return Optional.of(
        new Finding(
            MergeState.Kind.MERGED,
            Strength.OBSERVED,
            whole
                ? "one commit has the whole change"
                : "since one commit all that it changes is there",
            squash,
            Optional.empty(),
            List.of(),
            whole ? squash : Optional.empty(),
            List.of(),
            Optional.empty(),
            false));
  }

  private List<PathChange> made(CommitNode commit) throws IOException {
    Optional<ObjectId> before = Optional.of(graph.parents(commit)[0].tree);
    return diff.between(before, commit.tree, new Budget(Budget.FILES));
  }

  private static Set<String> paths(List<PathChange> changes) {
    return changes.stream().map(PathChange::path).collect(Collectors.toSet());
  }
}
