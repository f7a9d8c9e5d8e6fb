package dev.coord.path;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Several path patterns, any of which may match.
 *
 * <p>Order decides only which pattern {@link #first(String)} names; there is no exclusion.
 *
 * @param patterns the patterns in the order in which they were written; may be empty
 */
public record PathPatterns(List<PathPattern> patterns) {
  /** Copies the list; throws {@link NullPointerException} if it or one of its elements is null. */
  public PathPatterns {
    patterns = List.copyOf(patterns);
  }

  /**
   * Reads patterns.
   *
   * @throws IllegalArgumentException for the first text that {@link PathPattern#of(String)} refuses
   */
  public static PathPatterns of(String... texts) {
    return new PathPatterns(Arrays.stream(texts).map(PathPattern::of).toList());
  }

  /** Whether there is no pattern, so that nothing matches. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** Whether any pattern covers the file of this path, see {@link PathPattern#matches(String)}. */
  public boolean matches(String path) {
    return first(path).isPresent();
  }

  /**
   * The first pattern that covers the file of this path, see {@link PathPattern#matches(String)}.
   */
  public Optional<PathPattern> first(String path) {
    SplitPath split = new SplitPath(path);
    for (PathPattern pattern : patterns) {
      if (pattern.matches(split)) {
        return Optional.of(pattern);
      }
    }
    return Optional.empty();
  }

  /**
   * Which of the patterns cover the file of this path, by their place in the list from 0; quicker
   * than asking each pattern.
   */
  public BitSet matching(String path) {
    SplitPath split = new SplitPath(path);
    BitSet matching = new BitSet(patterns.size());
    for (int i = 0; i < patterns.size(); i++) {
      matching.set(i, patterns.get(i).matches(split));
    }
    return matching;
  }

  /**
   * The place, from 0, of the last pattern that matches a path itself, see {@link
   * PathPattern#matchesItself(String, boolean)}; -1 when there is none.
   */
  public int lastMatchingItself(String path, boolean directory) {
    SplitPath split = new SplitPath(path);
    int last = patterns.size() - 1;
    while (last >= 0 && !patterns.get(last).matchesItself(split, directory)) {
      last--;
    }
    return last;
  }
}
