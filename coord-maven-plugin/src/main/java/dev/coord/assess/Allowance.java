package dev.coord.assess;

import dev.coord.plan.Waiver;
import java.util.HashMap;
import java.util.Map;

/** How many findings of each name may still be waived; one is used up with each that is taken. */
final class Allowance {

  private final Map<String, Integer> left;

  private Allowance(Map<String, Integer> left) {
    this.left = new HashMap<>(left);
  }

  /** As many as some waivers are for. */
  static Allowance of(Map<String, Waiver> waivers) {
    Map<String, Integer> left = new HashMap<>();
    waivers.forEach((name, waiver) -> left.put(name, waiver.count()));
    return new Allowance(left);
  }

  /** Whether one more finding of a name is waived. */
  boolean takes(String name) {
    return left.computeIfPresent(name, (any, count) -> count - 1) != null && left.get(name) >= 0;
  }
}
