package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.CommitsQuestion.Changes;
import dev.coord.evidence.Observation;
import dev.coord.plan.NamePattern;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Counts commits and what they changed, as {@code git log --no-merges --numstat --no-renames
 * --diff-algorithm=histogram} does.
 *
 * <p>All ancestors are gone through, and none is taken for the last one because of its time: a
 * clock that was wrong once hides nothing.
 */
final class CommitsReader {

  /** Most commits that are read, of one question. */
  static final int COMMIT_LIMIT = 50_000;

  /** Most commits whose lines are counted, of one question. */
  static final int LINES_LIMIT = 20_000;

  /** How many commits share the steps that comparing lines may take. */
  private static final int COMMITS_OF_A_COUNTER = 1_000;

  private static final int NEWEST = 3;
  private static final int PATHS = 500_000;

  private final Internals git;
  private final TreeDiff diff;

  /** What was found of commits: few were rebased, so both of their times mostly tell the same. */
  private final Map<Asked, Observation<CommitsAnswer>> answers = new HashMap<>();

  /** Commits, and the question without its times. */
  private record Asked(List<CommitNode> commits, CommitsQuestion question) {}

  CommitsReader(Internals git) {
    this.git = git;
    this.diff = new TreeDiff(git.trees());
  }

  Observation<CommitsAnswer> read(CommitsQuestion question) {
    return git.reading(
        () -> {
          if (git.format().shallow()) {
            return Unknowns.shallow();
          }
          ObjectId tip = git.head();
          if (question.branch().isPresent()) {
            String name = question.branch().get();
            Optional<References.Branch> branch = git.references().branch(name);
            if (branch.isEmpty()) {
              return Unknowns.noBranch(name, git.references().candidates(name));
            }
            tip = branch.get().commit();
          }
          return answer(question, git.graph().node(tip));
        });
  }

  private Observation<CommitsAnswer> answer(CommitsQuestion question, CommitNode tip)
      throws IOException {
    List<CommitNode> inTime = inTime(question, tip);
    if (inTime.size() > COMMIT_LIMIT) {
      return tooMany(COMMIT_LIMIT);
    }
    inTime.sort(CommitNode.NEWEST_FIRST);
    CommitsQuestion timeless =
        new CommitsQuestion(
            question.branch(),
            Optional.empty(),
            Optional.empty(),
            question.message(),
            question.authors(),
            question.changes());
    Asked asked = new Asked(inTime, timeless);
    Observation<CommitsAnswer> answer = answers.get(asked);
    if (answer == null) {
      answer = answer(question, inTime, tip);
      answers.put(asked, answer);
    }
    return answer;
  }

  private Observation<CommitsAnswer> answer(
      CommitsQuestion question, List<CommitNode> inTime, CommitNode tip) throws IOException {
    Mailmap mailmap = git.commits().mailmap(tip.tree);
    Optional<NamePattern> pattern = question.message().map(NamePattern::new);
    List<CommitNode> found = new ArrayList<>();
    List<Commit> newest = new ArrayList<>();
    boolean all = pattern.isEmpty() && question.authors().isEmpty();
    for (CommitNode node : inTime) {
      if (all && newest.size() == NEWEST) {
        found.add(node);
        continue;
      }
      Commit commit = git.commits().plain(node, mailmap);
      if (pattern.filter(p -> !p.matches(commit.subject())).isEmpty()
          && (question.authors().isEmpty() || question.authors().contains(commit.email()))) {
        found.add(node);
        if (newest.size() < NEWEST) {
          newest.add(commit);
        }
      }
    }
    if (question.changes() == Changes.NONE) {
      return Observation.known(new CommitsAnswer(found.size(), 0, 0, 0, newest));
    }
    boolean lines = question.changes() == Changes.LINES;
    return lines && found.size() > LINES_LIMIT
        ? tooMany(LINES_LIMIT)
        : changes(found, lines, newest);
  }

  private static Observation<CommitsAnswer> tooMany(int limit) {
    return Observation.unknown(
        "there are more than " + limit + " commits to count", "Ask for a shorter time.");
  }

  private List<CommitNode> inTime(CommitsQuestion question, CommitNode tip) throws IOException {
    long since = question.since().map(time -> time.getEpochSecond()).orElse(Long.MIN_VALUE);
    long until = question.until().map(time -> time.getEpochSecond()).orElse(Long.MAX_VALUE);
    int walk = git.graph().nextWalk();
    List<CommitNode> inTime = new ArrayList<>();
    Deque<CommitNode> open = new ArrayDeque<>(List.of(tip));
    tip.flag(walk, 1);
    while (!open.isEmpty() && inTime.size() <= COMMIT_LIMIT) {
      CommitNode node = open.pop();
      CommitNode[] parents = git.graph().parents(node);
      boolean of =
          question.written()
              ? node.time >= since && isWritten(node, since, until)
              : node.time >= since && node.time < until;
      if (parents.length < 2 && of) {
        inTime.add(node);
      }
      for (CommitNode parent : parents) {
        if (parent.flags(walk) == 0) {
          parent.flag(walk, 1);
          open.push(parent);
        }
      }
    }
    return inTime;
  }

  /** Nothing is committed before it is written: that saves to read most commits. */
  private boolean isWritten(CommitNode node, long since, long until) throws IOException {
    if (since == Long.MIN_VALUE && node.time < until) {
      return true;
    }
    long written = git.commits().raw(node).written();
    return written >= since && written < until;
  }

  private Observation<CommitsAnswer> changes(
      List<CommitNode> commits, boolean lines, List<Commit> newest) throws IOException {
    Budget budget = new Budget(PATHS);
    LineCounter counter = new LineCounter(git.contents());
    Set<String> files = new HashSet<>();
    long added = 0;
    long deleted = 0;
    for (int i = 0; i < commits.size(); i++) {
      CommitNode node = commits.get(i);
      counter = i % COMMITS_OF_A_COUNTER == 0 ? new LineCounter(git.contents()) : counter;
      CommitNode[] parents = git.graph().parents(node);
      Optional<ObjectId> before =
          parents.length == 0 ? Optional.empty() : Optional.of(tree(parents[0]));
      List<PathChange> paths = diff.between(before, tree(node), budget);
      paths.forEach(path -> files.add(path.path()));
      for (FileChange change : lines ? counter.count(paths) : List.<FileChange>of()) {
        added += change.added();
        deleted += change.removed();
      }
    }
    return Observation.known(
        new CommitsAnswer(commits.size(), files.size(), added, deleted, newest));
  }

  private ObjectId tree(CommitNode node) throws IOException {
    git.graph().parents(node);
    return node.tree;
  }
}
