package dev.coord.evidence.coverage;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportIntake;
import dev.coord.evidence.reports.ReportIntake.Header;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.evidence.reports.SourceLengths;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.reports.TrackedFiles.Match;
import dev.coord.evidence.xml.GuardedFile;
import dev.coord.evidence.xml.PlainText;
import dev.coord.evidence.xml.Texts;
import dev.coord.evidence.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Reads the coverage reports of a build.
 *
 * <p>A file that several reports name is merged line by line: a line was run if any report says so,
 * and the larger count of its branches holds. A file that no committed one fits, such as a
 * generated source, keeps the name that the report gives it and counts in the totals; two reports
 * that use one such name mean one file.
 */
public final class CoverageReports {

  static final String FORMAT_REMEDY =
      "Name only reports in JaCoCo, Cobertura or Clover XML, LCOV, Go cover profiles and"
          + " coverage.py's JSON under evidence.coverage.";

  /** Tells committed files from others in the keys of merged files. */
  private static final String COMMITTED = "committed";

  private final ReportSet set;
  private final TrackedFiles tracked;
  private final XmlReader xml = new XmlReader();
  private final CoverageMap<ReportedFile> files = new CoverageMap<>();
  private final Versions versions = new Versions();
  private final Rests rests = new Rests();
  private final SourceLengths lengths;

  private CoverageReports(ReportSet set, TrackedFiles tracked) {
    this.set = set;
    this.tracked = tracked;
    this.lengths = new SourceLengths(set.workTree());
  }

  /**
   * Reads all coverage reports, each file once, however many patterns name it.
   *
   * @param set the report files
   * @param freshness what they are held against
   * @return the results; unknown when there is no report or no line, or when any report is stale,
   *     left over, committed, not usable, names a file that fits two committed ones, or is of
   *     another version of a file, or when a module of this build is missing from them
   */
  public static Observation<CoverageResults> read(ReportSet set, Freshness freshness) {
    CoverageReports reader = new CoverageReports(set, new TrackedFiles(freshness.sources()));
    return new ReportIntake(set, freshness)
        .read(1, reader::parse, reader::keep)
        .then(reader::results)
        .then(new UnmeasuredModules(set, freshness)::check);
  }

  private CoverageFormat parse(FoundReport report) throws InvalidReportException {
    if (GuardedFile.isPlainText(report.file(), report.path())) {
      List<CoverageFormat> read = new ArrayList<>();
      GuardedFile.read(
          report.file(),
          report.path(),
          bytes ->
              read.add(
                  CoverageText.read(
                      PlainText.utf8(bytes), tracked, set.workTree(), report.path())));
      return read.get(0);
    }
    CoverageXml handler = new CoverageXml(tracked, set.workTree(), report.path());
    xml.read(report.file(), report.path(), handler);
    return handler.report();
  }

  private Header keep(FoundReport report, CoverageFormat format) throws InvalidReportException {
    List<ReportedFile> ambiguous = new ArrayList<>();
    List<ReportedFile> named = new ArrayList<>();
    // Each file moves from the report to the results, since both together may not fit in memory.
    SortedMap<ReportedFile, FileCoverage> left = format.files();
    while (!left.isEmpty()) {
      ReportedFile file = left.firstKey();
      FileCoverage coverage = left.remove(file);
      Match match = format.locate(report, file);
      if (match.only().isPresent()) {
        compare(report, format, match.only().get(), coverage);
      }
      if (match.isAmbiguous()) {
        ambiguous.add(file);
      } else if (!files.add(key(match, coverage), coverage)) {
        throw new InvalidReportException(
            Location.ofFile(report.path()),
            "with this report there are more lines or files than can be kept",
            "Name fewer reports under evidence.coverage.");
      } else if (Rests.concerns(format) && coverage.size() > 0) {
        named.add(key(match, coverage));
      }
    }
    if (!ambiguous.isEmpty()) {
      throw ambiguous(report, format.locate(report, ambiguous.get(0)), ambiguous);
    }
    rests.add(format, named);
    return new Header(format.format(), format.time(), format.latest());
  }

  /** Holds a committed file against its text, and against what other reports say of it. */
  private void compare(FoundReport report, CoverageFormat format, String path, FileCoverage file)
      throws InvalidReportException {
    int last = file.size() == 0 ? 0 : file.line(file.size() - 1);
    if (last > lengths.of(path)) {
      throw new InvalidReportException(
          Location.ofFile(report.path()),
          path + " has no line " + last + ": the report is of another version of it",
          set.kind().action() + " again" + set.runHint() + ".");
    }
    versions.compare(
        report,
        format.format(),
        format.isExact(),
        path,
        files.get(new ReportedFile(path, COMMITTED)),
        file);
  }

  /** One key for one file, whichever report names it. */
  private static ReportedFile key(Match match, FileCoverage file) {
    return match
        .only()
        .map(path -> new ReportedFile(path, COMMITTED))
        .orElse(new ReportedFile(file.name(), ""));
  }

  private static InvalidReportException ambiguous(
      FoundReport report, Match match, List<ReportedFile> files) {
    int more = files.size() - 1;
    return new InvalidReportException(
        Location.ofFile(report.path()),
        Texts.shortened(files.get(0).name())
            + " fits both "
            + String.join(" and ", match.candidates())
            + (more == 0 ? "" : ", and " + more + " more of its files fit several"),
        "Say in evidence.coverage which directory its paths are relative to (root: DIRECTORY).");
  }

  private Observation<CoverageResults> results(List<ReportFile> reports) {
    List<FileCoverage> all = new ArrayList<>();
    SortedMap<ReportedFile, FileCoverage> merged = files.finish();
    while (!merged.isEmpty()) {
      ReportedFile key = merged.firstKey();
      FileCoverage file = merged.remove(key);
      all.add(key.group().equals(COMMITTED) ? file.at(key.name()) : file);
    }
    all.addAll(rests.counted());
    if (all.stream().allMatch(file -> file.size() == 0)) {
      return Observation.unknown(
          "no line of code is in " + ReportIntake.names(reports),
          "Check what the coverage tool measures, and run it again" + set.runHint() + ".");
    }
    return Observation.known(new CoverageResults(reports, all, versions.warnings()));
  }
}
