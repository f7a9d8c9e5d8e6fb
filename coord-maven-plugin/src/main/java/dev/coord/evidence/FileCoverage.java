package dev.coord.evidence;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;

/**
 * Coverage of one source file, line by line.
 *
 * <p>The arrays run in parallel, one entry for each line that can be covered, ordered by line. They
 * are kept packed, since a large project has millions of lines.
 */
public final class FileCoverage implements Comparable<FileCoverage> {

  private final String name;
  private final Optional<String> path;
  private final PackedInts lines;
  private final BitSet covered;
  private final PackedInts branches;
  private final PackedInts coveredBranches;
  private final CoverageCount count;

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
    this.covered = new BitSet(lines.length);
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
      this.covered.set(i, covered[i]);
      allBranches += branches[i];
      takenBranches += coveredBranches[i];
    }
    if (coveredUnplaced < 0 || coveredUnplaced > unplaced) {
      throw new IllegalArgumentException("impossible branches without a line of " + name);
    }
    this.lines = PackedInts.of(lines);
    this.branches = PackedInts.of(branches);
    this.coveredBranches = PackedInts.of(coveredBranches);
    this.count =
        new CoverageCount(this.covered.cardinality(), lines.length, takenBranches, allBranches);
  }

  private FileCoverage(FileCoverage other, Optional<String> path) {
    this.name = other.name;
    this.path = path;
    this.lines = other.lines;
    this.covered = other.covered;
    this.branches = other.branches;
    this.coveredBranches = other.coveredBranches;
    this.count = other.count;
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
    return (int) count.allLines();
  }

  /** The line number of an entry. */
  public int line(int index) {
    return lines.get(index);
  }

  /** Whether the line of an entry was run. */
  public boolean covered(int index) {
    return covered.get(Objects.checkIndex(index, size()));
  }

  /** Branches of the line of an entry. */
  public int branches(int index) {
    return branches.get(index);
  }

  /** Branches taken of the line of an entry. */
  public int coveredBranches(int index) {
    return coveredBranches.get(index);
  }

  /** Branches that the report counts without saying on which line. */
  public long unplacedBranches() {
    return count.allBranches() - branches.sum();
  }

  /** The branches without a line that were taken. */
  public long coveredUnplacedBranches() {
    return count.branches() - coveredBranches.sum();
  }

  /** The counts of the whole file, branches without a line included. */
  public CoverageCount count() {
    return count;
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
        && count.equals(that.count)
        && lines.equals(that.lines)
        && covered.equals(that.covered)
        && branches.equals(that.branches)
        && coveredBranches.equals(that.coveredBranches);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, path, count, lines, covered);
  }

  @Override
  public String toString() {
    return path.orElse(name) + " " + count;
  }
}
