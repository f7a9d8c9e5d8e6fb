package dev.coord.assess;

import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which workstreams the gates are about, each by the version of the plan that it is from: a branch
 * must not leave a wave to be rid of the wave's gates.
 */
final class GateScopes {

  private final Map<Gate, Set<String>> workstreams = new IdentityHashMap<>();

  GateScopes(Plan rulebook, Plan plan) {
    Stream.of(plan, rulebook)
        .forEach(
            one ->
                one.gates()
                    .forEach(
                        gate ->
                            workstreams.put(gate, new LinkedHashSet<>(one.workstreamsOf(gate)))));
  }

  /** Ids of the workstreams that a gate of one of the plans is about; none for the project's. */
  Set<String> of(Gate gate) {
    return workstreams.getOrDefault(gate, Set.of());
  }
}
