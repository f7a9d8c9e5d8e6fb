package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which waves come first: of each wave, the one before it into the same branch; of each workstream,
 * for each branch the last one that merges something that it waits for. Waves into different
 * branches are in no order, and one that is merged or merges only what was given up is in none.
 *
 * <p>A wave that comes after what waits for the workstream is merged, or with it, is none: it would
 * wait for itself, and that is a contradiction of its own.
 */
final class WaveOrder {

  private final Plan plan;
  private final List<Wave> waves;
  private final Waits waits;
  private final OpenWork open;
  private final Map<String, Wave> before = new HashMap<>();
  private final Map<String, List<Integer>> numbers = new HashMap<>();
  private final Map<String, Integer> needed = new HashMap<>();

  WaveOrder(Plan plan, Waits waits, OpenWork open) {
    this.open = open;
    this.plan = plan;
    this.waves = open.waves();
    this.waits = waits;
    Map<String, Wave> last = new HashMap<>();
    for (int number = 0; number < waves.size(); number++) {
      Wave wave = waves.get(number);
      Optional.ofNullable(last.put(plan.target(wave), wave))
          .ifPresent(other -> before.put(wave.id(), other));
      for (String id : wave.workstreams()) {
        numbers.computeIfAbsent(id, one -> new ArrayList<>()).add(number);
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

  /** The waves that are looked at, in their order. */
  List<Wave> waves() {
    return waves;
  }

  /** The wave that is merged before another one. */
  Optional<Wave> before(Wave wave) {
    return Optional.ofNullable(before.get(wave.id()));
  }

  /** The waves that a workstream waits for, in their order: one for each branch at most. */
  List<Wave> before(String workstream) {
    int own = needed.getOrDefault(workstream, Integer.MAX_VALUE);
    Set<String> targets =
        numbers.getOrDefault(workstream, List.of()).stream()
            .map(number -> plan.target(waves.get(number)))
            .collect(Collectors.toSet());
    Map<String, Integer> last = new TreeMap<>();
    for (Waits.Wait wait : waits.of(workstream)) {
      merging(wait.on(), targets)
          .filter(number -> number < own && isWaited(wait))
          .ifPresent(number -> last.merge(plan.target(waves.get(number)), number, Math::max));
    }
    return last.values().stream().sorted().map(waves::get).toList();
  }

  private boolean isWaited(Waits.Wait wait) {
    return wait.day().isEmpty() && !open.isMerged(wait.on());
  }

  /** The first wave that merges a workstream, where it can be into one of some branches. */
  private Optional<Integer> merging(String workstream, Set<String> targets) {
    List<Integer> all = numbers.getOrDefault(workstream, List.of());
    return all.stream()
        .filter(number -> targets.contains(plan.target(waves.get(number))))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}
