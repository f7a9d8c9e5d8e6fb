package dev.coord.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All results of all tools of analysis.
 *
 * @param reports the reports, by path; at least one
 * @param tools the tools that ran, by name; at least one
 * @param findings what they found, the worst first; may be empty
 */
public record FindingResults(
    List<ReportFile> reports, SortedMap<String, Tool> tools, List<ToolFinding> findings) {

  /**
   * What is told of one tool.
   *
   * @param runs how often it ran, above zero
   * @param leftOut its results that do not count: they are suppressed, gone since its own baseline,
   *     or of another kind than a failure
   */
  public record Tool(int runs, int leftOut) {
    /** Both runs together. */
    public Tool plus(Tool other) {
      return new Tool(runs + other.runs, leftOut + other.leftOut);
    }
  }

  /**
   * Copies and sorts the collections.
   *
   * @throws IllegalArgumentException when there is no report or no tool: that is unknown, not zero
   *     findings
   */
  public FindingResults {
    Objects.requireNonNull(findings, "findings");
    reports = reports.stream().sorted().toList();
    tools = Collections.unmodifiableSortedMap(new TreeMap<>(tools));
    findings = findings.stream().sorted(ToolFinding.WORST_FIRST).toList();
    if (reports.isEmpty() || tools.isEmpty()) {
      throw new IllegalArgumentException("no run is unknown, not zero findings");
    }
  }

  /** The same with other findings of the same tools. */
  public FindingResults with(List<ToolFinding> others) {
    return new FindingResults(reports, tools, others);
  }

  /** How many findings of a level there are. */
  public long count(ToolFinding.Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
