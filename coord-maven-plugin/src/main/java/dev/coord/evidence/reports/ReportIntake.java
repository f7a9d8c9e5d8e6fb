package dev.coord.evidence.reports;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lets reports of this build in and says of all others why they prove nothing. */
public final class ReportIntake {

  /**
   * What a report says about itself.
   *
   * @param format its format, in words
   * @param time when it was written, where it says so for any time zone
   */
  public record Header(String format, Optional<Instant> time) {
    /** Checks that both are there. */
    public Header {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(time, "time");
    }
  }

  /** Reads one report and keeps what it says. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads one report.
     *
     * @return its format, and when it was written if it says so with its zone
     * @throws InvalidReportException when it cannot be used
     */
    Header read(FoundReport report) throws InvalidReportException;
  }

  private final ReportSet set;
  private final Freshness freshness;

  /** An intake for the reports of one kind. */
  public ReportIntake(ReportSet set, Freshness freshness) {
    this.set = set;
    this.freshness = freshness;
  }

  /**
   * Reads the reports, each once, in the order of their paths.
   *
   * <p>A committed report, and one that lies beside reports of this session without being of it, is
   * not read. One that is older than HEAD is, since others may be wrong in other ways; all that is
   * wrong is told at once.
   *
   * @return the reports, or why they prove nothing: what {@code reader} kept is void then
   */
  public Observation<List<ReportFile>> read(Reader reader) {
    ReportKind kind = set.kind();
    if (!set.complete()) {
      return Observation.unknown(
          "the work tree has more than "
              + ReportFinder.MAX_ENTRIES
              + " files, too many to look for "
              + kind.noun()
              + "s",
          "Remove what earlier builds left behind, or run in a smaller work tree.");
    }
    List<FoundReport> reports = set.reports().stream().filter(this::mayBeReport).toList();
    if (reports.isEmpty()) {
      return none();
    }
    ReportProblems problems = new ReportProblems(kind);
    set.missing().forEach(problems::addMissing);
    LeftOvers leftOvers = new LeftOvers(kind, freshness, reports);
    List<ReportFile> read = new ArrayList<>();
    for (FoundReport report : reports) {
      Optional<Flaw> flaw =
          freshness.isTracked(report.path()) ? Optional.of(Flaw.COMMITTED) : leftOvers.flaw(report);
      if (flaw.isPresent()) {
        problems.add(flaw.get(), report.path());
      } else {
        readOne(report, reader, leftOvers, read, problems);
      }
    }
    return problems.isEmpty() ? Observation.known(read) : problems.unknown();
  }

  private void readOne(
      FoundReport report,
      Reader reader,
      LeftOvers leftOvers,
      List<ReportFile> read,
      ReportProblems problems) {
    if (freshness.isStale(report.modified())) {
      problems.add(Flaw.STALE, report.path());
      return;
    }
    try {
      Header header = reader.read(report);
      Instant time =
          header
              .time()
              .filter(stated -> stated.isBefore(report.modified()))
              .orElse(report.modified());
      if (freshness.isStale(time)) {
        problems.add(Flaw.STALE, report.path());
      } else if (leftOvers.isOfEarlierTests(report, time)) {
        problems.add(Flaw.OF_EARLIER_TESTS, report.path());
      }
      read.add(new ReportFile(report.path(), header.format(), time));
    } catch (InvalidReportException e) {
      problems.add(e.diagnostic());
    }
  }

  private boolean mayBeReport(FoundReport report) {
    return set.plan().isPresent()
        || !freshness.isTracked(report.path())
        || !ReportKind.isTestData(report.path());
  }

  private Observation<List<ReportFile>> none() {
    ReportKind kind = set.kind();
    int more = set.patterns().size() - 1;
    String first = set.patterns().get(0);
    String shown = first.startsWith("**/") ? first.substring("**/".length()) : first;
    return Observation.unknown(
        "no "
            + kind.noun()
            + " was found (looked for "
            + shown
            + (more == 0 ? "" : " and " + more + " more pattern" + (more == 1 ? "" : "s"))
            + ")",
        kind.action()
            + " first (mvn verify), or "
            + set.plan()
                .map(place -> "correct evidence." + kind.key() + " (" + place.fileAndLine() + ").")
                .orElse("name the reports under evidence." + kind.key() + "."));
  }

  /** The reports in a few words: {@code a, b, c and 2 more}. */
  public static String names(List<ReportFile> reports) {
    return some(reports.stream().map(ReportFile::path).toList());
  }

  /** Names in a few words: {@code a, b, c and 2 more}. */
  public static String some(List<String> names) {
    return ReportProblems.some(names);
  }
}
