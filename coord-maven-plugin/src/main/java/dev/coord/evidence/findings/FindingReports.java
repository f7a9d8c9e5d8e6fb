package dev.coord.evidence.findings;

import dev.coord.evidence.FindingResults;
import dev.coord.evidence.FindingResults.Tool;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportIntake;
import dev.coord.evidence.reports.ReportIntake.Header;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.evidence.reports.SourceLengths;
import dev.coord.evidence.reports.SourcePaths;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.xml.GuardedFile;
import dev.coord.evidence.xml.PlainText;
import dev.coord.evidence.xml.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what tools of analysis found, as <a
 * href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>.
 */
public final class FindingReports {

  private static final String VERSION = "2.1.0";
  private static final String FORMAT = "SARIF " + VERSION;
  private static final String TELL = "Let the tool write SARIF " + VERSION + ".";

  private final Room room = new Room();
  private final SourcePaths paths;
  private final SourceLengths lengths;
  private final SortedMap<String, Tool> tools = new TreeMap<>();
  private final List<ToolFinding> findings = new ArrayList<>();

  private FindingReports(SourcePaths paths, SourceLengths lengths) {
    this.paths = paths;
    this.lengths = lengths;
  }

  /**
   * Reads all reports, one after the other.
   *
   * @param set the report files
   * @param freshness what they are held against
   * @return the results; unknown when there is no report, when any is stale, committed or not
   *     usable, when one tells of no run, or of one that did not come to its end
   */
  public static Observation<FindingResults> read(ReportSet set, Freshness freshness) {
    FindingReports reports =
        new FindingReports(
            new SourcePaths(new TrackedFiles(freshness.sources()), set.workTree()),
            new SourceLengths(set.workTree()));
    Observation<List<ReportFile>> read =
        new ReportIntake(set, freshness).read(1, reports::parse, reports::keep);
    return read.map(files -> new FindingResults(files, reports.tools, reports.findings));
  }

  private Header keep(FoundReport report, List<SarifRun> runs) {
    for (SarifRun run : runs) {
      tools.merge(run.name(), run.summary(), Tool::plus);
      findings.addAll(run.findings(paths, lengths, report));
    }
    Optional<Instant> first =
        runs.stream().flatMap(run -> run.ended().stream()).min(Comparator.naturalOrder());
    return new Header(FORMAT, first);
  }

  private List<SarifRun> parse(FoundReport report) throws InvalidReportException {
    List<SarifRun> runs = new ArrayList<>();
    GuardedFile.read(
        report.file(),
        report.path(),
        bytes -> JsonReader.read(PlainText.utf8(bytes), report.path(), json -> log(json, runs)));
    return runs;
  }

  private void log(JsonReader json, List<SarifRun> runs)
      throws IOException, InvalidReportException {
    if (json.isNothing()) {
      throw json.invalid("the file is empty");
    }
    String[] version = {""};
    json.object(
        name -> {
          switch (name) {
            case "version" -> version[0] = json.text().orElse("");
            case "inlineExternalProperties" ->
                throw json.invalid(
                    "the report keeps parts of its runs outside of them",
                    "Let the tool write each run whole.");
            case "runs" -> json.array(() -> runs.add(SarifRun.read(json, room)));
            default -> {}
          }
        });
    if (!version[0].equals(VERSION)) {
      throw json.invalid(
          version[0].isEmpty()
              ? "this is not SARIF: it has no \"version\""
              : "SARIF " + Texts.shortened(version[0]) + " cannot be read",
          TELL);
    }
    if (runs.isEmpty()) {
      throw json.invalid("no tool ran: \"runs\" is empty", "Run the analysis again.");
    }
  }
}
