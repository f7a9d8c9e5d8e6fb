package dev.coord.site;

import dev.coord.evidence.FileCoverage;
import java.util.ArrayList;
import java.util.List;

/** Lines of a file in few words. */
final class LineRanges {

  private static final int SHOWN = 6;

  private LineRanges() {}

  /**
   * The lines that were not run: {@code 12, 15-18 and 3 more}. Lines that cannot be run do not part
   * those around them.
   */
  static String uncovered(FileCoverage file) {
    List<String> ranges = new ArrayList<>();
    int first = -1;
    for (int i = 0; i <= file.size(); i++) {
      boolean open = i < file.size() && !file.covered(i);
      if (open && first < 0) {
        first = i;
      } else if (!open && first >= 0) {
        ranges.add(range(file.line(first), file.line(i - 1)));
        first = -1;
      }
    }
    int more = ranges.size() - SHOWN;
    return more > 0
        ? String.join(", ", ranges.subList(0, SHOWN)) + " and " + more + " more"
        : String.join(", ", ranges);
  }

  private static String range(int first, int last) {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
