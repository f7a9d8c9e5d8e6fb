package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;

/**
 * One file, put together from pieces.
 *
 * <p>Small pieces wait until they are worth a merge, so that many small pieces of a large file do
 * not take quadratic time.
 */
final class FileLines {

  private static final int WAITING = 256;
  private static final int SHARE = 8;

  private FileCoverage merged;
  private final LineTable waiting = new LineTable();
  private long unplaced;
  private long takenUnplaced;

  FileLines(FileCoverage first) {
    merged = first;
    unplaced = first.unplacedBranches();
    takenUnplaced = first.coveredUnplacedBranches();
  }

  /** Adds what another piece says of the same file. */
  void add(FileCoverage piece) {
    waiting.addAll(piece);
    unplaced = Math.max(unplaced, piece.unplacedBranches());
    takenUnplaced = Math.max(takenUnplaced, piece.coveredUnplacedBranches());
    if ((long) waiting.size() * SHARE + WAITING >= merged.size()) {
      merge();
    }
  }

  private void merge() {
    waiting.addAll(merged);
    merged = waiting.toFile(merged.name(), unplaced, takenUnplaced);
    waiting.clear();
  }

  /** The file as all pieces tell it. */
  FileCoverage finish() {
    merge();
    return merged;
  }
}
