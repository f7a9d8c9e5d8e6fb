package dev.coord.evidence.git;

import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RepositoryQuestions.PeriodQuestion;
import dev.coord.evidence.RepositoryQuestions.Touch;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.path.PatternIndex;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds the files that commits of some days changed, as {@code git log --all --no-merges
 * --name-status --no-renames} does: work that is not merged yet was done as well.
 *
 * <p>As with {@link CommitsReader}, no commit is taken for the last one because of its time.
 * However many questions there are, history is gone through once.
 */
final class PeriodReader {

  /** Most commits whose files are looked at, of one question. */
  static final int COMMIT_LIMIT = 20_000;

  private static final int PATHS = 500_000;
  private static final Comparator<Touch> ORDER =
      Comparator.comparing(Touch::path).thenComparing(Touch::kind).thenComparing(Touch::later);

  private final Internals git;

  /** A question, and what is found for it. */
  private static final class Search {
    private final PeriodQuestion question;
    private final long since;
    private final Map<Touch, Touch> found = new TreeMap<>(ORDER);
    private int commits;

    Search(PeriodQuestion question) {
      this.question = question;
      since = question.since().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
    }

    boolean isOver() {
      return commits > COMMIT_LIMIT;
    }

    /** Whether a commit is of its time, or after it. */
    boolean wants(CommitNode node) {
      return node.time >= since && !isOver();
    }

    Observation<List<Touch>> answer() {
      return isOver()
          ? Observation.unknown(
              "there are more than " + COMMIT_LIMIT + " commits since then to look at",
              "Take the files out of the plan, or give the report later days.")
          : Observation.known(List.copyOf(found.keySet()));
    }
  }

  PeriodReader(Internals git) {
    this.git = git;
  }

  /** What was changed, by question. */
  Map<PeriodQuestion, Observation<List<Touch>>> read(Collection<PeriodQuestion> questions) {
    Map<PeriodQuestion, Observation<List<Touch>>> answers = new LinkedHashMap<>();
    Observation<List<Search>> searches =
        git.reading(
            () -> {
              if (git.format().shallow() && !questions.isEmpty()) {
                return Unknowns.shallow();
              }
              List<Search> all = questions.stream().distinct().map(Search::new).toList();
              look(all);
              return Observation.known(all);
            });
    questions.forEach(question -> answers.put(question, searches.then(all -> of(question, all))));
    return answers;
  }

  private static Observation<List<Touch>> of(PeriodQuestion question, List<Search> searches) {
    return searches.stream()
        .filter(search -> search.question.equals(question))
        .findFirst()
        .orElseThrow()
        .answer();
  }

  /**
   * What commits of any time did to files that are not there.
   *
   * @param asked patterns that fit a tracked file are left out
   */
  Observation<List<Touch>> missing(PathPatterns asked, Collection<String> tracked) {
    PatternIndex index = new PatternIndex(asked.patterns());
    BitSet there = new BitSet();
    if (!asked.patterns().isEmpty()) {
      tracked.forEach(path -> there.or(index.matching(path)));
    }
    List<PathPattern> missing =
        IntStream.range(0, asked.patterns().size())
            .filter(i -> !there.get(i))
            .mapToObj(asked.patterns()::get)
            .toList();
    PeriodQuestion ever =
        new PeriodQuestion(Optional.empty(), Optional.empty(), new PathPatterns(missing));
    return missing.isEmpty() ? Observation.known(List.of()) : read(List.of(ever)).get(ever);
  }

  private void look(List<Search> searches) throws IOException {
    List<CommitNode> commits = commits(searches);
    List<Search> open = searches.stream().filter(search -> !search.isOver()).toList();
    PatternIndex paths =
        new PatternIndex(
            open.stream().flatMap(search -> search.question.paths().patterns().stream()).toList());
    commits.sort(CommitNode.NEWEST_FIRST);
    Budget budget = new Budget(PATHS);
    TreeDiff diff = new TreeDiff(git.trees(), Optional.of(paths));
    for (CommitNode node : commits) {
      if (open.stream().noneMatch(search -> search.wants(node))) {
        continue;
      }
      CommitNode[] parents = git.graph().parents(node);
      Optional<ObjectId> before =
          parents.length == 0 ? Optional.empty() : Optional.of(tree(parents[0]));
      for (PathChange change : diff.between(before, tree(node), budget)) {
        if (!paths.matching(change.path()).isEmpty()) {
          for (Search search : open) {
            touch(search, node, change);
          }
        }
      }
    }
  }

  /** Commits come with the newest first, and the newest that did something to a file is told. */
  private void touch(Search search, CommitNode node, PathChange change) throws IOException {
    PeriodQuestion question = search.question;
    if (!search.wants(node) || !question.paths().matches(change.path())) {
      return;
    }
    Instant time = Instant.ofEpochSecond(node.time);
    FileChange.Kind kind =
        change.before().isEmpty()
            ? FileChange.Kind.ADDED
            : change.after().isEmpty() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED;
    boolean later = question.until().filter(end -> !time.isBefore(end)).isPresent();
    Touch plain = new Touch(change.path(), kind, later, node.name(), time, Optional.empty());
    if (!search.found.containsKey(plain)) {
      boolean measured = !later && question.measured().matches(change.path());
      Touch touch =
          measured
              ? new Touch(change.path(), kind, false, node.name(), time, length(node, change))
              : plain;
      search.found.put(touch, touch);
    }
  }

  private Optional<FilesAnswer> length(CommitNode node, PathChange change) throws IOException {
    if (change.after().isEmpty()) {
      return Optional.empty();
    }
    FileLengths lengths = new FileLengths(git);
    lengths.add(change.path(), change.after().get());
    return Optional.of(
        new FilesAnswer(
            1,
            List.of(change.path()),
            lengths.lines(),
            lengths.bytes(),
            lengths.characters(),
            node.name()));
  }

  /** The commits of the times and those after them. */
  private List<CommitNode> commits(List<Search> searches) throws IOException {
    List<CommitNode> commits = new ArrayList<>();
    if (searches.isEmpty()) {
      return commits;
    }
    Set<CommitNode> tips = new LinkedHashSet<>();
    tips.add(git.graph().node(git.head()));
    for (KnownBranch branch : git.references().branches()) {
      tips.add(git.graph().node(ObjectId.fromString(branch.commit())));
    }
    int walk = git.graph().nextWalk();
    Deque<CommitNode> open = new ArrayDeque<>(tips);
    tips.forEach(tip -> tip.flag(walk, 1));
    while (!open.isEmpty() && !searches.stream().allMatch(Search::isOver)) {
      CommitNode node = open.pop();
      CommitNode[] parents = git.graph().parents(node);
      if (parents.length < 2 && count(searches, node)) {
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

  /** Counts a commit for each that wants it. */
  private static boolean count(List<Search> searches, CommitNode node) {
    boolean wanted = false;
    for (Search search : searches) {
      if (search.wants(node)) {
        search.commits++;
        wanted = true;
      }
    }
    return wanted;
  }

  private ObjectId tree(CommitNode node) throws IOException {
    git.graph().parents(node);
    return node.tree;
  }
}
