package dev.coord.path;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Many path patterns, of which those that can match a path are found by the names they begin with.
 *
 * <p>A pattern that is anchored to the root lies where the names before its first wildcard lead; a
 * path asks only the patterns on its own way. So a thousand workstreams that each own a directory
 * cost a path no more than one.
 */
public final class PatternIndex {

  /** The patterns that begin with some names, and where further names lead. */
  private static final class Place {
    private final List<Integer> patterns = new ArrayList<>();
    private final Map<String, Place> below = new HashMap<>();
  }

  private final List<PathPattern> patterns;
  private final Place root = new Place();

  /** An index of patterns, which are told apart by their place in the list. */
  public PatternIndex(List<PathPattern> patterns) {
    this.patterns = List.copyOf(patterns);
    for (int i = 0; i < this.patterns.size(); i++) {
      Place place = root;
      for (String name : this.patterns.get(i).firstNames()) {
        place = place.below.computeIfAbsent(name, any -> new Place());
      }
      place.patterns.add(i);
    }
  }

  /** Which of the patterns cover the file of this path, by their place in the list from 0. */
  public BitSet matching(String path) {
    SplitPath split = new SplitPath(path);
    BitSet matching = new BitSet(patterns.size());
    Place place = root;
    for (int segment = 0; place != null; segment++) {
      for (int i : place.patterns) {
        matching.set(i, patterns.get(i).matches(split));
      }
      place =
          segment < split.segments() && !place.below.isEmpty()
              ? place.below.get(name(split, segment))
              : null;
    }
    return matching;
  }

  /** Whether a pattern may cover a file below a directory; false only where none can. */
  public boolean mayMatchBelow(String directory) {
    SplitPath split = new SplitPath(directory);
    Place place = root;
    for (int segment = 0; segment < split.segments() && place != null; segment++) {
      if (!place.patterns.isEmpty()) {
        return true;
      }
      place = place.below.get(name(split, segment));
    }
    return place != null;
  }

  /**
   * The patterns that may cover another one, see {@link PathPattern#covers}, by their place in the
   * list from 0; no others do.
   */
  public IntStream candidates(PathPattern other) {
    IntStream.Builder candidates = IntStream.builder();
    Iterator<String> names = other.firstNames().iterator();
    for (Place place = root;
        place != null;
        place = names.hasNext() ? place.below.get(names.next()) : null) {
      place.patterns.forEach(candidates::add);
    }
    return candidates.build().sorted();
  }

  /** One character for each byte. */
  private static String name(SplitPath path, int segment) {
    int start = path.start(segment);
    return new String(path.bytes(), start, path.end(segment) - start, StandardCharsets.ISO_8859_1);
  }
}
