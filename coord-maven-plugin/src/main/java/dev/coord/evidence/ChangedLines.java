package dev.coord.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lines of the files in the working tree that were added or changed since a commit. Of a file
 * that was renamed, those that are not as they were under its old name.
 *
 * @param from full id of the commit
 * @param uncommitted whether any of it is not committed
 * @param files the lines by path, ascending and apart; files without any are left out
 * @param untold files that differ, and of which lines cannot be told: they are binary, very large,
 *     or could only be compared by a filter
 */
public record ChangedLines(
    String from,
    boolean uncommitted,
    SortedMap<String, List<LineSpan>> files,
    SortedSet<String> untold) {

  /** Copies the collections. */
  public ChangedLines {
    Objects.requireNonNull(from, "from");
    SortedMap<String, List<LineSpan>> copy = new TreeMap<>();
    files.forEach((path, spans) -> copy.put(path, List.copyOf(spans)));
    copy.values().removeIf(List::isEmpty);
    files = Collections.unmodifiableSortedMap(copy);
    untold = Collections.unmodifiableSortedSet(new TreeSet<>(untold));
  }
}
