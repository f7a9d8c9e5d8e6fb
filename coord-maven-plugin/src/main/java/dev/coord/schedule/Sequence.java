package dev.coord.schedule;

import dev.coord.plan.Workstream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which workstreams come one after the other, be it by way of others, and which at once. */
public final class Sequence {

  private final Waits waits;
  private final Map<String, Set<String>> before = new HashMap<>();

  /** The sequence that follows from who waits for whom. */
  public Sequence(Waits waits) {
    this.waits = Objects.requireNonNull(waits, "waits");
  }

  /** Whether two workstreams may be worked on at once: neither waits for the other. */
  public boolean isAtOnce(Workstream one, Workstream other) {
    return !isAfter(one, other) && !isAfter(other, one);
  }

  private boolean isAfter(Workstream one, Workstream other) {
    return before.computeIfAbsent(one.id(), this::before).contains(other.id());
  }

  private Set<String> before(String id) {
    Set<String> found = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(id));
    while (!next.isEmpty()) {
      waits.of(next.remove()).stream().map(Waits.Wait::on).filter(found::add).forEach(next::add);
    }
    return found;
  }
}
