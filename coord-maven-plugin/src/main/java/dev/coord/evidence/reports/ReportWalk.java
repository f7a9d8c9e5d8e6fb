package dev.coord.evidence.reports;

import dev.coord.path.PathPattern;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** One walk through a work tree. */
final class ReportWalk {

  private final Path workTree;
  private final Set<Path> excluded;
  private final SortedSet<String> tracked;
  private final Map<SourcePatterns, List<FoundReport>> reports = new IdentityHashMap<>();
  private final Deque<Directory> open = new ArrayDeque<>();
  private int entriesLeft;

  /**
   * A directory.
   *
   * @param path its repository path with a slash behind it; empty for the root
   */
  private record Directory(Path file, String path) {}

  ReportWalk(
      Path workTree,
      Set<Path> excluded,
      SortedSet<String> tracked,
      int maxEntries,
      Collection<SourcePatterns> patterns) {
    this.workTree = workTree;
    this.tracked = tracked;
    this.excluded = excluded;
    this.entriesLeft = maxEntries;
    patterns.forEach(one -> reports.put(one, new ArrayList<>()));
  }

  List<FoundReport> reports(SourcePatterns patterns) {
    return reports.get(patterns);
  }

  boolean complete() {
    return entriesLeft >= 0;
  }

  /**
   * Walks.
   *
   * @throws IOException when the work tree itself cannot be listed
   */
  void walk() throws IOException {
    open.push(new Directory(workTree, ""));
    while (!open.isEmpty() && complete()) {
      look(open.pop());
    }
  }

  private void look(Directory directory) throws IOException {
    List<Path> entries = entries(directory);
    // Its listing tells a repository: to ask each directory for one costs more than the rest.
    if (!directory.path().isEmpty()
        && entries.contains(directory.file().resolve(ReportFinder.GIT))
        && !holdsTrackedFiles(directory.path())) {
      return;
    }
    for (Path entry : entries) {
      if (--entriesLeft < 0) {
        return;
      }
      look(entry, directory);
    }
  }

  private List<Path> entries(Directory directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory.file())) {
      for (Path entry : stream) {
        entries.add(entry);
        if (entries.size() > entriesLeft) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      if (directory.path().isEmpty()) {
        throw e instanceof DirectoryIteratorException inner ? inner.getCause() : (IOException) e;
      }
    }
    return entries;
  }

  private void look(Path entry, Directory above) {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return; // It was deleted meanwhile, or may not be looked at.
    }
    String name = entry.getFileName().toString();
    String path = above.path() + name;
    if (attributes.isRegularFile()) {
      reports.forEach((sources, found) -> take(found, sources, path, entry, attributes));
    } else if (attributes.isDirectory() && isSearched(entry, name, path + "/", above)) {
      open.push(new Directory(entry, path + "/"));
    }
  }

  private boolean isSearched(Path directory, String name, String path, Directory above) {
    return !name.equals(ReportFinder.GIT)
        && !excluded.contains(directory)
        && !isCopy(name, above)
        && (!ReportFinder.FOREIGN_DIRECTORIES.contains(name) || holdsTrackedFiles(path));
  }

  /**
   * Whether files are committed below a directory.
   *
   * @param below its path, with a slash behind it
   */
  private boolean holdsTrackedFiles(String below) {
    SortedSet<String> from = tracked.tailSet(below);
    return !from.isEmpty() && from.first().startsWith(below);
  }

  /** What a build copies from its sources was not written by its tests. */
  private static boolean isCopy(String name, Directory above) {
    Path parent = above.file().getFileName();
    return parent != null
        && (parent.toString().equals("target") || parent.toString().equals("build"))
        && ReportFinder.COPIES.contains(name);
  }

  private void take(
      List<FoundReport> found,
      SourcePatterns sources,
      String path,
      Path file,
      BasicFileAttributes attributes) {
    Optional<PathPattern> pattern = sources.match(path);
    if (pattern.isPresent()) {
      found.add(
          new FoundReport(
              path, file, attributes.lastModifiedTime().toInstant(), sources.root(pattern.get())));
    }
  }
}
