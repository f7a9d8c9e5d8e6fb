package dev.coord.evidence.reports;

import dev.coord.diagnostic.Location;
import dev.coord.plan.EvidenceSources.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of one kind that look like reports.
 *
 * @param kind what they are about
 * @param workTree the work tree they were looked for in
 * @param patterns where they were looked for
 * @param plan where the plan says so; empty for the default places
 * @param missing what the plan names and nothing was found for
 * @param reports the files, by path
 * @param complete whether the whole work tree was searched
 */
public record ReportSet(
    ReportKind kind,
    Path workTree,
    List<String> patterns,
    Optional<Location> plan,
    List<Source> missing,
    List<FoundReport> reports,
    boolean complete) {

  /** Copies the collections. */
  public ReportSet {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(workTree, "workTree");
    Objects.requireNonNull(plan, "plan");
    patterns = List.copyOf(patterns);
    missing = List.copyOf(missing);
    reports = reports.stream().sorted().toList();
  }

  /** What runs the tests here, as {@code " (mvn verify)"}; empty where that is not known. */
  public String runHint() {
    return tool().run();
  }

  /**
   * A plan that names reports may mean those of another directory than the work tree's root, and
   * what measures, analyses or exports something is no build tool.
   */
  BuildTool tool() {
    if (kind == ReportKind.METRICS
        || kind == ReportKind.FINDINGS
        || kind == ReportKind.PULL_REQUESTS) {
      return BuildTool.UNKNOWN;
    }
    BuildTool tool = BuildTool.of(workTree);
    return plan.isEmpty() || tool == BuildTool.MAVEN ? tool : BuildTool.UNKNOWN;
  }
}
