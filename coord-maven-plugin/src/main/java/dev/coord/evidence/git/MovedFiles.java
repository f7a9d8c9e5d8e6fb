package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import dev.coord.evidence.RepositoryQuestions.Moved;
import dev.coord.evidence.RepositoryQuestions.MovedQuestion;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.path.PatternIndex;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds where files went, along first parents: what a merge renamed is found at the merge. History
 * is gone through only for what is not there.
 */
final class MovedFiles {

  /** How far back is looked, in commits of the line. */
  private static final int LIMIT = 5_000;

  /** How often a file is followed from one name to the next. */
  private static final int NAMES = 10;

  private final Internals git;
  private final TreeDiff whole;

  /**
   * A commit of a first-parent line.
   *
   * @param before the tree of its first parent
   */
  private record Step(ObjectId commit, ObjectId before, ObjectId after) {}

  MovedFiles(Internals git) {
    this.git = git;
    this.whole = new TreeDiff(git.trees());
  }

  Observation<List<Moved>> read(MovedQuestion question) {
    if (question.paths().isEmpty()) {
      return Observation.known(List.of());
    }
    ObjectId tip = git.tip(Optional.of(question.branch())).optional().orElse(git.head());
    return git.reading(
        () -> {
          List<PathPattern> missing = missing(question.paths(), git.commits().raw(tip).tree());
          if (missing.isEmpty()) {
            return Observation.known(List.of());
          }
          return git.format().shallow()
              ? Unknowns.shallow()
              : Observation.known(find(missing, question, tip));
        });
  }

  /** The patterns that no file of a tree fits, which is gone through once. */
  private List<PathPattern> missing(PathPatterns asked, ObjectId tree) throws IOException {
    PatternIndex index = new PatternIndex(asked.patterns());
    BitSet there = new BitSet();
    new TreeDiff(git.trees(), Optional.of(index))
        .between(Optional.empty(), tree, new Budget(Budget.FILES))
        .forEach(file -> there.or(index.matching(file.path())));
    return IntStream.range(0, asked.patterns().size())
        .filter(i -> !there.get(i))
        .mapToObj(asked.patterns()::get)
        .toList();
  }

  /** Of each pattern the newest that was renamed and is there. */
  private List<Moved> find(List<PathPattern> missing, MovedQuestion question, ObjectId tip)
      throws IOException {
    PatternIndex index = new PatternIndex(missing);
    TreeDiff diff = new TreeDiff(git.trees(), Optional.of(index));
    long since = question.since().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
    List<Moved> moved = new ArrayList<>();
    BitSet found = new BitSet();
    List<Step> newer = new ArrayList<>();
    Set<String> looked = new HashSet<>();
    RawCommit raw = git.commits().raw(tip);
    ObjectId at = tip;
    while (newer.size() < LIMIT
        && !raw.parents().isEmpty()
        && raw.time() >= since
        && found.cardinality() < missing.size()) {
      RawCommit parent = git.commits().raw(raw.parents().get(0));
      Step step = new Step(at, parent.tree(), raw.tree());
      for (PathChange change :
          diff.between(Optional.of(step.before()), step.after(), new Budget(Budget.FILES))) {
        BitSet fits = change.after().isEmpty() ? index.matching(change.path()) : new BitSet();
        fits.andNot(found);
        if (!fits.isEmpty() && looked.add(change.path())) {
          Optional<String> now = follow(change.path(), step, newer, NAMES);
          if (now.isPresent()) {
            moved.add(new Moved(change.path(), now.get(), step.commit().name()));
            found.or(fits);
          }
        }
      }
      newer.add(step);
      at = raw.parents().get(0);
      raw = parent;
    }
    return moved;
  }

  /**
   * The last name of a file; empty when it was deleted.
   *
   * @param step where it went
   * @param newer the commits since then, newest first
   */
  private Optional<String> follow(String path, Step step, List<Step> newer, int names)
      throws IOException {
    Optional<String> now = renamed(path, step);
    if (now.isEmpty() || names == 0) {
      return Optional.empty();
    }
    for (int i = newer.size() - 1; i >= 0; i--) {
      Step later = newer.get(i);
      boolean gone =
          !later.before().equals(later.after())
              && git.trees().entry(later.before(), now.get()).isPresent()
              && git.trees().entry(later.after(), now.get()).isEmpty();
      if (gone) {
        return follow(now.get(), later, newer.subList(0, i), names - 1);
      }
    }
    return now;
  }

  private Optional<String> renamed(String path, Step step) throws IOException {
    SortedMap<String, PathChange> changes = new TreeMap<>();
    whole
        .between(Optional.of(step.before()), step.after(), new Budget(Budget.FILES))
        .forEach(change -> changes.put(change.path(), change));
    return new RenamedFiles(git.trees(), git.contents())
        .find(changes, step.after()).entrySet().stream()
            .filter(renamed -> renamed.getValue().equals(path))
            .map(Map.Entry::getKey)
            .findFirst();
  }
}
