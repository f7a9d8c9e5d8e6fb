package dev.coord.evidence.reports;

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
 * @param headCommitTime when HEAD was committed; empty where there is no commit
 * @param sessionStart when this Maven session began; empty outside of Maven
 * @param trackedFiles paths of the files that are committed, with {@code /}
 * @param builtModules the modules whose tests this Maven session ran
 */
public record Freshness(
    Optional<Instant> headCommitTime,
    Optional<Instant> sessionStart,
    SortedSet<String> trackedFiles,
    List<BuiltModule> builtModules) {

  /** Copies the collections. */
  public Freshness {
    Objects.requireNonNull(headCommitTime, "headCommitTime");
    Objects.requireNonNull(sessionStart, "sessionStart");
    trackedFiles = Collections.unmodifiableSortedSet(new TreeSet<>(trackedFiles));
    builtModules = List.copyOf(builtModules);
  }

  /** Reports that no Maven session wrote: they can be stale, and not left over. */
  public static Freshness ofCommit(
      Optional<Instant> headCommitTime, SortedSet<String> trackedFiles) {
    return new Freshness(headCommitTime, Optional.empty(), trackedFiles, List.of());
  }

  /** Whether something of this time is older than the commit it should be about. */
  boolean isStale(Instant time) {
    return headCommitTime.filter(head -> seconds(time).isBefore(seconds(head))).isPresent();
  }

  /** Whether a file of this time was written during this session. */
  public boolean isOfThisSession(Instant modified) {
    return sessionStart.filter(start -> !seconds(modified).isBefore(seconds(start))).isPresent();
  }

  boolean isTracked(String path) {
    return trackedFiles.contains(path);
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
