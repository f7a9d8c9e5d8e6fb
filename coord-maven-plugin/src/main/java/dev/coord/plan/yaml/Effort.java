package dev.coord.plan.yaml;

/**
 * How much the parser has read of one file, lines that it read again for their mistakes included.
 */
final class Effort {
  /** The most tokens that are read of one file, each as often as it is read. */
  static final int MAX_TOKENS = 2 * YamlTree.MAX_TOKENS;

  private int tokens;

  /** Whether so many more would be too many. */
  boolean isSpentBy(int more) {
    return tokens + more > MAX_TOKENS;
  }

  /** Counts what was read. */
  void add(int more) {
    tokens += more;
  }
}
