package dev.coord.evidence.git;

import dev.coord.evidence.MergeForecast.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Takes files to where either side renamed them before they are merged, and tells the conflicts of
 * names. A file that one side added into a directory which the other renamed is a conflict, as it
 * is with git's default for {@code merge.directoryRenames}.
 *
 * <p>Background: git's {@code Documentation/technical/directory-rename-detection}.
 */
final class RenameMerge {

  private final Trees trees;
  private final FileMerge files;
  private final Similarity similarity;
  private final FileMerge.Use use;
  private final Side ours;
  private final Side theirs;
  private final Map<String, PathStages> paths = new HashMap<>();
  private final SortedMap<String, TreeMerge.Conflict> unplaced = new TreeMap<>();
  private final List<Rename> renames = new ArrayList<>();

  /** What one side did. */
  private static final class Side {
    private final int index;
    private final Snapshot files;
    private final ChangeSet changes;
    private RenameFinder.Found found = new RenameFinder.Found(Map.of(), Map.of());
    private DirectoryRenames directories = new DirectoryRenames(Map.of());
    private Map<String, SortedSet<String>> arrivals = Map.of();
    private final Set<String> told = new HashSet<>();

    Side(int index, Snapshot files, ChangeSet changes) {
      this.index = index;
      this.files = files;
      this.changes = changes;
    }
  }

  /**
   * A file that got another path.
   *
   * @param from its path before; empty where only its directory is taken along
   */
  private record Rename(int side, String from, String to) {}

  RenameMerge(
      Trees trees,
      FileMerge files,
      Similarity similarity,
      FileMerge.Use use,
      Snapshot ourFiles,
      ChangeSet ourChanges,
      Snapshot theirFiles,
      ChangeSet theirChanges) {
    this.trees = trees;
    this.files = files;
    this.similarity = similarity;
    this.use = use;
    ours = new Side(PathStages.OURS, ourFiles, ourChanges);
    theirs = new Side(PathStages.THEIRS, theirFiles, theirChanges);
  }

  /** The paths that renames have to do with; what stands at them is to be merged. */
  Map<String, PathStages> paths() {
    return paths;
  }

  /** Conflicts that no file stands for. */
  SortedMap<String, TreeMerge.Conflict> unplaced() {
    return unplaced;
  }

  /** Looks for renames, and takes the files there. */
  void run() throws IOException {
    Set<String> ourTops = RemovedDirectories.tops(ours.changes, theirs.changes, trees);
    Set<String> theirTops = RemovedDirectories.tops(theirs.changes, ours.changes, trees);
    find(ours, theirs, ourTops, theirTops);
    find(theirs, ours, theirTops, ourTops);
    if (use != FileMerge.Use.BASE) {
      directories();
    }
    renames();
  }

  private void find(Side side, Side other, Set<String> own, Set<String> others) throws IOException {
    if (side.changes.added().isEmpty() || side.changes.deleted().isEmpty()) {
      return;
    }
    Set<String> wanted = new HashSet<>();
    for (PathChange change : side.changes.deleted()) {
      if (other.changes.has(change.path())) {
        wanted.add(change.path());
      }
    }
    if (wanted.isEmpty() && own.isEmpty() && others.isEmpty()) {
      return;
    }
    RemovedDirectories removed = RemovedDirectories.of(side.changes, trees, own, others);
    side.found = new RenameFinder(similarity, side.changes, wanted, removed).find();
  }

  private void directories() {
    ours.directories = new DirectoryRenames(ours.found.moves());
    theirs.directories = new DirectoryRenames(theirs.found.moves());
    for (Side side : List.of(ours, theirs)) {
      side.directories
          .split()
          .forEach(
              directory ->
                  unplaced.put(directory, new TreeMerge.Conflict(Kind.DIRECTORY_SPLIT, List.of())));
    }
    DirectoryRenames.dropCommon(ours.directories, theirs.directories);
    ours.arrivals = theirs.directories.arrivals(added(ours));
    theirs.arrivals = ours.directories.arrivals(added(theirs));
  }

  private static List<String> added(Side side) {
    return side.changes.added().stream().map(PathChange::path).toList();
  }

  private void renames() throws IOException {
    collect(ours, theirs);
    collect(theirs, ours);
    renames.sort(Comparator.comparing(Rename::from));
    for (int i = 0; i < renames.size(); i++) {
      Rename rename = renames.get(i);
      if (i + 1 < renames.size() && rename.from().equals(renames.get(i + 1).from())) {
        both(rename.from(), rename.to(), renames.get(++i).to());
      } else {
        one(rename);
      }
    }
  }

  /** Takes along what a side put into directories that the other one renamed. */
  private void collect(Side side, Side other) throws IOException {
    Map<String, String> from = new LinkedHashMap<>(side.found.from());
    if (!side.arrivals.isEmpty()) {
      for (String path : added(side)) {
        Optional<String> to = along(side, other, path);
        if (to.isPresent()) {
          take(side, path, to.get());
          String old = from.remove(path);
          if (old != null) {
            from.put(to.get(), old);
          }
        }
      }
    }
    from.forEach(
        (to, old) -> {
          if (to.equals(old)) {
            // Its directory brings it back: it is where it was, and git asks.
            return;
          }
          // Where the other side left it alone, it is where it is.
          if (other.changes.has(old) || other.changes.has(to) || paths.containsKey(to)) {
            renames.add(new Rename(side.index, old, to));
          }
        });
  }

  /** Where a file goes along with its directory; empty where it cannot. */
  private Optional<String> along(Side side, Side other, String path) throws IOException {
    Optional<DirectoryRenames.Move> move = other.directories.move(path);
    if (move.isEmpty()
        || other.arrivals.containsKey(path)
        || side.directories.renamed(move.get().to())) {
      return Optional.empty();
    }
    String to = move.get().path();
    SortedSet<String> together = side.arrivals.get(to);
    boolean inWay = side.files.entry(to, trees).isPresent() || side.files.hasDirectory(to, trees);
    if (side.told.contains(to) || inWay || together.size() > 1) {
      side.told.add(to);
      unplaced.put(path, new TreeMerge.Conflict(Kind.NO_PLACE, List.of(to)));
      return Optional.empty();
    }
    return Optional.of(to);
  }

  private void take(Side side, String path, String to) throws IOException {
    PathStages left = stages(path);
    PathStages there = stages(to);
    there.set(side.index, left.stage(side.index));
    there.conflict(Kind.DIRECTORY_RENAMED);
    there.otherNames().add(path);
    left.leave();
  }

  /** Both sides renamed a file. */
  private void both(String from, String our, String their) throws IOException {
    PathStages base = stages(from);
    PathStages mine = stages(our);
    if (our.equals(their)) {
      mine.set(PathStages.BASE, base.stage(PathStages.BASE));
      mine.otherNames().add(from);
      base.leave();
      return;
    }
    PathStages other = stages(their);
    Optional<TreeEntry> old = base.stage(PathStages.BASE);
    Optional<TreeEntry> ourFile = mine.stage(PathStages.OURS);
    Optional<TreeEntry> theirFile = other.stage(PathStages.THEIRS);
    FileMerge.Result merged = content(from, old, ourFile, theirFile);
    boolean tookOurs = merged.clash().isPresent() && merged.entry().equals(ourFile);
    mine.set(PathStages.OURS, merged.entry());
    other.set(PathStages.THEIRS, tookOurs ? theirFile : merged.entry());
    for (PathStages stages : List.of(base, mine, other)) {
      stages.conflict(Kind.RENAMED_TO_TWO);
      stages.otherNames().addAll(List.of(from, our, their));
    }
  }

  /** One side renamed a file. */
  private void one(Rename rename) throws IOException {
    PathStages from = stages(rename.from());
    PathStages to = stages(rename.to());
    int side = rename.side();
    int other = PathStages.OURS + PathStages.THEIRS - side;
    boolean deleted = !from.has(other);
    boolean otherType =
        !deleted && from.stage(other).get().isRegular() != to.stage(side).get().isRegular();
    boolean meets = to.has(other) && !(otherType && !deleted);
    if (meets && !deleted) {
      Optional<TreeEntry> ourFile = (side == PathStages.OURS ? to : from).stage(PathStages.OURS);
      Optional<TreeEntry> theirFile =
          (side == PathStages.OURS ? from : to).stage(PathStages.THEIRS);
      to.set(side, content(rename.from(), from.stage(PathStages.BASE), ourFile, theirFile).entry());
      to.meets(side);
    } else if (meets) {
      to.conflict(Kind.RENAMED_AND_DELETED);
      to.meets(side);
    } else {
      to.set(PathStages.BASE, from.stage(PathStages.BASE));
      if (otherType) {
        from.set(PathStages.BASE, Optional.empty());
      } else if (deleted) {
        to.conflict(Kind.RENAMED_AND_DELETED);
      } else {
        to.set(other, from.stage(other));
      }
    }
    to.otherNames().add(rename.from());
    if (!otherType) {
      from.leave();
    }
  }

  /** A merge whose result is merged with something else. */
  private FileMerge.Result content(
      String path,
      Optional<TreeEntry> base,
      Optional<TreeEntry> ourFile,
      Optional<TreeEntry> theirFile)
      throws IOException {
    return files.merge(
        path, base, ourFile, theirFile, use == FileMerge.Use.VERDICT ? FileMerge.Use.NEXT : use);
  }

  private PathStages stages(String path) throws IOException {
    PathStages known = paths.get(path);
    if (known == null) {
      Optional<PathChange> our = ours.changes.change(path);
      Optional<PathChange> their = theirs.changes.change(path);
      Optional<TreeEntry> base =
          our.isPresent()
              ? our.get().before()
              : their.isPresent() ? their.get().before() : ours.files.entry(path, trees);
      known =
          PathStages.of(
              base,
              our.isPresent() ? our.get().after() : base,
              their.isPresent() ? their.get().after() : base);
      paths.put(path, known);
    }
    return known;
  }
}
