package dev.coord.evidence.reports;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.EvidenceSources.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The patterns of one kind of report, each with the root that the plan gives it. */
final class SourcePatterns {

  private final PathPatterns patterns;
  private final Map<PathPattern, Optional<String>> roots = new HashMap<>();
  private final List<String> endings;
  private final Optional<Set<String>> ends;
  private final Set<PathPattern> unmatched = new HashSet<>();

  SourcePatterns(ReportKind kind, List<Source> sources) {
    if (sources.isEmpty()) {
      patterns = kind.defaults();
      patterns.patterns().forEach(pattern -> roots.put(pattern, Optional.empty()));
    } else {
      patterns = new PathPatterns(sources.stream().map(Source::files).toList());
      for (Source source : sources) {
        Optional<String> root =
            Optional.of(withoutSlashes(source.root())).filter(text -> !source.root().isEmpty());
        roots.putIfAbsent(source.files(), root);
      }
    }
    unmatched.addAll(patterns.patterns());
    endings = kind.endings();
    ends = ends();
  }

  /**
   * The first pattern that covers a file. A pattern that covers a whole directory means the files
   * in it whose names end as those of reports do: beside them Surefire and others write text.
   */
  Optional<PathPattern> match(String path) {
    if (ends.isPresent() && ends.get().stream().noneMatch(path::endsWith)) {
      return Optional.empty();
    }
    Optional<PathPattern> first =
        patterns.first(path).filter(pattern -> hasUsualEnding(path) || namesFile(pattern.text()));
    if (first.isPresent()) {
      unmatched.removeIf(pattern -> pattern.matches(path));
    }
    return first;
  }

  /** Whether a pattern has covered no file so far. */
  boolean isUnmatched(PathPattern pattern) {
    return unmatched.contains(pattern);
  }

  /** The root that the plan gives with a pattern. */
  Optional<String> root(PathPattern pattern) {
    return roots.get(pattern);
  }

  /** How the names of all files end that any pattern may cover; empty where anything may be. */
  private Optional<Set<String>> ends() {
    Set<String> all = new HashSet<>(endings);
    for (PathPattern pattern : patterns.patterns()) {
      String text = pattern.text();
      String end = text.substring(text.lastIndexOf('.') + 1);
      if (namesFile(text) && !end.matches("[A-Za-z0-9_-]+")) {
        return Optional.empty();
      }
      if (namesFile(text)) {
        all.add("." + end);
      }
    }
    return Optional.of(all);
  }

  private boolean hasUsualEnding(String path) {
    return endings.stream().anyMatch(path::endsWith);
  }

  private static boolean namesFile(String pattern) {
    return pattern.substring(pattern.lastIndexOf('/') + 1).contains(".");
  }

  /** {@code ./backend/} is {@code backend}, and {@code .} is the root of the work tree. */
  private static String withoutSlashes(String root) {
    String text = root;
    while (text.startsWith("./") || text.startsWith("/")) {
      text = text.substring(text.indexOf('/') + 1);
    }
    while (text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.equals(".") ? "" : text;
  }
}
