package dev.coord.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What former runs of coord came to. Whoever can commit can write that, too: it is attested.
 *
 * @param source where they were read from
 * @param runs the runs, in the order of their commits, oldest first
 * @param unread number of records that are none, or of a form that is not read
 */
public record RecordedRuns(Source source, List<RecordedRun> runs, int unread) {

  /** Where runs are recorded. */
  public enum Source {
    /** Notes of git on the commits of HEAD's first-parent history. */
    NOTES,
    /** The {@code status.json} that stood in the output directory. */
    FORMER_SITE
  }

  /** Nothing is recorded. */
  public static final RecordedRuns NONE = new RecordedRuns(Source.NOTES, List.of(), 0);

  /** Copies the collection. */
  public RecordedRuns {
    Objects.requireNonNull(source, "source");
    runs = List.copyOf(runs);
  }

  /** Whether there is nothing to tell of. */
  public boolean isEmpty() {
    return runs.isEmpty() && unread == 0;
  }

  /** The last one. */
  public Optional<RecordedRun> last() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
  }
}
