package dev.coord.evidence.git;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How much of one file is in another, as git estimates it when it looks for renames: texts are cut
 * at the ends of lines and after 64 bytes, and what both have in common is put in relation to the
 * larger one. The parts are told apart by git's own check sum, so that the estimate is git's to the
 * last digit: a file just above a threshold is a rename, and one just below is none.
 */
final class Similarity {

  /** The score of equal files. */
  static final int EQUAL = 60_000;

  private static final int PART = 64;
  private static final int SUMS = 107_927;
  private static final int SECOND_WEIGHT = 0x61;

  /** Larger files are not compared, in bytes. */
  private static final int LARGEST = 64 << 20;

  private static final int MOST_SCORES = 500_000;
  private static final long MOST_PRINT_BYTES = 64L << 20;

  /** Where contents come from. */
  interface Source {
    /** A file's bytes; empty when it is larger than the limit. */
    Optional<byte[]> bytes(TreeEntry entry, int limit) throws IOException;

    /** How many bytes a file has. */
    long size(TreeEntry entry) throws IOException;
  }

  /**
   * What is compared of a file.
   *
   * @param sums the check sums of its parts, ascending
   * @param weights how many bytes the parts with each check sum have
   */
  private record Print(int[] sums, int[] weights) {
    long bytes() {
      return 8L * sums.length + 64;
    }
  }

  private record Compared(ObjectId from, ObjectId to) {}

  private final Source source;
  private final Map<ObjectId, Long> sizes = new HashMap<>();
  private final Map<Compared, Integer> scores = new HashMap<>();
  private final Map<ObjectId, Print> prints = new LinkedHashMap<>(64, 0.75f, true);
  private long printBytes;

  Similarity(Source source) {
    this.source = source;
  }

  /**
   * Compares two files.
   *
   * @param least lower scores are not worth knowing
   * @return 0 to {@link #EQUAL}; 0 where it may be lower than the least
   */
  int score(TreeEntry from, TreeEntry to, int least) throws IOException {
    if (!from.isRegular() || !to.isRegular()) {
      return 0;
    }
    long one = size(from);
    long other = size(to);
    long larger = Math.max(one, other);
    if (larger * (EQUAL - least) < (larger - Math.min(one, other)) * EQUAL) {
      return 0;
    }
    Compared key = new Compared(from.id(), to.id());
    Integer known = scores.get(key);
    if (known == null) {
      known = larger == 0 ? 0 : (int) (common(print(from), print(to)) * EQUAL / larger);
      if (scores.size() < MOST_SCORES) {
        scores.put(key, known);
      }
    }
    return known;
  }

  private long size(TreeEntry entry) throws IOException {
    Long known = sizes.get(entry.id());
    if (known == null) {
      known = source.size(entry);
      sizes.put(entry.id(), known);
    }
    return known;
  }

  private Print print(TreeEntry entry) throws IOException {
    Print known = prints.get(entry.id());
    if (known == null) {
      byte[] content =
          source
              .bytes(entry, LARGEST)
              .orElseThrow(
                  () ->
                      new UnreadableException(
                          "a file that may have been renamed has more than 64 MiB",
                          "See what git merge-tree says of it."));
      known = print(content);
      prints.put(entry.id(), known);
      printBytes += known.bytes();
      var oldest = prints.values().iterator();
      while (printBytes > MOST_PRINT_BYTES && prints.size() > 2) {
        printBytes -= oldest.next().bytes();
        oldest.remove();
      }
    }
    return known;
  }

  private static Print print(byte[] content) {
    boolean text = !Contents.isBinary(content);
    long[] parts = new long[64];
    int count = 0;
    long rolling = 0;
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      byte next = content[i];
      boolean end = i + 1 == content.length;
      if (!(text && next == '\r' && !end && content[i + 1] == '\n')) {
        rolling = Long.rotateLeft(rolling, 7);
        rolling = rolling & 0xffffffff00000000L | (rolling + (next & 0xff)) & 0xffffffffL;
        length++;
      }
      if (length > 0 && (end || length == PART || next == '\n')) {
        if (count == parts.length) {
          parts = Arrays.copyOf(parts, 2 * count);
        }
        int second = (int) (rolling >>> 32);
        int sum = Integer.remainderUnsigned((int) rolling + second * SECOND_WEIGHT, SUMS);
        parts[count++] = (long) sum << 32 | length;
        rolling = 0;
        length = 0;
      }
    }
    return gather(parts, count);
  }

  private static Print gather(long[] parts, int count) {
    Arrays.sort(parts, 0, count);
    int[] sums = new int[count];
    int[] weights = new int[count];
    int last = -1;
    for (int i = 0; i < count; i++) {
      int sum = (int) (parts[i] >> 32);
      if (last < 0 || sums[last] != sum) {
        sums[++last] = sum;
      }
      weights[last] += (int) parts[i];
    }
    return new Print(Arrays.copyOf(sums, last + 1), Arrays.copyOf(weights, last + 1));
  }

  private static long common(Print from, Print to) {
    long common = 0;
    int j = 0;
    for (int i = 0; i < from.sums().length; i++) {
      while (j < to.sums().length && to.sums()[j] < from.sums()[i]) {
        j++;
      }
      if (j < to.sums().length && to.sums()[j] == from.sums()[i]) {
        common += Math.min(from.weights()[i], to.weights()[j]);
      }
    }
    return common;
  }
}
