package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import java.util.Optional;

/**
 * One file, put together from any number of pieces.
 *
 * <p>Small pieces wait until they are worth a merge, so that many small pieces of a large file do
 * not take quadratic time.
 */
final class FileLines {

  private static final int WAITING = 256;
  private static final int SHARE = 8;

  private final String name;
  private Optional<FileCoverage> merged = Optional.empty();
  private LineTable waiting = new LineTable();
  private long unplaced;
  private long takenUnplaced;

  FileLines(String name) {
    this.name = name;
  }

  /** Adds lines, and branches that are on no line. */
  void add(LineTable piece, long unplacedBranches, long takenUnplacedBranches) {
    waiting.addAll(piece);
    merge(unplacedBranches, takenUnplacedBranches);
  }

  /** Adds a file that was put together elsewhere. */
  void add(FileCoverage piece) {
    if (merged.isEmpty() && waiting.size() == 0) {
      merged = Optional.of(piece);
      unplaced = piece.unplacedBranches();
      takenUnplaced = piece.coveredUnplacedBranches();
    } else {
      waiting.addAll(piece);
      merge(piece.unplacedBranches(), piece.coveredUnplacedBranches());
    }
  }

  private void merge(long unplacedBranches, long takenUnplacedBranches) {
    unplaced = Math.max(unplaced, unplacedBranches);
    takenUnplaced = Math.max(takenUnplaced, takenUnplacedBranches);
    int size = merged.map(FileCoverage::size).orElse(0);
    if ((long) waiting.size() * SHARE + WAITING >= size) {
      merge();
    }
  }

  private void merge() {
    merged.ifPresent(waiting::addAll);
    merged = Optional.of(waiting.toFile(name, unplaced, takenUnplaced));
    waiting = new LineTable();
  }

  /** The file as all pieces tell it. */
  FileCoverage finish() {
    boolean finished =
        merged
            .filter(
                file ->
                    waiting.size() == 0
                        && file.unplacedBranches() == unplaced
                        && file.coveredUnplacedBranches() == takenUnplaced)
            .isPresent();
    if (!finished) {
      merge();
    }
    return merged.orElseThrow();
  }
}
