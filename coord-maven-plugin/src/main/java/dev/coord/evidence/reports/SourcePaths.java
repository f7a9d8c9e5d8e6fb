package dev.coord.evidence.reports;

import dev.coord.evidence.reports.TrackedFiles.Match;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the committed files that a report with paths means.
 *
 * <p>Cobertura XML and SARIF name files relative to directories that they name, too, which are
 * absolute paths on the machine where the tool ran: this one, a container, or another. LCOV names
 * them from the directory that the tool ran in, or from the root of that machine. The names are
 * only ever compared, never opened.
 */
public final class SourcePaths {

  private static final Pattern ABSOLUTE = Pattern.compile("(?:/|[A-Za-z]:/).*", Pattern.DOTALL);

  private final TrackedFiles tracked;
  private final List<String> workTrees = new ArrayList<>();

  /** For the files of one commit, and the work tree that has them. */
  public SourcePaths(TrackedFiles tracked, Path workTree) {
    this.tracked = tracked;
    workTrees.add(slashes(workTree.toString()) + "/");
    try {
      workTrees.add(slashes(workTree.toRealPath().toString()) + "/");
    } catch (IOException e) {
      // The name as given is all there is.
    }
  }

  /**
   * The committed files that a file of a report may be.
   *
   * <p>In this order: below the root that the plan gives; below a source directory in this work
   * tree; by the end of the path below a source directory elsewhere; below the report's own
   * directory or one above it; by the end of the name alone.
   */
  public Match locate(FoundReport report, String fileName, List<String> sources) {
    String written = slashes(fileName);
    String name = normal(written).orElse("");
    List<String> roots = report.roots();
    boolean absolute = ABSOLUTE.matcher(written).matches();
    if (report.root().isPresent() && !absolute) {
      Match declared = tracked.at(roots, name);
      if (!declared.isEmpty()) {
        return declared;
      }
    }
    Match bySource = bySource(roots, absolute ? List.of(name) : joined(sources, written), name);
    if (!bySource.isEmpty() || absolute) {
      return bySource;
    }
    if (name.isEmpty()) {
      return upwards(roots, written);
    }
    Match exact = tracked.at(roots, name);
    return exact.isEmpty() ? tracked.endingIn(roots, name, List.of(), "") : exact;
  }

  /** The file of a name that leads upwards from the first directory below which there is one. */
  private Match upwards(List<String> roots, String name) {
    return roots.stream()
        .filter(root -> !root.isEmpty())
        .flatMap(root -> normal(root + "/" + name).stream())
        .map(path -> tracked.at(List.of(""), path))
        .filter(match -> !match.isEmpty())
        .findFirst()
        .orElse(Match.NONE);
  }

  private static List<String> joined(List<String> sources, String name) {
    return sources.stream()
        .map(source -> normal(slashes(source) + "/" + name))
        .flatMap(Optional::stream)
        .filter(path -> !path.equals(name))
        .toList();
  }

  private Match bySource(List<String> roots, List<String> paths, String name) {
    Set<String> here = new LinkedHashSet<>();
    Set<String> elsewhere = new LinkedHashSet<>();
    for (String path : paths) {
      if (ABSOLUTE.matcher(path).matches()) {
        here.addAll(inWorkTree(path).candidates());
        elsewhere.addAll(byEnd(roots, path, name).candidates());
      } else {
        here.addAll(tracked.at(roots, path).candidates());
      }
    }
    return Match.of(here.isEmpty() ? elsewhere : here);
  }

  /** Whether an absolute name is one of this work tree. */
  public boolean isInWorkTree(String fileName) {
    return workTrees.stream().anyMatch(slashes(fileName)::startsWith);
  }

  private Match inWorkTree(String path) {
    return workTrees.stream()
        .filter(path::startsWith)
        .findFirst()
        .map(above -> tracked.at(List.of(""), path.substring(above.length())))
        .orElse(Match.NONE);
  }

  /** The longest end of a path that is a committed file and says more than the name alone. */
  private Match byEnd(List<String> roots, String path, String name) {
    boolean alone = name.isEmpty() || path.equals(name);
    int shortest = alone ? path.lastIndexOf('/') : path.length() - name.length();
    for (int slash = path.indexOf('/'); slash >= 0 && slash + 1 < shortest; ) {
      Match match = tracked.at(roots, path.substring(slash + 1));
      if (!match.isEmpty()) {
        return match;
      }
      slash = path.indexOf('/', slash + 1);
    }
    return Match.NONE;
  }

  private static String slashes(String path) {
    return path.replace('\\', '/');
  }

  /** The path without {@code .} and {@code ..}; empty when it leads out of where it begins. */
  private static Optional<String> normal(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return Optional.empty();
        }
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String joined = String.join("/", segments);
    return joined.isEmpty()
        ? Optional.empty()
        : Optional.of(path.startsWith("/") ? "/" + joined : joined);
  }
}
