package dev.coord.evidence.git;

import dev.coord.evidence.MergeForecast.Kind;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a path was before, and is on both sides; renames move files from one path to another. */
final class PathStages {

  static final int BASE = 0;
  static final int OURS = 1;
  static final int THEIRS = 2;

  private final TreeEntry[] stages;
  private final Optional<Integer> takes;
  private final SortedSet<String> otherNames = new TreeSet<>();
  private final boolean[] renamedHere = new boolean[3];
  private Optional<Kind> conflict = Optional.empty();
  private boolean gone;

  private PathStages(TreeEntry[] stages) {
    this.stages = stages;
    takes = takes();
  }

  static PathStages of(
      Optional<TreeEntry> base, Optional<TreeEntry> ours, Optional<TreeEntry> theirs) {
    return new PathStages(
        new TreeEntry[] {base.orElse(null), ours.orElse(null), theirs.orElse(null)});
  }

  /** The side that the path is taken from because the other one changed nothing, or the same. */
  private Optional<Integer> takes() {
    if (stages[OURS] != null && stages[OURS].equals(stages[THEIRS])
        || stages[BASE] != null && stages[BASE].equals(stages[THEIRS])) {
      return Optional.of(OURS);
    }
    return stages[BASE] != null && stages[BASE].equals(stages[OURS])
        ? Optional.of(THEIRS)
        : Optional.empty();
  }

  /** What is settled without a look at contents: the side that has the result. */
  Optional<Integer> settled() {
    return takes;
  }

  Optional<TreeEntry> stage(int side) {
    return Optional.ofNullable(stages[side]);
  }

  boolean has(int side) {
    return stages[side] != null;
  }

  void set(int side, Optional<TreeEntry> entry) {
    stages[side] = entry.orElse(null);
  }

  /** Names that the file has elsewhere. */
  SortedSet<String> otherNames() {
    return otherNames;
  }

  /** A conflict of the name: whatever the contents are, somebody has to look at it. */
  Optional<Kind> conflict() {
    return conflict;
  }

  void conflict(Kind kind) {
    conflict = Optional.of(Objects.requireNonNull(kind, "kind"));
  }

  /** Takes note that a side brought the file here from another path, where another one is, too. */
  void meets(int side) {
    renamedHere[side] = true;
  }

  /** What it is when two different files meet here; empty when none came from elsewhere. */
  Optional<Kind> meeting() {
    if (renamedHere[OURS] && renamedHere[THEIRS]) {
      return Optional.of(Kind.RENAMED_TO_ONE);
    }
    return renamedHere[OURS] || renamedHere[THEIRS]
        ? Optional.of(Kind.RENAMED_AND_ADDED)
        : Optional.empty();
  }

  /** Whether the file is elsewhere now. */
  boolean gone() {
    return gone;
  }

  void leave() {
    gone = true;
  }
}
