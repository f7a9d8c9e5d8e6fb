package dev.coord.evidence.git;

/**
 * How much of trees may be looked at. A dozen objects can describe more files than a disk holds, so
 * entries, depth and the length of all paths together are bounded.
 */
final class Budget {

  /** More files than the largest repositories have. */
  static final int FILES = 500_000;

  static final int DEPTH = 256;
  private static final long PATH_BYTES = 100L << 20;
  private static final String REMEDY =
      "Check the repository with git fsck; coord reads no repository of this size.";

  private final int limit;
  private int entries;
  private long pathBytes;

  Budget(int limit) {
    this.limit = limit;
  }

  /** Counts an entry that is looked at. */
  void entry(int pathLength) throws UnreadableException {
    pathBytes += pathLength;
    if (++entries > limit || pathBytes > PATH_BYTES) {
      throw new UnreadableException("there are more than " + limit + " paths to look at", REMEDY);
    }
  }

  /** Checks the depth of a directory. */
  void depth(int depth) throws UnreadableException {
    if (depth > DEPTH) {
      throw new UnreadableException("directories are nested more than " + DEPTH + " deep", REMEDY);
    }
  }
}
