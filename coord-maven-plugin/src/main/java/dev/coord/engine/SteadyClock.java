package dev.coord.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Leaves out what a wrong clock dated: of things in their order, the most that can be kept so that
 * no time is before the one before it. One that is years too early or too late hides no other.
 *
 * <p>The longest non-decreasing subsequence, by patience sorting: n log n.
 */
final class SteadyClock {

  private SteadyClock() {}

  /**
   * What is kept, in the same order; of several ways to keep as many, one of them, always the same.
   *
   * @param things oldest first
   * @param time in any unit
   */
  static <T> List<T> kept(List<T> things, ToLongFunction<T> time) {
    int[] ends = new int[things.size()];
    int[] before = new int[things.size()];
    long[] times = things.stream().mapToLong(time).toArray();
    int length = 0;
    for (int i = 0; i < times.length; i++) {
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
    List<T> kept = new ArrayList<>();
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
      kept.add(things.get(i));
    }
    Collections.reverse(kept);
    return kept;
  }
}
