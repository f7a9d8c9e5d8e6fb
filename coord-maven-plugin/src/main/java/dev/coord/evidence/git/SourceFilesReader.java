package dev.coord.evidence.git;

import dev.coord.evidence.SourceFiles;
import dev.coord.path.RepoPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Lists the files that git tracks in the working tree, as {@code git ls-files} does, and where the
 * links among them lead.
 *
 * <p>What the index dropped and is there all the same still counts: nobody takes a file out of the
 * reports by {@code git rm --cached}.
 */
final class SourceFilesReader {

  private final Internals git;
  private final Path root;

  SourceFilesReader(Internals git) {
    this.git = git;
    this.root = git.location().workTree();
  }

  /**
   * Lists them.
   *
   * @param tree HEAD's tree
   * @param committed its files
   * @param links those of them that are symbolic links
   */
  SourceFiles read(ObjectId tree, SortedSet<String> committed, SortedSet<String> links)
      throws IOException {
    Optional<GitIndex> index = index().filter(found -> !found.isTree(tree));
    if (index.isEmpty()) {
      return new SourceFiles(committed, leading(links, committed));
    }
    SortedSet<String> paths = new TreeSet<>();
    SortedSet<String> all = new TreeSet<>(links);
    for (int i = 0; i < index.get().entries().getEntryCount(); i++) {
      DirCacheEntry entry = index.get().entries().getEntry(i);
      String path = GitIndex.path(entry);
      paths.add(path);
      if (TrackedFile.staged(entry).mode() == TreeEntry.LINK) {
        all.add(path);
      }
    }
    committed.stream().filter(path -> !paths.contains(path) && isThere(path)).forEach(paths::add);
    return new SourceFiles(paths, leading(all, paths));
  }

  /** Without an index that can be read, what is committed is all that is known to be tracked. */
  private Optional<GitIndex> index() throws IOException {
    try {
      return GitIndex.read(git.store().repository());
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  private boolean isThere(String path) {
    try {
      return RepoPaths.isSafe(path) && Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private SortedMap<String, String> leading(SortedSet<String> links, SortedSet<String> paths) {
    SortedMap<String, String> leading = new TreeMap<>();
    for (String link : links) {
      target(link).filter(to -> isTracked(to, paths)).ifPresent(to -> leading.put(link, to));
    }
    return leading;
  }

  private static boolean isTracked(String target, SortedSet<String> paths) {
    String below = target + "/";
    return target.isEmpty()
        || paths.contains(target)
        || paths.tailSet(below).stream().findFirst().filter(p -> p.startsWith(below)).isPresent();
  }

  /** Where a link of the working tree leads; empty when that is nowhere, or outside. */
  private Optional<String> target(String link) {
    try {
      Path file = root.resolve(link);
      if (!RepoPaths.isSafe(link) || !Files.isSymbolicLink(file)) {
        return Optional.empty();
      }
      Path target = file.toRealPath();
      return target.startsWith(root)
          ? Optional.of(root.relativize(target).toString().replace('\\', '/'))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
