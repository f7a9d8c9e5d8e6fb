package dev.coord.evidence.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a side's directories went, by where most of their files went. */
final class DirectoryRenames {

  private final SortedMap<String, String> went = new TreeMap<>();
  private final SortedSet<String> split = new TreeSet<>();

  /**
   * Where a path would go along.
   *
   * @param directory the directory that was renamed
   * @param to its new name
   * @param path what becomes of the path
   */
  record Move(String directory, String to, String path) {}

  /**
   * Decides by majority.
   *
   * @param moves by directory where files of it went, and how many
   */
  DirectoryRenames(Map<String, Map<String, Integer>> moves) {
    moves.forEach(
        (directory, counts) -> {
          int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
          List<String> best = new ArrayList<>();
          counts.forEach(
              (to, count) -> {
                if (count == most) {
                  best.add(to);
                }
              });
          if (best.size() == 1) {
            went.put(directory, best.get(0));
          } else {
            split.add(directory);
          }
        });
  }

  /** Directories whose files went to several, to none of them most. */
  SortedSet<String> split() {
    return split;
  }

  boolean isEmpty() {
    return went.isEmpty();
  }

  boolean renamed(String directory) {
    return went.containsKey(directory);
  }

  /** Drops what both sides renamed: then every file goes its own way. */
  static void dropCommon(DirectoryRenames one, DirectoryRenames other) {
    List<String> both = one.went.keySet().stream().filter(other.went::containsKey).toList();
    one.went.keySet().removeAll(both);
    other.went.keySet().removeAll(both);
  }

  /** Where a path goes; empty when no directory above it was renamed. */
  Optional<Move> move(String path) {
    for (String up = ChangeSet.parent(path); !up.isEmpty(); up = ChangeSet.parent(up)) {
      String to = went.get(up);
      if (to != null) {
        String below = path.substring(up.length() + 1);
        return Optional.of(new Move(up, to, to.isEmpty() ? below : to + "/" + below));
      }
    }
    return Optional.empty();
  }

  /** By where they would go, the paths of a list that go along. */
  Map<String, SortedSet<String>> arrivals(List<String> paths) {
    Map<String, SortedSet<String>> arrivals = new HashMap<>();
    if (!went.isEmpty()) {
      for (String path : paths) {
        move(path)
            .ifPresent(
                move -> arrivals.computeIfAbsent(move.path(), any -> new TreeSet<>()).add(path));
      }
    }
    return arrivals;
  }
}
