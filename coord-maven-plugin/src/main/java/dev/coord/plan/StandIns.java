package dev.coord.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the gates of a branch that stand in for gates of its base: those under an id that is new
 * that ask for all that the other one did. An id that the base has is another gate's, and what is
 * waived of that one would be of this one.
 */
final class StandIns {

  /** Most pairs of gates that are compared; what is not found by then stands in for nothing. */
  private static final int MOST = 100_000;

  private final Plan base;
  private final Plan branch;
  private final List<Gate> added;
  private final Map<String, Gate> byContent = new HashMap<>();
  private final Map<String, Optional<Gate>> known = new HashMap<>();
  private int compared;

  StandIns(Plan base, Plan branch) {
    this.base = base;
    this.branch = branch;
    Set<String> ids = base.gates().stream().map(Gate::id).collect(Collectors.toSet());
    this.added = branch.gates().stream().filter(gate -> !ids.contains(gate.id())).toList();
    added.forEach(gate -> byContent.putIfAbsent(content(gate), gate));
  }

  /** The gate that stands in for one of the base: that which asks for the very same, else more. */
  Optional<Gate> of(Gate before) {
    Optional<Gate> found = known.get(before.id());
    if (found == null) {
      found =
          Optional.ofNullable(byContent.get(content(before)))
              .filter(now -> GateDiff.asksAll(base, before, branch, now))
              .or(() -> stricter(before));
      known.put(before.id(), found);
    }
    return found;
  }

  /**
   * The ids of a list that another one has no longer, neither themselves nor by what stands in.
   *
   * @param before ids of gates, and of others
   */
  List<String> lost(List<String> before, List<String> now) {
    Set<String> kept = new HashSet<>(now);
    return before.stream()
        .filter(id -> !kept.contains(id))
        .filter(id -> base.gate(id).flatMap(this::of).filter(g -> kept.contains(g.id())).isEmpty())
        .toList();
  }

  private Optional<Gate> stricter(Gate before) {
    for (Gate now : added) {
      if (compared++ >= MOST) {
        return Optional.empty();
      }
      if (GateDiff.asksAll(base, before, branch, now)) {
        return Optional.of(now);
      }
    }
    return Optional.empty();
  }

  /** What a gate asks of what, equal exactly when it is the same. */
  private static String content(Gate gate) {
    return Stream.of(gate.workstreams(), gate.waves())
        .map(ids -> ids.stream().distinct().sorted().toList().toString())
        .collect(Collectors.joining(" ", gate.severity() + " ", " " + RuleText.of(gate.rule())));
  }
}
