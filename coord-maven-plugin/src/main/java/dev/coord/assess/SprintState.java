package dev.coord.assess;

import dev.coord.plan.Sprint;
import dev.coord.schedule.Dated;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sprint with its dates worked out.
 *
 * @param dates first and last day, told by the plan or computed; empty when one cannot be told
 * @param phase where judging time lies
 * @param blocks its blocks with their dates
 * @param done tasks claimed done, of its blocks and those of workstreams that belong to it
 * @param tasks such tasks that were not dropped
 * @param workstreams ids of the workstreams active in it, in the plan's order
 */
public record SprintState(
    Sprint sprint,
    Optional<Span> dates,
    Phase phase,
    List<BlockState> blocks,
    int done,
    int tasks,
    List<String> workstreams) {

  /** Where judging time lies. */
  public enum Phase {
    /** Before the first day. */
    PLANNED("planned"),
    /** Between first and last day. */
    RUNNING("running"),
    /** After the last day. */
    OVER("over"),
    /** The plan gives no dates. */
    UNDATED("undated");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    /** The phase in one word. */
    public String word() {
      return word;
    }
  }

  /**
   * A block with its dates worked out.
   *
   * @param when all ways of counting with their dates
   * @param overdue whether it is over with open tasks
   */
  public record BlockState(Sprint.Block block, Dated when, Phase phase, boolean overdue) {
    /** Checks that all parts are there. */
    public BlockState {
      Objects.requireNonNull(block, "block");
      Objects.requireNonNull(when, "when");
      Objects.requireNonNull(phase, "phase");
    }

    /** First and last day; empty when they cannot be told. */
    public Optional<Span> dates() {
      return when.span();
    }
  }

  /** Copies the collections. */
  public SprintState {
    Objects.requireNonNull(sprint, "sprint");
    Objects.requireNonNull(dates, "dates");
    Objects.requireNonNull(phase, "phase");
    blocks = List.copyOf(blocks);
    workstreams = List.copyOf(workstreams);
  }

  /** The first day, as the plan says, else as computed. */
  public Optional<LocalDate> start() {
    return sprint.start().or(() -> dates.map(Span::first));
  }

  /** The last day, as the plan says, else as computed. */
  public Optional<LocalDate> end() {
    return sprint.end().or(() -> dates.map(Span::last));
  }
}
