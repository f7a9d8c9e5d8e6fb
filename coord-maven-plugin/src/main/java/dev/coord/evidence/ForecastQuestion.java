package dev.coord.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What would conflict if it were merged: branches with each other and with what they go into, and
 * waves in their order.
 *
 * @param branches names of the branches; those that are merged or not begun are left out of the
 *     answer. Each was asked for as a branch, too.
 * @param queue what waits to be merged, in its order, apart from waves
 * @param waves in the order they are merged
 * @param into the branch that they go into in the end, by whose {@code .gitattributes} files are
 *     merged; where it is not said or not there, those of the checked-out commit count
 * @param resolving those of the branches of which somebody asks whose changes they conflict with
 *     that are in what they go into already
 */
public record ForecastQuestion(
    List<String> branches,
    List<Queued> queue,
    List<Wave> waves,
    Optional<String> into,
    Set<String> resolving) {

  /** Nobody wants to know. */
  public static final ForecastQuestion NONE = new ForecastQuestion(List.of(), List.of(), List.of());

  /**
   * A branch that waits to be merged.
   *
   * @param into the branch it is merged into
   */
  public record Queued(String branch, String into) {
    /** Checks that both are there. */
    public Queued {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(into, "into");
    }
  }

  /**
   * Branches that are merged one after another.
   *
   * @param id the id that the plan uses
   * @param from the branch that {@code into} is created from, where it is not there yet
   * @param into the branch they are merged into
   * @param branches in their order
   */
  public record Wave(String id, Optional<String> from, String into, List<String> branches) {
    /** Copies the collection. */
    public Wave {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(into, "into");
      branches = List.copyOf(branches);
    }
  }

  /** Copies the collections. */
  public ForecastQuestion {
    branches = branches.stream().distinct().toList();
    queue = List.copyOf(queue);
    waves = List.copyOf(waves);
    Objects.requireNonNull(into, "into");
    resolving = Set.copyOf(resolving);
  }

  /** Asks of no branch whose changes it conflicts with. */
  public ForecastQuestion(List<String> branches, List<Queued> queue, List<Wave> waves) {
    this(branches, queue, waves, Optional.empty(), Set.of());
  }

  /** Asks without a queue. */
  public ForecastQuestion(List<String> branches, List<Wave> waves) {
    this(branches, List.of(), waves);
  }
}
