package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import java.util.Arrays;
import java.util.Optional;

/** Lines of one file in the order in which reports list them; a line may come more than once. */
final class LineTable {

  /** The most entries for one file: more than any source has lines. */
  static final int MAX_LINES = 2_000_000;

  static final String TOO_LONG = "a file has more than 2,000,000 lines or branches";

  private static final int GROWTH = 64;
  private static final int[] NO_NUMBERS = {};
  private static final boolean[] NO_FLAGS = {};

  private int size;
  private int[] lines = NO_NUMBERS;
  private boolean[] covered = NO_FLAGS;
  private int[] branches = NO_NUMBERS;
  private int[] taken = NO_NUMBERS;

  /** Number of lines, repeated ones included. */
  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /**
   * Adds a line.
   *
   * @param line its number, from 1
   * @param wasRun whether it was run
   * @param allBranches its branches
   * @param takenBranches those that were taken, at most all
   */
  void add(int line, boolean wasRun, int allBranches, int takenBranches) {
    if (size == lines.length) {
      resize(size + (size >> 1) + GROWTH);
    }
    lines[size] = line;
    covered[size] = wasRun;
    branches[size] = allBranches;
    taken[size++] = takenBranches;
  }

  /** Whether no more entries should be added of a hostile report. */
  boolean isFull() {
    return size >= MAX_LINES;
  }

  /**
   * Puts branches on their lines, each line listed once from now on.
   *
   * @param sorted branches in the order of their lines
   * @return those on lines that are not listed
   */
  Totals place(LcovBranches sorted) {
    sortAndMerge();
    Totals unplaced = Totals.NONE;
    int at = 0;
    for (int i = 0; i < sorted.size(); i++) {
      while (at < size && lines[at] < sorted.line(i)) {
        at++;
      }
      int took = sorted.isTaken(i) ? 1 : 0;
      if (at < size && lines[at] == sorted.line(i)) {
        branches[at]++;
        taken[at] += took;
      } else {
        unplaced = unplaced.plus(took, 1);
      }
    }
    return unplaced;
  }

  void addAll(FileCoverage file) {
    for (int i = 0; i < file.size(); i++) {
      add(file.line(i), file.covered(i), file.branches(i), file.coveredBranches(i));
    }
  }

  /** Takes out all entries of the lines that another table lists. */
  void remove(LineTable others) {
    int[] numbers = Arrays.copyOf(others.lines, others.size);
    Arrays.sort(numbers);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (Arrays.binarySearch(numbers, lines[i]) < 0) {
        lines[kept] = lines[i];
        covered[kept] = covered[i];
        branches[kept] = branches[i];
        taken[kept++] = taken[i];
      }
    }
    size = kept;
  }

  /** Lines that were run, repeated ones included. */
  int run() {
    int run = 0;
    for (int i = 0; i < size; i++) {
      run += covered[i] ? 1 : 0;
    }
    return run;
  }

  /** All branches, those of repeated lines included. */
  long branches() {
    return sum(branches);
  }

  /** Branches taken, those of repeated lines included. */
  long taken() {
    return sum(taken);
  }

  private long sum(int[] numbers) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += numbers[i];
    }
    return sum;
  }

  /**
   * The file with each line once: it was run if any entry says so, and it has the most branches,
   * and the most taken, that any entry says.
   */
  FileCoverage toFile(String name, long unplaced, long takenUnplaced) {
    sortAndMerge();
    return new FileCoverage(
        name,
        Optional.empty(),
        Arrays.copyOf(lines, size),
        Arrays.copyOf(covered, size),
        Arrays.copyOf(branches, size),
        Arrays.copyOf(taken, size),
        unplaced,
        takenUnplaced);
  }

  private void sortAndMerge() {
    if (isAscending()) {
      return;
    }
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((long) lines[i] << Integer.SIZE) | i;
    }
    Arrays.sort(order);
    LineTable merged = new LineTable();
    merged.resize(size);
    for (long entry : order) {
      merged.merge(this, (int) entry);
    }
    size = merged.size;
    lines = merged.lines;
    covered = merged.covered;
    branches = merged.branches;
    taken = merged.taken;
  }

  private void merge(LineTable other, int index) {
    int last = size - 1;
    if (last >= 0 && lines[last] == other.lines[index]) {
      covered[last] |= other.covered[index];
      branches[last] = Math.max(branches[last], other.branches[index]);
      taken[last] = Math.max(taken[last], other.taken[index]);
    } else {
      add(other.lines[index], other.covered[index], other.branches[index], other.taken[index]);
    }
  }

  private boolean isAscending() {
    for (int i = 1; i < size; i++) {
      if (lines[i] <= lines[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private void resize(int length) {
    lines = Arrays.copyOf(lines, length);
    covered = Arrays.copyOf(covered, length);
    branches = Arrays.copyOf(branches, length);
    taken = Arrays.copyOf(taken, length);
  }
}
