package dev.coord.evidence.forge;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Observation;
import dev.coord.evidence.PullRequest;
import dev.coord.evidence.PullRequestResults;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.json.JsonValue;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportIntake;
import dev.coord.evidence.reports.ReportIntake.Header;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.evidence.xml.GuardedFile;
import dev.coord.evidence.xml.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads the pull requests that the command lines of forges export as JSON. */
public final class PullRequestReports {

  private final TreeMap<Long, PullRequest> all = new TreeMap<>();
  private boolean reviews = true;

  private PullRequestReports() {}

  /**
   * Reads all exports.
   *
   * @return unknown when there is none, one is stale, committed or cannot be used, or may be cut
   *     off
   */
  public static Observation<PullRequestResults> read(ReportSet set, Freshness freshness) {
    PullRequestReports reader = new PullRequestReports();
    Observation<List<ReportFile>> read =
        new ReportIntake(set, freshness)
            .read(1, report -> parse(report, freshness::isYetToCome), reader::keep);
    return read.map(
        files ->
            new PullRequestResults(
                files,
                reader.all.values().stream()
                    .sorted(Comparator.comparingLong(PullRequest::number))
                    .toList(),
                reader.reviews));
  }

  private Header keep(FoundReport report, PullRequestFile file) throws InvalidReportException {
    for (PullRequest one : file.all()) {
      if (all.putIfAbsent(one.number(), one) != null) {
        throw file.invalid("pull request " + one.number() + " stands there twice");
      }
    }
    reviews &= file.reviews();
    return new Header(file.format(), Optional.empty());
  }

  private static PullRequestFile parse(FoundReport report, Predicate<Instant> yetToCome)
      throws InvalidReportException {
    List<JsonValue> made = new ArrayList<>();
    GuardedFile.read(
        report.file(),
        report.path(),
        bytes ->
            JsonReader.read(PlainText.utf8(bytes), report.path(), json -> made.add(json.value())));
    return PullRequestFile.of(report.path(), made.get(0), yetToCome);
  }
}
