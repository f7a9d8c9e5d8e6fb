package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the files of a working tree that are neither tracked nor ignored, as {@code git status
 * --untracked-files=all} lists them.
 *
 * <p>What the user's own configuration ignores, outside of the repository, does not count as
 * ignored: it is not read. Links are not followed. Repositories and worktrees inside are not looked
 * into.
 */
final class UntrackedFiles {

  private final Path root;
  private final Set<String> tracked;
  private final Set<String> trackedDirectories = new HashSet<>();
  private final Set<Path> excluded;
  private final Consumer<BasicFileAttributes> found;
  private final Budget budget = new Budget(Budget.FILES);
  private final Deque<Rules> rules = new ArrayDeque<>();

  /**
   * An ignore file and the directory that it speaks of.
   *
   * @param directory path of the directory with a slash behind it; empty for the root
   */
  private record Rules(String directory, IgnoreFile file) {}

  /**
   * A search.
   *
   * @param tracked paths of the index
   * @param excluded directories that are not looked into
   * @param found is told of each file
   */
  UntrackedFiles(
      Path root, Set<String> tracked, Set<Path> excluded, Consumer<BasicFileAttributes> found) {
    this.root = root;
    this.tracked = tracked;
    this.excluded = Set.copyOf(excluded);
    this.found = found;
    for (String path : tracked) {
      for (int slash = path.lastIndexOf('/');
          slash > 0 && trackedDirectories.add(path.substring(0, slash));
          slash = path.lastIndexOf('/', slash - 1)) {
        // Each directory above is one that holds tracked files.
      }
    }
  }

  /**
   * Searches.
   *
   * @param exclude git's {@code info/exclude}, which need not be there
   * @throws UnreadableException when there is too much to look at
   */
  void find(Path exclude) throws IOException {
    Optional<IgnoreFile> shared = IgnoreFile.read(exclude);
    shared.ifPresent(file -> rules.push(new Rules("", file)));
    look(root, "", 0);
  }

  private void look(Path directory, String path, int depth) throws IOException {
    budget.depth(depth);
    List<Path> entries = entries(directory, path);
    Path file = directory.resolve(".gitignore");
    Optional<IgnoreFile> own = entries.contains(file) ? IgnoreFile.read(file) : Optional.empty();
    own.ifPresent(read -> rules.push(new Rules(path, read)));
    for (Path entry : entries) {
      entry(entry, path, depth);
    }
    if (own.isPresent()) {
      rules.pop();
    }
  }

  private List<Path> entries(Path directory, String path) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path entry : stream) {
        budget.entry(path.length());
        entries.add(entry);
      }
    } catch (NoSuchFileException e) {
      return List.of(); // It was deleted meanwhile.
    } catch (AccessDeniedException e) {
      throw new UnreadableException(
          (path.isEmpty() ? "its directory" : path) + " may not be read",
          "Let the user who runs coord read it.");
    }
    return entries;
  }

  private void entry(Path entry, String above, int depth) throws IOException {
    String name = entry.getFileName().toString();
    String path = above + name;
    if (name.equals(".git") || tracked.contains(path) || excluded.contains(entry)) {
      return;
    }
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return;
    }
    boolean directory = attributes.isDirectory();
    if (!directory && attributes.isOther() || isIgnored(path, directory)) {
      return;
    }
    if (!directory) {
      found.accept(attributes);
    } else if (trackedDirectories.contains(path)
        || !Files.exists(entry.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
      look(entry, path + "/", depth + 1);
    }
  }

  /** The nearest file that says something counts. */
  private boolean isIgnored(String path, boolean directory) {
    for (Rules rule : rules) {
      Optional<Boolean> said =
          rule.file().ignores(path.substring(rule.directory().length()), directory);
      if (said.isPresent()) {
        return said.get();
      }
    }
    return false;
  }
}
