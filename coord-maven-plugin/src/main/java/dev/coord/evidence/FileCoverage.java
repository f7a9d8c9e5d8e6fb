package dev.coord.evidence;

import java.util.Objects;
import java.util.Optional;

/**
 * Coverage of one source file, line by line.
 *
 * <p>There is one entry for each line that can be covered, ordered by line.
 */
public final class FileCoverage implements Comparable<FileCoverage> {

  private final String name;
  private final Optional<String> path;
  private final LineData lines;
  private final int coveredLines;
  private final long unplaced;
  private final long coveredUnplaced;
  private final long branches;
  private final long coveredBranches;

  /**
   * Copies the arrays; every branch is on a line.
   *
   * @param name the file as the report names it
   * @param path repository path, where exactly one tracked file fits
   * @param lines numbers of the lines that can be covered, ascending, from 1
   * @param covered whether each line was run
   * @param branches branches of each line, 0 or more
   * @param coveredBranches branches of each line that were taken, at most {@code branches}
   * @throws IllegalArgumentException when the arrays do not fit together
   */
  public FileCoverage(
      String name,
      Optional<String> path,
      int[] lines,
      boolean[] covered,
      int[] branches,
      int[] coveredBranches) {
    this(name, path, lines, covered, branches, coveredBranches, 0, 0);
  }

  /**
   * Copies the arrays.
   *
   * @param name the file as the report names it
   * @param path repository path, where exactly one tracked file fits
   * @param lines numbers of the lines that can be covered, ascending, from 1
   * @param covered whether each line was run
   * @param branches branches of each line, 0 or more
   * @param coveredBranches branches of each line that were taken, at most {@code branches}
   * @param unplaced branches that the report counts without saying on which line
   * @param coveredUnplaced those of them that were taken
   * @throws IllegalArgumentException when the arrays do not fit together
   */
  public FileCoverage(
      String name,
      Optional<String> path,
      int[] lines,
      boolean[] covered,
      int[] branches,
      int[] coveredBranches,
      long unplaced,
      long coveredUnplaced) {
    this.name = Objects.requireNonNull(name, "name");
    this.path = Objects.requireNonNull(path, "path");
    if (covered.length != lines.length
        || branches.length != lines.length
        || coveredBranches.length != lines.length) {
      throw new IllegalArgumentException("lines and their coverage differ in number in " + name);
    }
    int run = 0;
    long allBranches = unplaced;
    long takenBranches = coveredUnplaced;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] < 1
          || (i > 0 && lines[i] <= lines[i - 1])
          || coveredBranches[i] < 0
          || coveredBranches[i] > branches[i]) {
        throw new IllegalArgumentException(
            "impossible coverage of line " + lines[i] + " of " + name);
      }
      run += covered[i] ? 1 : 0;
      allBranches += branches[i];
      takenBranches += coveredBranches[i];
    }
    if (coveredUnplaced < 0 || coveredUnplaced > unplaced) {
      throw new IllegalArgumentException("impossible branches without a line of " + name);
    }
    this.lines = LineData.of(lines, covered, branches, coveredBranches);
    this.coveredLines = run;
    this.unplaced = unplaced;
    this.coveredUnplaced = coveredUnplaced;
    this.branches = allBranches;
    this.coveredBranches = takenBranches;
  }

  private FileCoverage(FileCoverage other, Optional<String> path) {
    this.name = other.name;
    this.path = path;
    this.lines = other.lines;
    this.coveredLines = other.coveredLines;
    this.unplaced = other.unplaced;
    this.coveredUnplaced = other.coveredUnplaced;
    this.branches = other.branches;
    this.coveredBranches = other.coveredBranches;
  }

  /** The same coverage, of a file at this repository path. */
  public FileCoverage at(String repositoryPath) {
    return new FileCoverage(this, Optional.of(repositoryPath));
  }

  /** The file as the report names it. */
  public String name() {
    return name;
  }

  /** Repository path, where exactly one tracked file fits. */
  public Optional<String> path() {
    return path;
  }

  /** Number of lines that can be covered. */
  public int size() {
    return lines.size();
  }

  /** The line number of an entry. */
  public int line(int index) {
    return lines.line(index);
  }

  /** Whether the line of an entry was run. */
  public boolean covered(int index) {
    return lines.covered(index);
  }

  /** Branches of the line of an entry. */
  public int branches(int index) {
    return lines.branches(index);
  }

  /** Branches taken of the line of an entry. */
  public int coveredBranches(int index) {
    return lines.coveredBranches(index);
  }

  /** Branches that the report counts without saying on which line. */
  public long unplacedBranches() {
    return unplaced;
  }

  /** The branches without a line that were taken. */
  public long coveredUnplacedBranches() {
    return coveredUnplaced;
  }

  /** The counts of the whole file, branches without a line included. */
  public CoverageCount count() {
    return new CoverageCount(coveredLines, size(), coveredBranches, branches);
  }

  /** Orders by repository path where known, then by name. */
  @Override
  public int compareTo(FileCoverage other) {
    int order = path.orElse(name).compareTo(other.path.orElse(other.name));
    return order != 0 ? order : name.compareTo(other.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileCoverage that
        && name.equals(that.name)
        && path.equals(that.path)
        && unplaced == that.unplaced
        && coveredUnplaced == that.coveredUnplaced
        && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, path, unplaced, coveredUnplaced, lines);
  }

  @Override
  public String toString() {
    return path.orElse(name) + " " + count();
  }
}
