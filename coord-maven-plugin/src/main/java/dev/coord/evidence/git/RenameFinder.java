package dev.coord.evidence.git;

import dev.coord.evidence.git.RemovedDirectories.Relevance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds which of the files that one side deleted are among those that it added, as git does for a
 * merge: equal files first, then files that kept their name and are alike by three quarters, then
 * whatever is alike by half. A file is looked for only where that can make a difference.
 *
 * <p>Background: git's {@code gitdiffcore} manual and {@code remembering-renames}.
 */
final class RenameFinder {

  /** What git looks at: as many pairs as the square of it. */
  private static final long LIMIT = 7_000;

  /** What coord looks at. */
  private static final long MOST_COMPARED = 4_000_000;

  private static final int LEAST = Similarity.EQUAL / 2;
  private static final int LEAST_OF_SAME_NAME = Similarity.EQUAL * 3 / 4;
  private static final int MOST_EQUAL = 100;

  /** How many sources are remembered for each file that was added. */
  private static final int CANDIDATES = 4;

  private static final ObjectId EMPTY =
      ObjectId.fromString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");

  private final Similarity similarity;
  private final Set<String> contentWanted;
  private final RemovedDirectories directories;
  private final List<Source> allSources = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private final Map<String, Map<String, Integer>> moves = new HashMap<>();
  private List<Source> sources;

  /** A file that was deleted. */
  private static final class Source {
    private final String path;
    private final String name;
    private final TreeEntry entry;
    private boolean used;

    Source(PathChange change) {
      path = change.path();
      name = ChangeSet.name(path);
      entry = change.before().orElseThrow();
    }
  }

  /** A file that was added. */
  private static final class Target {
    private final String path;
    private final String name;
    private final TreeEntry entry;
    private Source from;

    Target(PathChange change) {
      path = change.path();
      name = ChangeSet.name(path);
      entry = change.after().orElseThrow();
    }
  }

  private record Candidate(Source source, Target target, int score, boolean sameName) {
    private static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingInt(Candidate::score).thenComparing(Candidate::sameName).reversed();
  }

  /**
   * What was renamed.
   *
   * @param from by the new path the old one, in the order of what was added
   * @param moves by directory where files of it went, and how many
   */
  record Found(Map<String, String> from, Map<String, Map<String, Integer>> moves) {}

  /**
   * Prepares to look at one side.
   *
   * @param contentWanted deleted files that the other side deleted or changed
   */
  RenameFinder(
      Similarity similarity,
      ChangeSet side,
      Set<String> contentWanted,
      RemovedDirectories directories) {
    this.similarity = similarity;
    this.contentWanted = contentWanted;
    this.directories = directories;
    side.deleted().stream()
        .filter(change -> !change.before().orElseThrow().id().equals(EMPTY))
        .forEach(change -> allSources.add(new Source(change)));
    side.added().stream()
        .filter(change -> !change.after().orElseThrow().id().equals(EMPTY))
        .forEach(change -> targets.add(new Target(change)));
    sources = allSources;
  }

  Found find() throws IOException {
    if (!sources.isEmpty() && !targets.isEmpty()) {
      equal();
      sources = sources.stream().filter(source -> !source.used).toList();
      for (Target target : targets) {
        if (target.from != null) {
          count(target);
        }
      }
      sameName();
      sources =
          sources.stream()
              .filter(source -> !source.used)
              .filter(one -> contentWanted.contains(one.path) || directories.isBelowTop(one.path))
              .toList();
      leaveKnownDirectories();
      alike();
    }
    Map<String, String> from = new LinkedHashMap<>();
    for (Target target : targets) {
      if (target.from != null) {
        from.put(target.path, target.from.path);
      }
    }
    for (Iterator<String> all = moves.keySet().iterator(); all.hasNext(); ) {
      if (directories.relevance(all.next()) == Relevance.NONE) {
        all.remove();
      }
    }
    return new Found(from, moves);
  }

  private void equal() {
    Map<ObjectId, List<Source>> byContent = new HashMap<>();
    for (Source source : sources) {
      byContent.computeIfAbsent(source.entry.id(), any -> new ArrayList<>()).add(source);
    }
    for (Target target : targets) {
      Source best = null;
      int tried = 0;
      for (Source source : byContent.getOrDefault(target.entry.id(), List.of())) {
        boolean fits =
            source.entry.isRegular() && target.entry.isRegular()
                || source.entry.mode() == target.entry.mode();
        if (!fits || source.used) {
          continue;
        }
        boolean sameName = source.name.equals(target.name);
        if (best == null || sameName) {
          best = source;
        }
        if (sameName || ++tried == MOST_EQUAL) {
          break;
        }
      }
      if (best != null) {
        best.used = true;
        target.from = best;
      }
    }
  }

  /** Counts from where to where a file went, for its directory and those above that went along. */
  private void count(Target target) throws IOException {
    String oldBelow = target.from.path;
    String newBelow = target.path;
    for (boolean first = true; ; first = false) {
      String oldDirectory = ChangeSet.parent(oldBelow);
      String newDirectory = ChangeSet.parent(newBelow);
      if (!directories.contains(oldDirectory)
          || !first && !ChangeSet.name(oldBelow).equals(ChangeSet.name(newBelow))) {
        return;
      }
      Relevance relevance = directories.relevance(oldDirectory);
      if (first || relevance == Relevance.ITSELF) {
        moves
            .computeIfAbsent(oldDirectory, any -> new TreeMap<>())
            .merge(newDirectory, 1, Integer::sum);
      }
      if (relevance == Relevance.NONE || oldDirectory.isEmpty() || newDirectory.isEmpty()) {
        return;
      }
      oldBelow = oldDirectory;
      newBelow = newDirectory;
    }
  }

  private void rename(Source source, Target target) throws IOException {
    source.used = true;
    target.from = source;
    count(target);
  }

  private void sameName() throws IOException {
    Map<String, Optional<Source>> sourceByName = new HashMap<>();
    for (Source source : sources) {
      sourceByName.merge(source.name, Optional.of(source), (one, other) -> Optional.empty());
    }
    Map<String, Optional<Target>> targetByName = new HashMap<>();
    Map<String, Target> targetByPath = new HashMap<>();
    for (Target target : targets) {
      if (target.from == null) {
        targetByName.merge(target.name, Optional.of(target), (one, other) -> Optional.empty());
        targetByPath.put(target.path, target);
      }
    }
    Map<String, String> guesses = new HashMap<>();
    moves.forEach((directory, counts) -> guesses.put(directory, most(counts)));
    for (Source source : sources) {
      Optional<Target> unique = targetByName.get(source.name);
      boolean relevant = contentWanted.contains(source.path) || directories.isBelowTop(source.path);
      if (unique == null || !relevant) {
        continue;
      }
      Target target =
          unique.isPresent() && sourceByName.get(source.name).isPresent()
              ? unique.get()
              : guessed(source, guesses, targetByPath);
      if (target != null
          && target.from == null
          && similarity.score(source.entry, target.entry, LEAST_OF_SAME_NAME)
              >= LEAST_OF_SAME_NAME) {
        rename(source, target);
      }
    }
  }

  private static Target guessed(
      Source source, Map<String, String> guesses, Map<String, Target> targetByPath) {
    String directory = guesses.get(ChangeSet.parent(source.path));
    return directory == null ? null : targetByPath.get(directory + "/" + source.name);
  }

  private static String most(Map<String, Integer> counts) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> one : counts.entrySet()) {
      if (one.getValue() > most) {
        most = one.getValue();
        best = one.getKey();
      }
    }
    return best;
  }

  /** Looks no further for files of directories of which most went to one place already. */
  private void leaveKnownDirectories() throws IOException {
    Map<String, Integer> open = new HashMap<>();
    for (Source source : sources) {
      String directory = ChangeSet.parent(source.path);
      while (!directory.isEmpty() && directories.relevance(directory) != Relevance.NONE) {
        open.merge(directory, 1, Integer::sum);
        directory = ChangeSet.parent(directory);
      }
    }
    moves.forEach(
        (directory, counts) -> {
          int[] sorted = counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
          int second = sorted.length > 1 ? sorted[sorted.length - 2] : 0;
          if (sorted[sorted.length - 1] > second + open.getOrDefault(directory, 0)) {
            directories.settle(directory);
          }
        });
    List<Source> left = new ArrayList<>();
    for (Source source : sources) {
      if (contentWanted.contains(source.path) || isAskedFor(source)) {
        left.add(source);
      }
    }
    sources = left;
  }

  private boolean isAskedFor(Source source) throws IOException {
    String directory = ChangeSet.parent(source.path);
    while (directories.relevance(directory) == Relevance.ABOVE) {
      directory = ChangeSet.parent(directory);
    }
    return directories.relevance(directory) == Relevance.ITSELF;
  }

  private void alike() throws IOException {
    List<Target> open = targets.stream().filter(target -> target.from == null).toList();
    long pairs = (long) open.size() * sources.size();
    if (pairs > LIMIT * LIMIT) {
      return;
    }
    if (pairs > MOST_COMPARED) {
      throw new UnreadableException(
          "there are too many files that may have been renamed to compare them",
          "Merge what was renamed first, or see what git merge-tree says.");
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Target target : open) {
      candidates.addAll(best(target));
    }
    candidates.sort(Candidate.BEST_FIRST);
    for (Candidate candidate : candidates) {
      if (candidate.score() < LEAST) {
        break;
      }
      if (candidate.target().from == null && !candidate.source().used) {
        rename(candidate.source(), candidate.target());
      }
    }
  }

  /** The best sources of a file that was added; a new one takes the place of the worst. */
  private List<Candidate> best(Target target) throws IOException {
    Candidate[] best = new Candidate[CANDIDATES];
    int count = 0;
    for (Source source : sources) {
      Candidate next =
          new Candidate(
              source,
              target,
              similarity.score(source.entry, target.entry, LEAST),
              source.name.equals(target.name));
      if (count < CANDIDATES) {
        best[count++] = next;
        continue;
      }
      int worst = 0;
      for (int i = 1; i < CANDIDATES; i++) {
        if (Candidate.BEST_FIRST.compare(best[i], best[worst]) > 0) {
          worst = i;
        }
      }
      if (Candidate.BEST_FIRST.compare(best[worst], next) > 0) {
        best[worst] = next;
      }
    }
    return Arrays.asList(best).subList(0, count);
  }
}
