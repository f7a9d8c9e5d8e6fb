package dev.coord.evidence.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The branches of one section of LCOV, known by line and name. */
final class LcovBranches {

  private static final int GROWTH = 64;

  private int size;
  private int[] lines = {};
  private long[] names = {};
  private boolean[] taken = {};

  void clear() {
    size = 0;
  }

  /**
   * Adds a branch.
   *
   * @param line its line, from 1
   * @param name a number for its name
   * @param wasTaken whether it was taken
   */
  void add(int line, long name, boolean wasTaken) {
    if (size == lines.length) {
      int length = size + (size >> 1) + GROWTH;
      lines = Arrays.copyOf(lines, length);
      names = Arrays.copyOf(names, length);
      taken = Arrays.copyOf(taken, length);
    }
    lines[size] = line;
    names[size] = name;
    taken[size++] = wasTaken;
  }

  /** Number of branches: before {@link #sort} with the repeated ones, after it without. */
  int size() {
    return size;
  }

  int line(int index) {
    return lines[index];
  }

  boolean isTaken(int index) {
    return taken[index];
  }

  /** How many were taken. */
  int taken() {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += taken[i] ? 1 : 0;
    }
    return count;
  }

  /** Orders by line and name; a branch that comes twice is one, taken if either was. */
  void sort() {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> lines[i]).thenComparingLong(i -> names[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    LcovBranches sorted = new LcovBranches();
    for (int index : order) {
      int last = sorted.size - 1;
      if (last >= 0 && sorted.lines[last] == lines[index] && sorted.names[last] == names[index]) {
        sorted.taken[last] |= taken[index];
      } else {
        sorted.add(lines[index], names[index], taken[index]);
      }
    }
    size = sorted.size;
    lines = sorted.lines;
    names = sorted.names;
    taken = sorted.taken;
  }

  /** A number that is the same for the same branches, whether they were taken or not. */
  long structure() {
    long hash = size;
    for (int i = 0; i < size; i++) {
      hash = (hash * 31 + lines[i]) * 31 + names[i];
    }
    return hash;
  }

  /** Adds what the same branches did in another section, and gives what they did in both. */
  BitSet merge(BitSet other) {
    BitSet both = new BitSet(size);
    for (int i = 0; i < size; i++) {
      taken[i] |= other.get(i);
      both.set(i, taken[i]);
    }
    return both;
  }
}
