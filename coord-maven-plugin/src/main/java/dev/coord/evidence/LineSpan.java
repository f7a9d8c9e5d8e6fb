package dev.coord.evidence;

/**
 * Lines of a file that follow one another.
 *
 * @param first the first of them, from 1
 * @param last the last of them
 */
public record LineSpan(int first, int last) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException when there is no line
   */
  public LineSpan {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no lines: " + first + "-" + last);
    }
  }

  /** How many lines they are. */
  public int size() {
    return last - first + 1;
  }

  /** {@code 12}, or {@code 12-15}. */
  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
