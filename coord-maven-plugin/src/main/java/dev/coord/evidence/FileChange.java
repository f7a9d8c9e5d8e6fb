package dev.coord.evidence;

import java.util.Objects;

/**
 * A path that differs between two commits. A rename is two changes: both paths count.
 *
 * @param path repository path, byte for byte as git stores it
 * @param kind how it differs
 * @param added lines added, 0 for binary files
 * @param removed lines removed, 0 for binary files
 * @param binary whether lines could not be counted
 */
public record FileChange(String path, Kind kind, int added, int removed, boolean binary)
    implements Comparable<FileChange> {

  /** How a path differs. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** Its content or mode is different. */
    MODIFIED,
    /** It is gone. */
    DELETED;

    /** What it comes to when it is done and then another. */
    public Kind then(Kind later) {
      if (this == ADDED && later == MODIFIED) {
        return ADDED;
      }
      return this == DELETED && later == ADDED ? MODIFIED : later;
    }
  }

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException when a count is negative
   */
  public FileChange {
    Objects.requireNonNull(kind, "kind");
    if (added < 0 || removed < 0) {
      throw new IllegalArgumentException("negative line count of " + path);
    }
  }

  /** Orders by path. */
  @Override
  public int compareTo(FileChange other) {
    return path.compareTo(other.path);
  }
}
