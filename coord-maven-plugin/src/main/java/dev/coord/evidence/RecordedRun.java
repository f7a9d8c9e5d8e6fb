package dev.coord.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a former run of coord came to, as its {@code status.json} says.
 *
 * @param commit full id of the commit that was judged
 * @param day the day of its judging time, in the project's zone
 * @param time the commit's time, or the first moment of that day where the commit is older
 * @param result {@code pass}, {@code fail} or {@code unknown}
 * @param contradictions claims that were contradicted; empty where it does not say
 * @param tests tests that were counted; empty where there were no reports
 * @param coverage lines that were covered, of all; empty where there were no reports
 * @param metrics what was measured or declared, by the metric's id, followed by a dot and the
 *     compared key where there is one
 * @param gates what was measured, by the label of the row
 * @param workstreams what was observed of each workstream, by its id: {@code not_started}
 */
public record RecordedRun(
    String commit,
    LocalDate day,
    Instant time,
    String result,
    OptionalInt contradictions,
    OptionalInt tests,
    Optional<Lines> coverage,
    Map<String, Value> metrics,
    Map<String, Value> gates,
    Map<String, String> workstreams) {

  /**
   * Lines of code.
   *
   * @param covered those that ran
   * @param all all that could have run, at least one
   */
  public record Lines(int covered, int all) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when there are none, or more were covered than there are
     */
    public Lines {
      if (all < 1 || covered < 0 || covered > all) {
        throw new IllegalArgumentException(covered + " of " + all + " lines");
      }
    }
  }

  /**
   * A value.
   *
   * @param outcome how it was judged; empty where it was not
   * @param measured the value as it was shown; empty where it could not be told
   */
  public record Value(String outcome, String measured) {
    /** Checks that both are there. */
    public Value {
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(measured, "measured");
    }
  }

  /** Copies the collections, and keeps their order. */
  public RecordedRun {
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(contradictions, "contradictions");
    Objects.requireNonNull(tests, "tests");
    Objects.requireNonNull(coverage, "coverage");
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
    workstreams = Collections.unmodifiableMap(new LinkedHashMap<>(workstreams));
  }
}
