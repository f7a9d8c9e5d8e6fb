package dev.coord.evidence;

import dev.coord.evidence.GitQuestions.Period;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What arrived on a branch, and which other branches there are.
 *
 * @param branch name of the branch
 * @param since commits before this time, with none of it or later below them, were not looked at;
 *     empty when nobody said since when
 * @param arrivals the commits of its first-parent line, newest first
 * @param cut whether there are more of them, or merges brought more commits, than were read
 * @param others branches that nobody asked about, those with the newest commit first
 * @param unread number of branches with older commits that were not looked at
 * @param within the commits of the periods that somebody asked for
 */
public record GitHistory(
    String branch,
    Optional<Instant> since,
    List<Arrival> arrivals,
    boolean cut,
    List<OtherBranch> others,
    int unread,
    Within within) {

  /**
   * The commits of some periods, by their committers' times.
   *
   * @param periods those that were asked for
   * @param commits those of the first-parent line, newest first; of a merge without paths
   * @param cut the time of the last commit that was looked at, where there are older ones; empty
   *     where all were looked at
   */
  public record Within(List<Period> periods, List<Commit> commits, Optional<Instant> cut) {
    /** Nobody asked for a period. */
    public static final Within NONE = new Within(List.of(), List.of(), Optional.empty());

    /** Copies the collections. */
    public Within {
      periods = List.copyOf(periods);
      commits = List.copyOf(commits);
      Objects.requireNonNull(cut, "cut");
    }

    /**
     * Whether all commits of a period are here: the last one that was looked at tells, whatever
     * lies above.
     */
    public boolean isWhole(Period period) {
      return periods.contains(period) && cut.filter(last -> last.isAfter(period.from())).isEmpty();
    }
  }

  /** What arrived, where nobody asked for a period. */
  public GitHistory(
      String branch,
      Optional<Instant> since,
      List<Arrival> arrivals,
      boolean cut,
      List<OtherBranch> others,
      int unread) {
    this(branch, since, arrivals, cut, others, unread, Within.NONE);
  }

  /**
   * A commit of the first-parent line.
   *
   * @param commit the commit; of a merge without paths
   * @param merge whether it has several parents
   * @param brought what a merge brought, newest first, merges among it left out
   */
  public record Arrival(Commit commit, boolean merge, List<Commit> brought) {
    /** Copies the collection. */
    public Arrival {
      Objects.requireNonNull(commit, "commit");
      brought = List.copyOf(brought);
    }
  }

  /**
   * A branch that nobody asked about.
   *
   * @param name without {@code refs/heads/} or the remote's name
   * @param ref the full name
   * @param tip its last commit
   * @param ahead commits that the branch of the history does not have
   * @param behind commits of the branch of the history that it does not have
   */
  public record OtherBranch(String name, String ref, Commit tip, int ahead, int behind) {
    /** Checks that all parts are there. */
    public OtherBranch {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(ref, "ref");
      Objects.requireNonNull(tip, "tip");
    }
  }

  /** Copies the collections. */
  public GitHistory {
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(within, "within");
    arrivals = List.copyOf(arrivals);
    others = List.copyOf(others);
  }

  /** The oldest commit of the first-parent line that was read; empty where nothing arrived. */
  public Optional<Commit> oldest() {
    return arrivals.isEmpty()
        ? Optional.empty()
        : Optional.of(arrivals.get(arrivals.size() - 1).commit());
  }
}
