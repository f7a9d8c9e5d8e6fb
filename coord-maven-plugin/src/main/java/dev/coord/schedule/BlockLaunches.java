package dev.coord.schedule;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which blocks of sprints launch which workstreams. */
public final class BlockLaunches {

  /**
   * A block that launches a workstream.
   *
   * @param place where it says so
   */
  public record Launch(Sprint sprint, Block block, Location place) {
    /** Checks that all parts are there. */
    public Launch {
      Objects.requireNonNull(sprint, "sprint");
      Objects.requireNonNull(block, "block");
      Objects.requireNonNull(place, "place");
    }
  }

  private final Map<String, List<Launch>> launches = new HashMap<>();

  private BlockLaunches() {}

  /** Those of a plan. */
  public static BlockLaunches of(Plan plan) {
    BlockLaunches all = new BlockLaunches();
    for (Sprint sprint : plan.sprints()) {
      for (Block block : sprint.blocks()) {
        for (int i = 0; i < block.launches().size(); i++) {
          all.launches
              .computeIfAbsent(block.launches().get(i), id -> new ArrayList<>())
              .add(new Launch(sprint, block, block.origin().of("launches", i)));
        }
      }
    }
    return all;
  }

  /** Those of a workstream, in the order written. */
  public List<Launch> of(String workstream) {
    return List.copyOf(launches.getOrDefault(workstream, List.of()));
  }
}
