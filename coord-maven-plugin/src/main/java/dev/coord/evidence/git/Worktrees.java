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
import org.eclipse.jgit.lib.Constants;

/**
 * Tells which worktree has which branch checked out, from what gitrepository-layout(5) says of
 * {@code worktrees/}. A worktree whose directory is gone does not count.
 */
final class Worktrees {

  private static final String SYMBOLIC = "ref:";

  private Worktrees() {}

  /**
   * The worktrees by branch.
   *
   * @return directories relative to the main worktree where they lie in it or beside it, absolute
   *     otherwise; {@code .} for the main worktree itself
   */
  static Map<String, String> byBranch(RepositoryLocation location, boolean reftable) {
    Path common = location.commonDirectory();
    Path main = common.endsWith(".git") ? common.getParent() : location.workTree();
    Map<String, String> worktrees = new TreeMap<>();
    if (common.endsWith(".git") || !location.linked()) {
      branch(common, reftable).ifPresent(branch -> worktrees.put(branch, show(main, main)));
    }
    for (Path entry : entries(common.resolve("worktrees"))) {
      Optional<Path> directory =
          RepositoryLocation.pointer(entry.resolve("gitdir"))
              .flatMap(text -> RepositoryLocation.resolve(entry, text))
              .filter(Files::isRegularFile)
              .map(Path::getParent);
      directory.ifPresent(
          path ->
              branch(entry, reftable)
                  .ifPresent(name -> worktrees.putIfAbsent(name, show(main, path))));
    }
    return Collections.unmodifiableMap(worktrees);
  }

  private static Optional<String> branch(Path gitDirectory, boolean reftable) {
    return target(gitDirectory, reftable)
        .filter(name -> name.startsWith(Constants.R_HEADS))
        .map(name -> name.substring(Constants.R_HEADS.length()));
  }

  private static Optional<String> target(Path gitDirectory, boolean reftable) {
    try {
      return reftable
          ? ReftableHead.target(gitDirectory)
          : RepositoryLocation.pointer(gitDirectory.resolve("HEAD"))
              .filter(head -> head.startsWith(SYMBOLIC))
              .map(head -> head.substring(SYMBOLIC.length()).strip());
    } catch (IOException e) {
      // It cannot be read, so it has nothing checked out.
      return Optional.empty();
    }
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
