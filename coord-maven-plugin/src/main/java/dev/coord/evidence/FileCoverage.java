package dev.coord.evidence;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Coverage of one source file, line by line.
 *
 * <p>The arrays run in parallel, one entry for each line that can be covered, ordered by line.
 */
public final class FileCoverage implements Comparable<FileCoverage> {

  private final String name;
  private final Optional<String> path;
  private final int[] lines;
  private final boolean[] covered;
  private final int[] branches;
  private final int[] coveredBranches;

  /**
   * Copies the arrays.
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
    this.name = Objects.requireNonNull(name, "name");
    this.path = Objects.requireNonNull(path, "path");
    this.lines = lines.clone();
    this.covered = covered.clone();
    this.branches = branches.clone();
    this.coveredBranches = coveredBranches.clone();
    if (covered.length != lines.length
        || branches.length != lines.length
        || coveredBranches.length != lines.length) {
      throw new IllegalArgumentException("lines and their coverage differ in number in " + name);
    }
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] < 1
          || (i > 0 && lines[i] <= lines[i - 1])
          || coveredBranches[i] < 0
          || coveredBranches[i] > branches[i]) {
        throw new IllegalArgumentException(
            "impossible coverage of line " + lines[i] + " of " + name);
      }
    }
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
    return lines.length;
  }

  /** The line number of an entry. */
  public int line(int index) {
    return lines[index];
  }

  /** Whether the line of an entry was run. */
  public boolean covered(int index) {
    return covered[index];
  }

  /** Branches of the line of an entry. */
  public int branches(int index) {
    return branches[index];
  }

  /** Branches taken of the line of an entry. */
  public int coveredBranches(int index) {
    return coveredBranches[index];
  }

  /** The counts of the whole file. */
  public CoverageCount count() {
    long run = 0;
    for (boolean hit : covered) {
      run += hit ? 1 : 0;
    }
    return new CoverageCount(
        run,
        lines.length,
        Arrays.stream(coveredBranches).asLongStream().sum(),
        Arrays.stream(branches).asLongStream().sum());
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
        && Arrays.equals(lines, that.lines)
        && Arrays.equals(covered, that.covered)
        && Arrays.equals(branches, that.branches)
        && Arrays.equals(coveredBranches, that.coveredBranches);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, path, Arrays.hashCode(lines), Arrays.hashCode(covered));
  }

  @Override
  public String toString() {
    return path.orElse(name) + " " + count();
  }
}
