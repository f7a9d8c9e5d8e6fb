package dev.coord.evidence;

import java.util.Arrays;
import java.util.Objects;

/**
 * The lines of a file of usual size, a few bits for each.
 *
 * <p>The words hold, one after the other: a bit for each line of the file from the first that can
 * be covered, set for those that can be; a bit for each of these, set when it was run; a bit for
 * each, set when it has branches. The branches of the latter follow in pairs of bytes.
 */
final class BitLines implements LineData {

  /** More words than this would take long to count through. */
  private static final int MAX_WORDS = 256;

  private final int size;
  private final int first;
  private final int lineWords;
  private final long[] words;
  private final byte[] branches;

  BitLines(int[] lines, boolean[] covered, int[] branches, int[] coveredBranches) {
    size = lines.length;
    first = lines[0];
    lineWords = words(lines[size - 1] - first + 1);
    words = new long[lineWords + 2 * words(size)];
    this.branches = new byte[2 * (int) Arrays.stream(branches).filter(count -> count > 0).count()];
    int next = 0;
    for (int i = 0; i < size; i++) {
      set(0, lines[i] - first, true);
      set(lineWords, i, covered[i]);
      set(lineWords + words(size), i, branches[i] > 0);
      if (branches[i] > 0) {
        this.branches[next++] = (byte) branches[i];
        this.branches[next++] = (byte) coveredBranches[i];
      }
    }
  }

  /** Whether these lines can be kept so, and are smaller so. */
  static boolean fits(int[] lines, int[] branches) {
    int size = lines.length;
    if (size == 0) {
      return false;
    }
    long needed = ((long) lines[size - 1] - lines[0]) / Long.SIZE + 1;
    return needed <= Math.min(MAX_WORDS, size)
        && Arrays.stream(branches).allMatch(count -> count <= Byte.MAX_VALUE);
  }

  private static int words(int bits) {
    return (bits + Long.SIZE - 1) / Long.SIZE;
  }

  private void set(int word, int bit, boolean value) {
    if (value) {
      words[word + bit / Long.SIZE] |= 1L << bit;
    }
  }

  private boolean get(int word, int bit) {
    return (words[word + bit / Long.SIZE] & 1L << bit) != 0;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int line(int index) {
    int left = Objects.checkIndex(index, size);
    int word = 0;
    while (left >= Long.bitCount(words[word])) {
      left -= Long.bitCount(words[word++]);
    }
    long bits = words[word];
    for (; left > 0; left--) {
      bits &= bits - 1;
    }
    return first + word * Long.SIZE + Long.numberOfTrailingZeros(bits);
  }

  @Override
  public boolean covered(int index) {
    return get(lineWords, Objects.checkIndex(index, size));
  }

  @Override
  public int branches(int index) {
    return branch(index, 0);
  }

  @Override
  public int coveredBranches(int index) {
    return branch(index, 1);
  }

  private int branch(int index, int which) {
    int start = lineWords + words(size);
    if (!get(start, Objects.checkIndex(index, size))) {
      return 0;
    }
    int before = 0;
    int word = start;
    for (; word < start + index / Long.SIZE; word++) {
      before += Long.bitCount(words[word]);
    }
    before += Long.bitCount(words[word] & ((1L << index) - 1));
    return branches[2 * before + which];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BitLines that
        && size == that.size
        && first == that.first
        && Arrays.equals(words, that.words)
        && Arrays.equals(branches, that.branches);
  }

  @Override
  public int hashCode() {
    return Objects.hash(size, first, Arrays.hashCode(words), Arrays.hashCode(branches));
  }
}
