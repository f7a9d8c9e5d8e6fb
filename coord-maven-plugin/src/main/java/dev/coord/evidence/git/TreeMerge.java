package dev.coord.evidence.git;

import dev.coord.evidence.MergeForecast.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Merges three states of all files in memory, as git does: what one side renamed is merged where it
 * is now, everything else path by path. Nothing is written anywhere.
 */
final class TreeMerge {

  /** Comparisons of trees that are kept. */
  private static final int KEPT = 2_000;

  private final Trees trees;
  private final TreeDiff diff;
  private final FileMerge files;
  private final Similarity similarity;
  private final Map<Compared, ChangeSet> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Compared, ChangeSet> eldest) {
          return size() > KEPT;
        }
      };

  private record Compared(Optional<ObjectId> before, Optional<ObjectId> after) {}

  /**
   * Why somebody has to look at a path.
   *
   * @param otherNames the same file's names before and on the other side, where it was renamed
   */
  record Conflict(Kind kind, List<String> otherNames) {
    Conflict {
      Objects.requireNonNull(kind, "kind");
      otherNames = List.copyOf(otherNames);
    }
  }

  /**
   * What a merge comes to.
   *
   * @param changed paths that the merge makes different from our side; with the marks of git where
   *     they conflict; none where only the verdict was asked for
   * @param conflicts the conflicts, by path
   */
  record Result(Map<String, Optional<TreeEntry>> changed, SortedMap<String, Conflict> conflicts) {}

  TreeMerge(Trees trees, FileMerge files) {
    this.trees = trees;
    this.files = files;
    diff = new TreeDiff(trees);
    similarity = new Similarity(files);
  }

  /** The paths that differ between two states. */
  ChangeSet changes(Snapshot before, Snapshot after) throws IOException {
    ChangeSet stored = stored(before.tree(), after.tree(), after);
    if (before.over().isEmpty() && after.over().isEmpty()) {
      return stored;
    }
    Map<String, PathChange> changes = new TreeMap<>();
    stored.changes().forEach(change -> changes.put(change.path(), change));
    for (Snapshot one : new Snapshot[] {before, after}) {
      for (String path : one.over().keySet()) {
        Optional<TreeEntry> old = before.entry(path, trees);
        Optional<TreeEntry> now = after.entry(path, trees);
        if (old.equals(now)) {
          changes.remove(path);
        } else {
          changes.put(path, new PathChange(path, old, now));
        }
      }
    }
    return new ChangeSet(changes, after);
  }

  private ChangeSet stored(Optional<ObjectId> before, Optional<ObjectId> after, Snapshot state)
      throws IOException {
    Compared key = new Compared(before, after);
    ChangeSet known = kept.get(key);
    if (known == null) {
      Map<String, PathChange> changes = new LinkedHashMap<>();
      if (after.isPresent()) {
        for (PathChange change : diff.between(before, after.get(), new Budget(Budget.FILES))) {
          changes.put(change.path(), change);
        }
      }
      known = new ChangeSet(changes, new Snapshot(after, Map.of()));
      kept.put(key, known);
    }
    return known;
  }

  /**
   * Of a repository.
   *
   * @param attributes the commit by whose attributes files are merged
   */
  static TreeMerge of(Internals git, ObjectId attributes) throws IOException {
    return new TreeMerge(
        git.trees(), new FileMerge(git.contents(), MergeAttributes.of(git, attributes)));
  }

  /** Where two commits would conflict. */
  Result merge(MemoryMerge.Trio trio) throws IOException {
    return merge(
        Snapshot.of(trio.base()),
        Snapshot.of(trio.ours()),
        Snapshot.of(trio.theirs()),
        FileMerge.Use.VERDICT);
  }

  /** Merges what both sides made of a base. */
  Result merge(Snapshot base, Snapshot ours, Snapshot theirs, FileMerge.Use use)
      throws IOException {
    if (use == FileMerge.Use.VERDICT) {
      Optional<Result> quick = inPlace(base, ours, theirs, true);
      quick = quick.isPresent() ? quick : inPlace(base, theirs, ours, false);
      if (quick.isPresent()) {
        return quick.get();
      }
    }
    ChangeSet mine = changes(base, ours);
    ChangeSet other = changes(base, theirs);
    RenameMerge renames = new RenameMerge(trees, files, similarity, use, ours, mine, theirs, other);
    renames.run();
    Map<String, Optional<TreeEntry>> results = new HashMap<>();
    SortedMap<String, Conflict> conflicts = new TreeMap<>(renames.unplaced());
    for (Map.Entry<String, PathStages> one : renames.paths().entrySet()) {
      results.put(one.getKey(), resolve(one.getKey(), one.getValue(), use, conflicts));
    }
    boolean oursIsSmaller = mine.size() < other.size();
    for (PathChange one : (oursIsSmaller ? mine : other).changes()) {
      Optional<PathChange> both = (oursIsSmaller ? other : mine).change(one.path());
      if (both.isPresent() && !results.containsKey(one.path())) {
        Optional<TreeEntry> our = (oursIsSmaller ? one : both.get()).after();
        Optional<TreeEntry> their = (oursIsSmaller ? both.get() : one).after();
        if (!our.equals(their)) {
          FileMerge.Result result = files.merge(one.path(), one.before(), our, their, use);
          results.put(one.path(), result.entry());
          result
              .clash()
              .ifPresent(kind -> conflicts.put(one.path(), new Conflict(kind, List.of())));
        }
      }
    }
    collisions(mine, other, results, conflicts);
    collisions(other, mine, results, conflicts);
    return new Result(
        use == FileMerge.Use.VERDICT ? Map.of() : changed(ours, mine, other, results), conflicts);
  }

  /**
   * The verdict where what one side changed is known, and the other left it alone or changed files
   * at their places.
   *
   * @param ours whether that one side is ours
   */
  private Optional<Result> inPlace(Snapshot base, Snapshot side, Snapshot other, boolean ours)
      throws IOException {
    ChangeSet changes = kept.get(new Compared(base.tree(), side.tree()));
    boolean stored = base.over().isEmpty() && side.over().isEmpty() && other.over().isEmpty();
    if (changes == null || !stored || base.tree().isEmpty() || other.tree().isEmpty()) {
      return Optional.empty();
    }
    LeftAlone rest = new LeftAlone(trees, base.tree().get(), other.tree().get());
    Optional<List<PathChange>> both = rest.inPlace(changes);
    if (both.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Conflict> conflicts = new TreeMap<>();
    for (PathChange one : both.get()) {
      Optional<TreeEntry> now = rest.now(one.path());
      if (!now.equals(one.after())) {
        files
            .merge(
                one.path(),
                one.before(),
                ours ? one.after() : now,
                ours ? now : one.after(),
                FileMerge.Use.VERDICT)
            .clash()
            .ifPresent(kind -> conflicts.put(one.path(), new Conflict(kind, List.of())));
      }
    }
    return Optional.of(new Result(Map.of(), conflicts));
  }

  /** What becomes of a path that renames have to do with. */
  private Optional<TreeEntry> resolve(
      String path, PathStages stages, FileMerge.Use use, Map<String, Conflict> conflicts)
      throws IOException {
    if (stages.gone()) {
      return Optional.empty();
    }
    Optional<TreeEntry> entry;
    Optional<Kind> kind = stages.conflict();
    if (stages.settled().isPresent()) {
      entry = stages.stage(stages.settled().get());
      kind = entry.isPresent() ? kind : Optional.empty();
    } else if (stages.has(PathStages.OURS) && stages.has(PathStages.THEIRS)
        || stages.has(PathStages.BASE)
            && (stages.has(PathStages.OURS) || stages.has(PathStages.THEIRS))) {
      FileMerge.Result result =
          files.merge(
              path,
              stages.stage(PathStages.BASE),
              stages.stage(PathStages.OURS),
              stages.stage(PathStages.THEIRS),
              use);
      entry = result.entry();
      if (result.clash().isPresent()) {
        kind = kind.or(stages::meeting).or(result::clash);
      }
    } else {
      entry = stages.stage(PathStages.OURS).or(() -> stages.stage(PathStages.THEIRS));
    }
    kind.ifPresent(found -> conflicts.put(path, new Conflict(found, names(path, stages))));
    return entry;
  }

  private static List<String> names(String path, PathStages stages) {
    return stages.otherNames().stream().filter(name -> !name.equals(path)).toList();
  }

  private Map<String, Optional<TreeEntry>> changed(
      Snapshot ours, ChangeSet mine, ChangeSet other, Map<String, Optional<TreeEntry>> results)
      throws IOException {
    Map<String, Optional<TreeEntry>> changed = new HashMap<>();
    for (Map.Entry<String, Optional<TreeEntry>> one : results.entrySet()) {
      if (!one.getValue().equals(ours.entry(one.getKey(), trees))) {
        changed.put(one.getKey(), one.getValue());
      }
    }
    for (PathChange change : other.changes()) {
      // What both made the same of it stays.
      if (!results.containsKey(change.path()) && !mine.has(change.path())) {
        changed.put(change.path(), change.after());
      }
    }
    return changed;
  }

  /** Files of one side at which the other side keeps or makes a directory. */
  private static void collisions(
      ChangeSet files,
      ChangeSet directories,
      Map<String, Optional<TreeEntry>> results,
      SortedMap<String, Conflict> conflicts) {
    boolean byFile = files.size() < directories.filledDirectories().size();
    for (String path : byFile ? files.paths() : directories.filledDirectories()) {
      if (files.fills(path)
          && directories.filledDirectories().contains(path)
          && !isGone(path, results)
          && isFilled(path, directories, results)) {
        conflicts.put(path, new Conflict(Kind.FILE_AND_DIRECTORY, List.of()));
        // The directory keeps the name, and git puts the file beside it.
        Optional<TreeEntry> file =
            results.containsKey(path)
                ? results.get(path)
                : files.change(path).flatMap(PathChange::after);
        results.put(path, Optional.empty());
        results.put(path + "~HEAD", file);
      }
    }
  }

  private static boolean isGone(String path, Map<String, Optional<TreeEntry>> results) {
    Optional<TreeEntry> result = results.get(path);
    return result != null && result.isEmpty();
  }

  /** Whether anything is left below a directory. */
  private static boolean isFilled(
      String directory, ChangeSet changes, Map<String, Optional<TreeEntry>> results) {
    return changes.changes().stream()
        .anyMatch(
            change ->
                change.after().isPresent()
                    && change.path().startsWith(directory + "/")
                    && !isGone(change.path(), results));
  }
}
