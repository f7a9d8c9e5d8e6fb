package dev.coord.site;

import java.util.List;
import java.util.Set;

/** Parts of a project, told from where builds put things. */
final class Modules {

  /** The project itself. */
  static final String ROOT = ".";

  /** Directories that builds write to. */
  private static final Set<String> OUTPUTS =
      Set.of("target", "build", "out", "coverage", "reports", "test-results", "test-reports");

  private Modules() {}

  /** The module that a report is about: the directory that its build's output directory is in. */
  static String ofReport(String path) {
    List<String> segments = List.of(path.split("/"));
    for (int i = 0; i < segments.size() - 1; i++) {
      if (OUTPUTS.contains(segments.get(i))) {
        return joined(segments.subList(0, i));
      }
    }
    return joined(segments.subList(0, segments.size() - 1));
  }

  /** The module of a source file: what stands before {@code src}, else its topmost directory. */
  static String ofSource(String path) {
    List<String> segments = List.of(path.split("/"));
    int source = segments.indexOf("src");
    return joined(segments.subList(0, source >= 0 ? source : Math.min(1, segments.size() - 1)));
  }

  private static String joined(List<String> segments) {
    return segments.isEmpty() ? ROOT : String.join("/", segments);
  }
}
