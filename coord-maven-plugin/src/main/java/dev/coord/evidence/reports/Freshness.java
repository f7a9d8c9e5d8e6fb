package dev.coord.evidence.reports;

import dev.coord.evidence.Observation;
import dev.coord.evidence.SourceFiles;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What reports are held against to see whether they are of this build.
 *
 * <p>Times are compared in whole seconds, since that is all that some file systems and all commits
 * know: a report of the same second as the commit is fresh.
 *
 * @param commitTime the newest time of HEAD and the commits before it, or why that cannot be told
 * @param clock the wall clock: what is more than a day younger proves nothing
 * @param sessionStart when this Maven session began; empty outside of Maven
 * @param trackedFiles paths of the files that are committed, with {@code /}
 * @param sources the files that they can tell of
 * @param builtModules the modules whose tests this Maven session ran
 */
public record Freshness(
    Observation<Instant> commitTime,
    Instant clock,
    Optional<Instant> sessionStart,
    SortedSet<String> trackedFiles,
    SourceFiles sources,
    List<BuiltModule> builtModules) {

  /** Copies the collections. */
  public Freshness {
    Objects.requireNonNull(commitTime, "commitTime");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(sessionStart, "sessionStart");
    Objects.requireNonNull(sources, "sources");
    trackedFiles = Collections.unmodifiableSortedSet(new TreeSet<>(trackedFiles));
    builtModules = List.copyOf(builtModules);
  }

  /** Reports that no Maven session wrote, held against no clock: they can be stale, no more. */
  public static Freshness ofCommit(
      Observation<Instant> commitTime, SortedSet<String> trackedFiles) {
    return new Freshness(
        commitTime,
        Instant.MAX,
        Optional.empty(),
        trackedFiles,
        SourceFiles.of(trackedFiles),
        List.of());
  }

  /**
   * Whether a time is yet to come, by more than machines whose clocks or zones differ explain: such
   * a file would stay fresh whatever is committed.
   */
  public boolean isYetToCome(Instant time) {
    return time.isAfter(clock) && time.minus(1, ChronoUnit.DAYS).isAfter(clock);
  }

  /** Whether something of this time is older than the commit it should be about. */
  boolean isStale(Instant time) {
    return commitTime
        .optional()
        .filter(head -> time.getEpochSecond() < head.getEpochSecond())
        .isPresent();
  }

  /**
   * Why nobody can tell whether something of this time is about the version of the work tree: there
   * is no commit to hold it against, and this session did not write it.
   */
  Optional<Observation.Unknown<Instant>> untold(Instant time) {
    return commitTime instanceof Observation.Unknown<Instant> unknown && !isOfThisSession(time)
        ? Optional.of(unknown)
        : Optional.empty();
  }

  /** Whether a file of this time was written during this session. */
  public boolean isOfThisSession(Instant modified) {
    return sessionStart
        .filter(start -> modified.getEpochSecond() >= start.getEpochSecond())
        .isPresent();
  }

  boolean isTracked(String path) {
    return trackedFiles.contains(path);
  }
}
