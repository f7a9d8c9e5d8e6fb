package dev.coord.evidence.git;

import dev.coord.evidence.FileChange;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RepositoryQuestions.PeriodQuestion;
import dev.coord.evidence.RepositoryQuestions.Touch;
import dev.coord.path.PatternIndex;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds the files that commits of some days changed, as {@code git log --all --no-merges
 * --name-status --no-renames} does: work that is not merged yet was done as well.
 *
 * <p>As with {@link CommitsReader}, no commit is taken for the last one because of its time.
 */
final class PeriodReader {

  /** Most commits whose files are looked at, of one question. */
  static final int COMMIT_LIMIT = 20_000;

  private static final int PATHS = 500_000;
  private static final Comparator<Touch> ORDER =
      Comparator.comparing(Touch::path).thenComparing(Touch::kind).thenComparing(Touch::later);

  private final Internals git;

  PeriodReader(Internals git) {
    this.git = git;
  }

  Observation<List<Touch>> read(PeriodQuestion question) {
    return git.reading(
        () -> git.format().shallow() ? Unknowns.shallow() : touches(question, commits(question)));
  }

  private Observation<List<Touch>> touches(PeriodQuestion question, List<CommitNode> commits)
      throws IOException {
    if (commits.size() > COMMIT_LIMIT) {
      return Observation.unknown(
          "there are more than " + COMMIT_LIMIT + " commits since then to look at",
          "Take the files out of the report, or give it later days.");
    }
    commits.sort(CommitNode.NEWEST_FIRST);
    Budget budget = new Budget(PATHS);
    PatternIndex paths = new PatternIndex(question.paths().patterns());
    TreeDiff diff = new TreeDiff(git.trees(), Optional.of(paths));
    Map<Touch, Touch> found = new TreeMap<>(ORDER);
    for (CommitNode node : commits) {
      CommitNode[] parents = git.graph().parents(node);
      Optional<ObjectId> before =
          parents.length == 0 ? Optional.empty() : Optional.of(tree(parents[0]));
      for (PathChange change : diff.between(before, tree(node), budget)) {
        if (!paths.matching(change.path()).isEmpty()) {
          Touch touch = touch(question, node, change);
          found.putIfAbsent(touch, touch);
        }
      }
    }
    return Observation.known(List.copyOf(found.keySet()));
  }

  private static Touch touch(PeriodQuestion question, CommitNode node, PathChange change) {
    Instant time = Instant.ofEpochSecond(node.time);
    FileChange.Kind kind =
        change.before().isEmpty()
            ? FileChange.Kind.ADDED
            : change.after().isEmpty() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED;
    boolean later = question.until().filter(end -> !time.isBefore(end)).isPresent();
    return new Touch(change.path(), kind, later, node.name(), time);
  }

  /** The commits of the time and those after it. */
  private List<CommitNode> commits(PeriodQuestion question) throws IOException {
    long since = question.since().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
    Set<CommitNode> tips = new LinkedHashSet<>();
    tips.add(git.graph().node(git.head()));
    for (KnownBranch branch : git.references().branches()) {
      tips.add(git.graph().node(ObjectId.fromString(branch.commit())));
    }
    int walk = git.graph().nextWalk();
    List<CommitNode> commits = new ArrayList<>();
    Deque<CommitNode> open = new ArrayDeque<>(tips);
    tips.forEach(tip -> tip.flag(walk, 1));
    while (!open.isEmpty() && commits.size() <= COMMIT_LIMIT) {
      CommitNode node = open.pop();
      CommitNode[] parents = git.graph().parents(node);
      if (parents.length < 2 && node.time >= since) {
        commits.add(node);
      }
      for (CommitNode parent : parents) {
        if (parent.flags(walk) == 0) {
          parent.flag(walk, 1);
          open.push(parent);
        }
      }
    }
    return commits;
  }

  private ObjectId tree(CommitNode node) throws IOException {
    git.graph().parents(node);
    return node.tree;
  }
}
