package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;

/**
 * Which lines of one file only one of two reports knows.
 *
 * @param first the first line that only the first knows, or 0
 * @param second the first line that only the second knows, or 0
 */
record LineDifference(int first, int second) {

  /** Compares the lines of one file in two reports. */
  static LineDifference between(FileCoverage left, FileCoverage right) {
    int first = 0;
    int second = 0;
    int i = 0;
    int j = 0;
    while ((i < left.size() || j < right.size()) && (first == 0 || second == 0)) {
      int ofLeft = i < left.size() ? left.line(i) : Integer.MAX_VALUE;
      int ofRight = j < right.size() ? right.line(j) : Integer.MAX_VALUE;
      if (ofLeft < ofRight && first == 0) {
        first = ofLeft;
      }
      if (ofRight < ofLeft && second == 0) {
        second = ofRight;
      }
      i += ofLeft <= ofRight ? 1 : 0;
      j += ofRight <= ofLeft ? 1 : 0;
    }
    return new LineDifference(first, second);
  }

  /**
   * Whether both know lines that the other does not, as of two versions of a file. That one knows
   * less is usual: it may leave out some classes.
   */
  boolean isContradiction() {
    return first > 0 && second > 0;
  }
}
