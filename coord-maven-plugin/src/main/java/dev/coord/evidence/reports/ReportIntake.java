package dev.coord.evidence.reports;

import dev.coord.concurrent.InOrder;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
   * @param latest when it was written at the latest, where it says so without its zone
   */
  public record Header(String format, Optional<Instant> time, Optional<Instant> latest) {
    /** Checks that all is there. */
    public Header {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(latest, "latest");
    }

    /** One whose time, if any, is exact. */
    public Header(String format, Optional<Instant> time) {
      this(format, time, Optional.empty());
    }
  }

  /**
   * Reads reports, each by itself.
   *
   * @param <T> what it makes of one
   */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads one report; called by several threads.
     *
     * @throws InvalidReportException when it cannot be used
     */
    T read(FoundReport report) throws InvalidReportException;
  }

  /**
   * Keeps what reports say.
   *
   * @param <T> what was made of one
   */
  @FunctionalInterface
  public interface Keeper<T> {
    /**
     * Keeps one report; called by one thread, in the order of the paths.
     *
     * @return its format, and when it was written if it says so with its zone
     * @throws InvalidReportException when it cannot be used beside those before it
     */
    Header keep(FoundReport report, T content) throws InvalidReportException;
  }

  private record Attempt<T>(Optional<T> content, Optional<InvalidReportException> mistake) {}

  private final ReportSet set;
  private final Freshness freshness;

  /** An intake for the reports of one kind. */
  public ReportIntake(ReportSet set, Freshness freshness) {
    this.set = set;
    this.freshness = freshness;
  }

  /**
   * Reads the reports, each once.
   *
   * <p>Not read are reports that are committed, left over, or by the time of their files older than
   * HEAD or yet to come. That one report has a flaw does not end the reading of the others: all
   * that is wrong is told at once.
   *
   * @param threads how many reports are read at the same time
   * @return the reports, or why they prove nothing: what {@code keeper} kept is void then
   */
  public <T> Observation<List<ReportFile>> read(int threads, Reader<T> reader, Keeper<T> keeper) {
    if (!set.complete()) {
      return incomplete();
    }
    List<FoundReport> reports = set.reports().stream().filter(this::mayBeReport).toList();
    if (reports.isEmpty()) {
      return none();
    }
    ReportProblems problems = new ReportProblems(set.kind(), set.tool());
    set.missing().forEach(problems::addMissing);
    LeftOvers leftOvers = new LeftOvers(set.kind(), freshness, reports);
    List<FoundReport> sound = new ArrayList<>();
    for (FoundReport report : reports) {
      Optional<Flaw> flaw = flaw(report, leftOvers);
      flaw.ifPresent(found -> problems.add(found, named(report, found)));
      if (flaw.isEmpty() && !isUntold(report, report.modified(), problems)) {
        sound.add(report);
      }
    }
    List<ReportFile> read = new ArrayList<>();
    InOrder.run(
        threads,
        sound,
        report -> attempt(report, reader),
        (report, attempt) -> {
          try {
            if (attempt.mistake().isPresent()) {
              throw attempt.mistake().get();
            }
            Header header = keeper.keep(report, attempt.content().orElseThrow());
            read.add(checked(report, header, leftOvers, problems));
          } catch (InvalidReportException e) {
            problems.add(e.diagnostic());
          }
        });
    return problems.isEmpty() ? Observation.known(read) : problems.unknown();
  }

  private static <T> Attempt<T> attempt(FoundReport report, Reader<T> reader) {
    try {
      return new Attempt<>(Optional.of(reader.read(report)), Optional.empty());
    } catch (InvalidReportException e) {
      return new Attempt<>(Optional.empty(), Optional.of(Packed.explain(report, e)));
    }
  }

  /** What is wrong with a report that has not been read. */
  private Optional<Flaw> flaw(FoundReport report, LeftOvers leftOvers) {
    if (freshness.isTracked(report.path())) {
      return Optional.of(Flaw.COMMITTED);
    }
    if (freshness.isYetToCome(report.modified())) {
      return Optional.of(Flaw.YET_TO_COME);
    }
    return leftOvers
        .flaw(report)
        .or(
            () ->
                freshness.isStale(report.modified()) ? Optional.of(Flaw.STALE) : Optional.empty());
  }

  /** A report as a message names it; with its date in UTC where that is what is wrong. */
  private static String named(FoundReport report, Flaw flaw) {
    return flaw == Flaw.YET_TO_COME
        ? report.path() + " (" + LocalDate.ofInstant(report.modified(), ZoneOffset.UTC) + ")"
        : report.path();
  }

  /** What is wrong with a report by the time that it states itself. */
  private ReportFile checked(
      FoundReport report, Header header, LeftOvers leftOvers, ReportProblems problems) {
    Instant time =
        header
            .time()
            .filter(stated -> stated.isBefore(report.modified()))
            .orElse(report.modified());
    if (freshness.isStale(time) || header.latest().filter(freshness::isStale).isPresent()) {
      problems.add(Flaw.STALE, report.path());
    } else if (leftOvers.isOfEarlierTests(report, time)) {
      problems.add(Flaw.OF_EARLIER_TESTS, report.path());
    } else {
      isUntold(report, time, problems);
    }
    return new ReportFile(report.path(), header.format(), time);
  }

  /** Whether nobody can tell what version a report of this time is of, which is noted then. */
  private boolean isUntold(FoundReport report, Instant time, ReportProblems problems) {
    Optional<Observation.Unknown<Instant>> why = freshness.untold(time);
    why.ifPresent(unknown -> problems.addUntold(unknown, report.path()));
    return why.isPresent();
  }

  private boolean mayBeReport(FoundReport report) {
    return set.plan().isPresent()
        || !freshness.isTracked(report.path())
        || !ReportKind.isTestData(report.path());
  }

  private Observation<List<ReportFile>> incomplete() {
    return Observation.unknown(
        "the work tree has more than "
            + ReportFinder.MAX_ENTRIES
            + " files, too many to look for "
            + set.kind().noun()
            + "s",
        "Remove what earlier builds left behind, or run in a smaller work tree.");
  }

  private Observation<List<ReportFile>> none() {
    ReportKind kind = set.kind();
    int more = set.patterns().size() - 1;
    String first = set.plan().isPresent() ? set.patterns().get(0) : set.tool().place(kind);
    String shown = first.startsWith("**/") ? first.substring("**/".length()) : first;
    return Observation.unknown(
        "no "
            + kind.noun()
            + " was found (looked for "
            + shown
            + (more == 0 ? "" : " and " + more + " more pattern" + (more == 1 ? "" : "s"))
            + ")",
        kind.action()
            + " first"
            + set.runHint()
            + ", or "
            + set.plan()
                .map(place -> "correct " + kind.place() + " (" + place.fileAndLine() + ").")
                .orElse("name the reports under " + kind.place() + "."));
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
