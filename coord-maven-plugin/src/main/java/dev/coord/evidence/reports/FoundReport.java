package dev.coord.evidence.reports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file that looks like a report; nothing of it has been read.
 *
 * @param path path relative to the work tree, with {@code /}
 * @param file the file
 * @param modified when it was last written
 * @param root directory that the plan says its paths are relative to
 */
public record FoundReport(String path, Path file, Instant modified, Optional<String> root)
    implements Comparable<FoundReport> {

  /** Directories that build tools write to, below the directory of the module. */
  private static final Set<String> OUTPUT_DIRECTORIES = Set.of("build", "target");

  /** Checks that all parts are there. */
  public FoundReport {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(modified, "modified");
    Objects.requireNonNull(root, "root");
  }

  /** The directory it lies in, or empty for the root of the work tree. */
  public String directory() {
    return parent(path);
  }

  /**
   * The directories that its paths may be relative to, the likeliest first.
   *
   * <p>The one that the plan names, alone. Else the directory of the module (what is before the
   * last {@code target} or {@code build}) or the report's own one, and then those above it, up to
   * the root of the work tree, which is empty.
   */
  public List<String> roots() {
    if (root.isPresent()) {
      return List.of(root.get());
    }
    List<String> roots = new ArrayList<>();
    String directory = directory();
    for (String up = directory; !up.isEmpty(); up = parent(up)) {
      if (OUTPUT_DIRECTORIES.contains(up.substring(up.lastIndexOf('/') + 1))) {
        directory = parent(up);
        break;
      }
    }
    for (String up = directory; !up.isEmpty(); up = parent(up)) {
      roots.add(up);
    }
    roots.add("");
    return roots;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
  }

  /** Orders by path. */
  @Override
  public int compareTo(FoundReport other) {
    return path.compareTo(other.path);
  }
}
