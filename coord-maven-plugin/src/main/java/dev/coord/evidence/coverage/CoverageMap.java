package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import java.util.HashMap;
import java.util.Map;
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

  private final Map<K, FileLines> files = new HashMap<>();
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

  /** Adds a piece of a file; false when there is no room. */
  boolean add(K key, String name, LineTable piece, long unplaced, long takenUnplaced) {
    if (!hasRoom(key, piece.size())) {
      return false;
    }
    files.computeIfAbsent(key, any -> new FileLines(name)).add(piece, unplaced, takenUnplaced);
    return true;
  }

  /** Adds a file; false when there is no room. */
  boolean add(K key, FileCoverage file) {
    if (!hasRoom(key, file.size())) {
      return false;
    }
    files.computeIfAbsent(key, any -> new FileLines(file.name())).add(file);
    return true;
  }

  private boolean hasRoom(K key, int more) {
    lines += more;
    return lines <= maxLines && (files.size() < maxFiles || files.containsKey(key));
  }

  /** The files, ordered by their keys. */
  Map<K, FileCoverage> finish() {
    Map<K, FileCoverage> finished = new TreeMap<>();
    files.forEach((key, file) -> finished.put(key, file.finish()));
    return finished;
  }
}
