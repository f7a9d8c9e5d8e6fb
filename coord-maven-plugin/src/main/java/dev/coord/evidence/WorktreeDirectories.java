package dev.coord.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Compares the directories of worktrees. */
public final class WorktreeDirectories {

  private WorktreeDirectories() {}

  /**
   * Whether two directories are the same, as far as can be told: both are meant from the
   * repository's root, and of one that lies elsewhere only the end can be compared.
   *
   * @param claimed relative to the root, as the plan writes it
   * @param seen relative to the root where it lies in it or beside it, absolute otherwise
   */
  public static boolean same(String claimed, String seen) {
    List<String> left = segments(claimed);
    List<String> right = segments(seen);
    return isAbsolute(seen) ? endsWith(right, left) : left.equals(right);
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.matches("[A-Za-z]:.*");
  }

  private static boolean endsWith(List<String> path, List<String> end) {
    List<String> named = end.stream().filter(segment -> !segment.equals("..")).toList();
    int from = path.size() - named.size();
    return !named.isEmpty() && from >= 0 && path.subList(from, path.size()).equals(named);
  }

  private static List<String> segments(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.replace('\\', '/').split("/")) {
      if (segment.equals("..") && !segments.isEmpty() && !segments.getLast().equals("..")) {
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return new ArrayList<>(segments);
  }
}
