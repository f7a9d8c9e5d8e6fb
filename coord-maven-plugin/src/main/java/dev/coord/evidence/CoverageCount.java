package dev.coord.evidence;

/**
 * Counts of lines and branches, never percentages: those are made where they are compared or shown.
 *
 * @param lines lines run
 * @param allLines lines that can be run
 * @param branches branches taken
 * @param allBranches branches that can be taken
 */
public record CoverageCount(long lines, long allLines, long branches, long allBranches) {

  /** Nothing at all. */
  public static final CoverageCount NONE = new CoverageCount(0, 0, 0, 0);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when more is covered than there is
   */
  public CoverageCount {
    if (lines < 0 || lines > allLines || branches < 0 || branches > allBranches) {
      throw new IllegalArgumentException("more is covered than there is");
    }
  }

  /** The sum of both. */
  public CoverageCount plus(CoverageCount other) {
    return new CoverageCount(
        lines + other.lines,
        allLines + other.allLines,
        branches + other.branches,
        allBranches + other.allBranches);
  }
}
