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

  private static final String REPORT_ENDING = ".xml";

  private final PathPatterns patterns;
  private final Map<PathPattern, Optional<String>> roots = new HashMap<>();
  private final boolean xmlOnly;
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
    xmlOnly =
        patterns.patterns().stream()
            .map(PathPattern::text)
            .allMatch(text -> text.endsWith(REPORT_ENDING) || !namesFile(text));
  }

  /**
   * The first pattern that covers a file. A pattern that covers a whole directory means the XML
   * files in it: beside them Surefire and others write text.
   */
  Optional<PathPattern> match(String path) {
    if (xmlOnly && !path.endsWith(REPORT_ENDING)) {
      return Optional.empty();
    }
    Optional<PathPattern> first =
        patterns
            .first(path)
            .filter(pattern -> path.endsWith(REPORT_ENDING) || namesFile(pattern.text()));
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
