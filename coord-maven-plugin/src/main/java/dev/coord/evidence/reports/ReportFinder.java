package dev.coord.evidence.reports;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPattern;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.EvidenceSources.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the report files of a work tree, all kinds in one walk.
 *
 * <p>Symbolic links are not followed and not taken. Nested repositories and linked worktrees are
 * left out, since they have their own reports, and so are directories that tools fill with foreign
 * files; but neither is a directory in which files are committed: it is the team's own, whatever
 * its name. Directories that cannot be listed are passed over.
 */
public final class ReportFinder {

  /** How many files and directories are looked at. */
  public static final int MAX_ENTRIES = 500_000;

  /** How deep sources may lie below their root. */
  static final int MAX_DEPTH = 256;

  /** Directories below a build's output that hold copies of sources and resources. */
  static final Set<String> COPIES = Set.of("classes", "resources", "test-classes");

  /** The repository itself. */
  static final String GIT = ".git";

  /** Directories whose reports are not this build's, unless files are committed there. */
  static final Set<String> FOREIGN_DIRECTORIES =
      Set.of(".gradle", ".hg", ".idea", ".nox", ".svn", ".tox", ".venv", "node_modules", "venv");

  private final Path workTree;
  private final Set<Path> excluded;
  private final SortedSet<String> tracked;
  private final int maxEntries;

  /**
   * A finder for one work tree.
   *
   * @param workTree the directory that patterns are relative to
   * @param excluded directories that are not searched, such as the output of the site
   * @param tracked paths of the files that are committed, with {@code /}
   */
  public ReportFinder(Path workTree, Collection<Path> excluded, SortedSet<String> tracked) {
    this(workTree, excluded, tracked, MAX_ENTRIES);
  }

  ReportFinder(
      Path workTree, Collection<Path> excluded, SortedSet<String> tracked, int maxEntries) {
    this.workTree = workTree.toAbsolutePath().normalize();
    this.excluded =
        excluded.stream()
            .map(path -> path.toAbsolutePath().normalize())
            .collect(Collectors.toUnmodifiableSet());
    this.tracked = tracked;
    this.maxEntries = maxEntries;
  }

  /**
   * Looks for reports.
   *
   * @param sources where the plan says that they are; for a kind without any, the defaults
   * @param metrics the files that rules about metrics name
   * @throws UncheckedIOException when the work tree itself cannot be listed
   */
  public FoundReports find(EvidenceSources sources, List<Source> metrics) {
    Search tests = new Search(ReportKind.TESTS, sources.tests());
    Search coverage = new Search(ReportKind.COVERAGE, sources.coverage());
    Search findings = new Search(ReportKind.FINDINGS, sources.findings());
    Search requests = new Search(ReportKind.PULL_REQUESTS, sources.pullRequests());
    Map<PathPattern, Search> figures = new LinkedHashMap<>();
    for (Source source : metrics) {
      figures.computeIfAbsent(
          source.files(), any -> new Search(ReportKind.METRICS, List.of(source)));
    }
    List<SourcePatterns> patterns =
        Stream.concat(Stream.of(tests, coverage, findings, requests), figures.values().stream())
            .map(Search::patterns)
            .toList();
    ReportWalk walk = new ReportWalk(workTree, excluded, tracked, maxEntries, patterns);
    try {
      walk.walk();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<PathPattern, ReportSet> found = new LinkedHashMap<>();
    figures.forEach((pattern, search) -> found.put(pattern, set(search, walk)));
    return new FoundReports(
        set(tests, walk), set(coverage, walk), set(findings, walk), set(requests, walk), found);
  }

  /**
   * What is looked for.
   *
   * @param sources where the plan says that it is; empty for the defaults
   */
  private record Search(ReportKind kind, List<Source> sources, SourcePatterns patterns) {
    Search(ReportKind kind, List<Source> sources) {
      this(kind, sources, new SourcePatterns(kind, sources));
    }
  }

  private ReportSet set(Search search, ReportWalk walk) {
    List<Source> sources = search.sources();
    List<PathPattern> patterns =
        sources.isEmpty()
            ? search.kind().defaults().patterns()
            : sources.stream().map(Source::files).toList();
    Optional<Location> plan = sources.stream().findFirst().map(source -> source.origin().self());
    return new ReportSet(
        search.kind(),
        workTree,
        patterns.stream().map(PathPattern::text).toList(),
        plan,
        sources.stream().filter(source -> search.patterns().isUnmatched(source.files())).toList(),
        walk.reports(search.patterns()),
        walk.complete());
  }
}
