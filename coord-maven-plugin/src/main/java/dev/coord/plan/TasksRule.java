package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * How many tasks are done, and how many there are.
 *
 * @param of whose tasks
 * @param id id of the workstream, sprint or epic; empty for the whole project and all epics
 * @param done wanted share of those that are done, in percent
 * @param count wanted number of those that are done
 * @param total wanted number of all that were not dropped
 */
public record TasksRule(
    Origin origin,
    Of of,
    String id,
    Optional<Comparison> done,
    Optional<Comparison> count,
    Optional<Comparison> total)
    implements Rule {

  /** Whose tasks are counted. */
  public enum Of {
    /** All workstreams' tasks. */
    PROJECT,
    /** One workstream's tasks. */
    WORKSTREAM,
    /** The tasks of a sprint's blocks. */
    SPRINT,
    /** One epic's issues, or the tasks of its workstreams. */
    EPIC,
    /** The same of all epics. */
    EPICS
  }

  /**
   * Checks that something is compared, and that the id is there exactly when it is needed.
   *
   * @throws IllegalArgumentException when it is not so, or a comparison has another unit
   */
  public TasksRule {
    Parts.require(origin, of, id);
    RuleParts.requireSome(done, count, total);
    RuleParts.requireUnit(Dimension.SHARE, done);
    RuleParts.requireUnit(Dimension.COUNT, count, total);
    if (id.isEmpty() != (of == Of.PROJECT || of == Of.EPICS)) {
      throw new IllegalArgumentException("tasks names whose they are, or are all");
    }
  }

  /** A wanted share. */
  public TasksRule(Origin origin, Of of, String id, Comparison done) {
    this(origin, of, id, Optional.of(done), Optional.empty(), Optional.empty());
  }

  @Override
  public String name() {
    return "tasks";
  }
}
