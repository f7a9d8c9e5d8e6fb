package dev.coord.testing;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Counts;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RepositoryAnswers;
import dev.coord.evidence.SourceFiles;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts together what git says; what is not said was not asked of it. */
public final class GitAnswers {

  private final Commit head;
  private final SortedSet<String> tracked = new TreeSet<>();
  private Optional<String> branch = Optional.empty();
  private boolean linked;
  private Observation<GitHistory> history =
      Observation.unknown("nobody asked git for the history", "Run the build again.");
  private Observation<Commit> newestChange =
      Observation.unknown("nobody asked git for the newest change", "Run the build again.");

  private GitAnswers(Commit head) {
    this.head = head;
  }

  /** A commit is checked out, on no branch. */
  public static GitAnswers at(Commit head) {
    return new GitAnswers(head);
  }

  /** The branch that is checked out. */
  public GitAnswers on(String name) {
    branch = Optional.of(name);
    return this;
  }

  /** The working tree is a linked one. */
  public GitAnswers linked() {
    linked = true;
    return this;
  }

  /** Files of the checked-out commit. */
  public GitAnswers tracked(Collection<String> files) {
    tracked.addAll(files);
    return this;
  }

  /** What arrived on the integration branch. */
  public GitAnswers history(Observation<GitHistory> arrived) {
    history = arrived;
    return this;
  }

  /** The newest commit that changed the plan. */
  public GitAnswers changed(Commit newest) {
    newestChange = Observation.known(newest);
    return this;
  }

  public GitEvidence build() {
    return new GitEvidence(
        head,
        branch,
        linked,
        tracked,
        SourceFiles.of(tracked),
        Map.of(),
        Map.of(),
        Map.of(),
        history,
        Map.of(),
        Counts.NONE,
        newestChange,
        Observation.known(MergeForecast.NONE),
        Map.of(),
        Map.of(),
        RepositoryAnswers.NONE);
  }
}
