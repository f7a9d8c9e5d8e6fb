package dev.coord.evidence.reports;

import dev.coord.path.PathPattern;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** One walk through a work tree. */
final class ReportWalk extends SimpleFileVisitor<Path> {

  private final Path workTree;
  private final Set<Path> excluded;
  private final SortedSet<String> tracked;
  private final Map<SourcePatterns, List<FoundReport>> reports = new IdentityHashMap<>();
  private int entriesLeft;

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

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (directory.equals(workTree)) {
      return FileVisitResult.CONTINUE;
    }
    if (--entriesLeft < 0) {
      return FileVisitResult.TERMINATE;
    }
    boolean skipped =
        directory.endsWith(ReportFinder.GIT)
            || excluded.contains(directory)
            || isCopy(directory)
            || (isForeign(directory) && !holdsTrackedFiles(directory));
    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  private static boolean isForeign(Path directory) {
    return ReportFinder.FOREIGN_DIRECTORIES.contains(directory.getFileName().toString())
        || Files.exists(directory.resolve(ReportFinder.GIT), LinkOption.NOFOLLOW_LINKS);
  }

  private boolean holdsTrackedFiles(Path directory) {
    String below = path(directory) + "/";
    SortedSet<String> from = tracked.tailSet(below);
    return !from.isEmpty() && from.first().startsWith(below);
  }

  private String path(Path file) {
    return workTree.relativize(file).toString().replace(File.separatorChar, '/');
  }

  /** What a build copies from its sources was not written by its tests. */
  private static boolean isCopy(Path directory) {
    Path parent = directory.getParent().getFileName();
    String name = directory.getFileName().toString();
    return parent != null
        && (parent.toString().equals("target") || parent.toString().equals("build"))
        && ReportFinder.COPIES.contains(name);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (--entriesLeft < 0) {
      return FileVisitResult.TERMINATE;
    }
    if (attributes.isRegularFile()) {
      String path = path(file);
      reports.forEach((sources, found) -> take(found, sources, path, file, attributes));
    }
    return FileVisitResult.CONTINUE;
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

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(workTree)) {
      throw failure;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, IOException failure)
      throws IOException {
    if (failure != null && directory.equals(workTree)) {
      throw failure;
    }
    return FileVisitResult.CONTINUE;
  }
}
