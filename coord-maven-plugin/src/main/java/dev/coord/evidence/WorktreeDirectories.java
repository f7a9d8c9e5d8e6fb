package dev.coord.evidence;

import dev.coord.path.DirectoryPath;
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
    DirectoryPath left = DirectoryPath.of(claimed);
    DirectoryPath right = DirectoryPath.of(seen);
    return right.elsewhere() ? endsWith(right.names(), left.names()) : left.equals(right);
  }

  private static boolean endsWith(List<String> path, List<String> end) {
    int from = path.size() - end.size();
    return !end.isEmpty() && from >= 0 && path.subList(from, path.size()).equals(end);
  }
}
