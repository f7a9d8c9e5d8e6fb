package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells which worktree has which branch checked out, from what gitrepository-layout(5) says of
 * {@code worktrees/}. A worktree whose directory is gone does not count.
 */
final class Worktrees {

  private static final String BRANCH = "ref: refs/heads/";

  private Worktrees() {}

  /**
   * The worktrees by branch.
   *
   * @return directories relative to the main worktree where they lie in it or beside it, absolute
   *     otherwise; {@code .} for the main worktree itself
   */
  static Map<String, String> byBranch(RepositoryLocation location) {
    Path common = location.commonDirectory();
    Path main = common.endsWith(".git") ? common.getParent() : location.workTree();
    Map<String, String> worktrees = new TreeMap<>();
    if (common.endsWith(".git") || !location.linked()) {
      branch(common).ifPresent(branch -> worktrees.put(branch, show(main, main)));
    }
    for (Path entry : entries(common.resolve("worktrees"))) {
      Optional<Path> directory =
          RepositoryLocation.pointer(entry.resolve("gitdir"))
              .flatMap(text -> RepositoryLocation.resolve(entry, text))
              .filter(Files::isRegularFile)
              .map(Path::getParent);
      directory.ifPresent(
          path -> branch(entry).ifPresent(name -> worktrees.putIfAbsent(name, show(main, path))));
    }
    return Collections.unmodifiableMap(worktrees);
  }

  private static Optional<String> branch(Path gitDirectory) {
    return RepositoryLocation.pointer(gitDirectory.resolve("HEAD"))
        .filter(head -> head.startsWith(BRANCH))
        .map(head -> head.substring(BRANCH.length()));
  }

  private static List<Path> entries(Path directory) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, Files::isDirectory)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      // There is no linked worktree.
      return List.of();
    }
    Collections.sort(entries);
    return entries;
  }

  private static String show(Path main, Path worktree) {
    Path around = main.getParent() == null ? main : main.getParent();
    if (!worktree.startsWith(around)) {
      return worktree.toString();
    }
    String relative = main.relativize(worktree).toString().replace('\\', '/');
    return relative.isEmpty() ? "." : relative;
  }
}
