package dev.coord.engine;

/**
 * Mends the times of things whose order is known: as few as possible are changed, and each of those
 * as little as the order allows.
 *
 * <p>Right is the longest non-decreasing subsequence, found by patience sorting: n log n. So a time
 * that is years too early or too late costs no other its own.
 */
final class SteadyClock {

  private SteadyClock() {}

  /**
   * The times in an order that can be.
   *
   * @param times in any unit, of the oldest thing first
   * @param latest no time is after this one
   * @return of each thing, none before the one before it; of several ways to change as few, one of
   *     them, always the same
   */
  static long[] mended(long[] times, long latest) {
    boolean[] right = right(times, latest);
    long[] mended = new long[times.length];
    long next = latest;
    for (int i = times.length - 1; i >= 0; i--) {
      next = right[i] ? times[i] : next;
      mended[i] = Math.min(times[i], next);
    }
    for (int i = 1; i < times.length; i++) {
      mended[i] = Math.max(mended[i], mended[i - 1]);
    }
    return mended;
  }

  private static boolean[] right(long[] times, long latest) {
    int[] ends = new int[times.length];
    int[] before = new int[times.length];
    int length = 0;
    for (int i = 0; i < times.length; i++) {
      if (times[i] > latest) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (times[ends[middle]] <= times[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] right = new boolean[times.length];
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
      right[i] = true;
    }
    return right;
  }
}
