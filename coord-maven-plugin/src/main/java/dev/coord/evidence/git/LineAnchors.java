package dev.coord.evidence.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Cuts a large region of two texts into small ones, at lines that occur once in each: the largest
 * set of them that is in the same order in both, as "patience diff" does. Takes n log n time.
 */
final class LineAnchors {

  private static final RawTextComparator COMPARATOR = RawTextComparator.DEFAULT;
  private static final int SEVERAL = -2;
  private static final int NONE = -1;

  private final RawText before;
  private final RawText after;

  /** Where a line occurs: its number, or {@link #SEVERAL}. */
  private static final class Place {
    private final int first;
    private int inBefore;
    private int inAfter = NONE;

    Place(int line) {
      first = line;
      inBefore = line;
    }
  }

  LineAnchors(RawText before, RawText after) {
    this.before = before;
    this.after = after;
  }

  /** The regions between the anchors, in order, without those that are empty on both sides. */
  List<Edit> gaps(Edit region) {
    List<Edit> gaps = new ArrayList<>();
    int a = region.getBeginA();
    int b = region.getBeginB();
    for (int[] anchor : anchors(region)) {
      addGap(gaps, a, anchor[0], b, anchor[1]);
      a = anchor[0] + 1;
      b = anchor[1] + 1;
    }
    addGap(gaps, a, region.getEndA(), b, region.getEndB());
    return gaps;
  }

  /**
   * Cuts off what is common at both ends, which are no anchors when the lines occur more than once.
   */
  private void addGap(List<Edit> gaps, int fromA, int toA, int fromB, int toB) {
    int beginA = fromA;
    int beginB = fromB;
    int endA = toA;
    int endB = toB;
    while (beginA < endA && beginB < endB && COMPARATOR.equals(before, beginA, after, beginB)) {
      beginA++;
      beginB++;
    }
    while (beginA < endA && beginB < endB && COMPARATOR.equals(before, endA - 1, after, endB - 1)) {
      endA--;
      endB--;
    }
    if (beginA < endA || beginB < endB) {
      gaps.add(new Edit(beginA, endA, beginB, endB));
    }
  }

  private List<int[]> anchors(Edit region) {
    Map<Integer, Place> places = new HashMap<>();
    for (int line = region.getBeginA(); line < region.getEndA(); line++) {
      Place place = places.putIfAbsent(COMPARATOR.hash(before, line), new Place(line));
      if (place != null) {
        place.inBefore = SEVERAL;
      }
    }
    for (int line = region.getBeginB(); line < region.getEndB(); line++) {
      Place place = places.get(COMPARATOR.hash(after, line));
      if (place != null) {
        boolean same = COMPARATOR.equals(before, place.first, after, line);
        place.inAfter = same && place.inAfter == NONE ? line : SEVERAL;
      }
    }
    List<int[]> unique = new ArrayList<>();
    for (Place place : places.values()) {
      if (place.inBefore >= 0 && place.inAfter >= 0) {
        unique.add(new int[] {place.inBefore, place.inAfter});
      }
    }
    unique.sort((x, y) -> Integer.compare(x[0], y[0]));
    return longestAscending(unique);
  }

  /** The longest subsequence whose second numbers ascend; the first ones do. */
  private static List<int[]> longestAscending(List<int[]> pairs) {
    int[] previous = new int[pairs.size()];
    int[] ends = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? NONE : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    int[][] longest = new int[length][];
    for (int at = length == 0 ? NONE : ends[length - 1]; at != NONE; at = previous[at]) {
      longest[--length] = pairs.get(at);
    }
    return Arrays.asList(longest);
  }
}
