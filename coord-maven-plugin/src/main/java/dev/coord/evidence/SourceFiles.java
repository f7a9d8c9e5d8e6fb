package dev.coord.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that reports can tell of: those that git tracks in the working tree, committed or not.
 *
 * @param paths their repository paths, with {@code /}
 * @param links the symbolic links among them that lead to others: by the path of each that of the
 *     file, or of the directory (empty for the root), where it leads in the end
 */
public record SourceFiles(SortedSet<String> paths, SortedMap<String, String> links) {

  /** No file at all. */
  public static final SourceFiles NONE = of(new TreeSet<>());

  /** Copies the collections. */
  public SourceFiles {
    paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
  }

  /** Files without a link among them. */
  public static SourceFiles of(Collection<String> paths) {
    return new SourceFiles(new TreeSet<>(paths), new TreeMap<>(Map.of()));
  }
}
