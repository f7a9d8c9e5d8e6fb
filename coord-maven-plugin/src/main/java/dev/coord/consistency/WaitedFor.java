package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.schedule.Waits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All that a workstream waits for, by way of others too; nearer ones first. */
final class WaitedFor {

  /**
   * How a workstream is waited for.
   *
   * @param by id of the last one in between, or of the one that waits
   * @param place where the plan says that the first one on the way is waited for
   */
  record Step(String by, Location place) {}

  private final Waits waits;
  private final Predicate<Waits.Wait> counted;
  private final Map<String, Map<String, Step>> steps = new HashMap<>();

  /**
   * Nothing looked up yet.
   *
   * @param counted which waits count, on the whole way
   */
  WaitedFor(Waits waits, Predicate<Waits.Wait> counted) {
    this.waits = waits;
    this.counted = counted;
  }

  /** By id, how each is waited for; the workstream itself among them where it waits for itself. */
  Map<String, Step> by(String workstream) {
    return steps.computeIfAbsent(workstream, this::walk);
  }

  private Map<String, Step> walk(String start) {
    Map<String, Step> found = new LinkedHashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      String id = next.remove();
      for (Waits.Wait wait : waits.of(id)) {
        Location place = id.equals(start) ? wait.place() : found.get(id).place();
        if (counted.test(wait) && found.putIfAbsent(wait.on(), new Step(id, place)) == null) {
          next.add(wait.on());
        }
      }
    }
    return found;
  }
}
