package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.plan.Stretch.Counting;

/** Whether it is certain what the days of a block are counted from. */
final class Placed {

  private Placed() {}

  /**
   * Whether a block has dates of its own, or is of a sprint that has, or of the first one. A later
   * sprint without them is counted from the project's first day, too, and may mean other days.
   */
  static boolean isSure(Plan plan, Sprint sprint, Block block) {
    return sprint.start().isPresent()
        || sprint.end().isPresent()
        || plan.sprints().get(0).equals(sprint)
        || block.when().in(Counting.DATES).isPresent()
        || block.when().in(Counting.PHASE_WEEKS).isPresent();
  }
}
