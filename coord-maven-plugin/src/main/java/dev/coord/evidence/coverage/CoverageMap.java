package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files put together from pieces, as many as memory should hold.
 *
 * @param <K> what tells files apart
 */
final class CoverageMap<K extends Comparable<K>> {

  /** The most files. */
  static final int MAX_FILES = 500_000;

  /** The most lines of all files. */
  static final long MAX_LINES = 20_000_000;

  private final SortedMap<K, FileCoverage> files = new TreeMap<>();
  private final Map<K, FileLines> pieces = new HashMap<>();
  private final int maxFiles;
  private final long maxLines;
  private long lines;

  CoverageMap() {
    this(MAX_FILES, MAX_LINES);
  }

  CoverageMap(int maxFiles, long maxLines) {
    this.maxFiles = maxFiles;
    this.maxLines = maxLines;
  }

  /** Adds a file, or a piece of one; false when there is no room. */
  boolean add(K key, FileCoverage piece) {
    lines += piece.size();
    boolean known = files.containsKey(key);
    if (lines > maxLines || (!known && files.size() >= maxFiles)) {
      return false;
    }
    if (known) {
      pieces.computeIfAbsent(key, any -> new FileLines(files.get(key))).add(piece);
    } else {
      files.put(key, piece);
    }
    return true;
  }

  /** A file as its pieces so far tell it. */
  Optional<FileCoverage> get(K key) {
    FileLines inPieces = pieces.get(key);
    return inPieces == null ? Optional.ofNullable(files.get(key)) : Optional.of(inPieces.finish());
  }

  /** The files, ordered by their keys; the caller may take them out. */
  SortedMap<K, FileCoverage> finish() {
    pieces.forEach((key, file) -> files.put(key, file.finish()));
    pieces.clear();
    return files;
  }
}
