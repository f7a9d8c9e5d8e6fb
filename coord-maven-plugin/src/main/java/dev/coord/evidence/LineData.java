package dev.coord.evidence;

/** The lines of one file, kept as small as they can be: a large project has millions of them. */
interface LineData {

  /** Number of lines. */
  int size();

  /** The number of a line, ascending by index. */
  int line(int index);

  /** Whether a line was run. */
  boolean covered(int index);

  /** Branches of a line. */
  int branches(int index);

  /** Branches of a line that were taken. */
  int coveredBranches(int index);

  /**
   * Packs lines.
   *
   * @param lines numbers, ascending, from 1
   * @param covered whether each was run
   * @param branches branches of each
   * @param coveredBranches branches taken of each
   */
  static LineData of(int[] lines, boolean[] covered, int[] branches, int[] coveredBranches) {
    return BitLines.fits(lines, branches)
        ? new BitLines(lines, covered, branches, coveredBranches)
        : new WideLines(lines, covered, branches, coveredBranches);
  }
}
