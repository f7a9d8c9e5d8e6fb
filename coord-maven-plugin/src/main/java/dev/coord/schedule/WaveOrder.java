package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which wave each workstream waits for: the last one that merges something that it waits for.
 *
 * <p>A wave that comes after what waits for the workstream is merged, or with it, is none: it would
 * wait for itself, and that is a contradiction of its own.
 */
final class WaveOrder {

  private final List<Wave> waves;
  private final Waits waits;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> needed = new HashMap<>();

  WaveOrder(Plan plan, Waits waits) {
    this.waves = plan.merges().waves();
    this.waits = waits;
    for (int number = 0; number < waves.size(); number++) {
      for (String id : waves.get(number).workstreams()) {
        numbers.putIfAbsent(id, number);
        need(id, number);
      }
    }
  }

  /** Notes the first wave for which a workstream, and all that it waits for, must be there. */
  private void need(String workstream, int number) {
    Deque<String> open = new ArrayDeque<>(List.of(workstream));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (needed.putIfAbsent(id, number) == null) {
        waits.of(id).forEach(wait -> open.push(wait.on()));
      }
    }
  }

  /** The wave that a workstream waits for. */
  Optional<Wave> before(String workstream) {
    int own = needed.getOrDefault(workstream, Integer.MAX_VALUE);
    return waits.of(workstream).stream()
        .map(wait -> numbers.getOrDefault(wait.on(), Integer.MAX_VALUE))
        .filter(number -> number < own && number < waves.size())
        .max(Integer::compare)
        .map(waves::get);
  }
}
