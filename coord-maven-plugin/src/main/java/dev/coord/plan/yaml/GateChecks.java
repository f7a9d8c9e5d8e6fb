package dev.coord.plan.yaml;

import dev.coord.plan.Comparison;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the names of results, {@code gate} or {@code gate.key}: that waivers name one, and that
 * none is meant twice.
 */
final class GateChecks {
  private GateChecks() {}

  static void check(ReadContext context, Plan plan) {
    Map<String, Gate> gates = new LinkedHashMap<>();
    plan.gates().forEach(gate -> gates.putIfAbsent(gate.id(), gate));
    gates.values().forEach(gate -> collisions(context, gate, gates));
    context.waived().forEach(waiver -> waiver(context, waiver, gates));
  }

  private static void collisions(ReadContext context, Gate gate, Map<String, Gate> gates) {
    for (String key : comparisons(gate.rule())) {
      Gate other = gates.get(gate.id() + "." + key);
      if (other != null) {
        context.error(
            other.origin().of("id"),
            "the gate id "
                + Words.quote(other.id())
                + " is also the name of the result \""
                + key
                + "\" of the gate at "
                + gate.origin().self(),
            "Give one of them another id.");
      }
    }
  }

  private static void waiver(ReadContext context, Reference waiver, Map<String, Gate> gates) {
    Names names = context.names();
    String name = waiver.id();
    int dot = name.lastIndexOf('.');
    String gate = dot < 0 ? name : name.substring(0, dot);
    if (names.knows(Kind.GATE, name) || names.knows(Kind.GATE, gate) && !gates.containsKey(gate)) {
      return;
    }
    if (names.knows(Kind.GATE, gate)) {
      List<String> keys = comparisons(gates.get(gate).rule());
      if (!keys.contains(name.substring(dot + 1))) {
        context.error(
            waiver.place(),
            "the gate "
                + Words.quote(gate)
                + " compares nothing that is called "
                + Words.quote(name.substring(dot + 1)),
            keys.isEmpty()
                ? "Write " + Words.quote(gate) + " to waive the whole gate."
                : "It compares " + Words.list(keys) + ".");
      }
      return;
    }
    Optional<String> nearest = context.nearest().to(name, names.of(Kind.GATE));
    context.error(
        waiver.place(),
        "no gate has the id " + Words.quote(name),
        nearest
            .map(near -> "Perhaps " + Words.quote(near) + " was meant.")
            .orElse(
                names.of(Kind.GATE).isEmpty()
                    ? "The plan has no gates; remove the waiver."
                    : "Known are " + Words.list(names.of(Kind.GATE)) + "."));
  }

  /** The keys of a rule that have a result each. */
  private static List<String> comparisons(Rule rule) {
    List<String> keys = new ArrayList<>();
    if (rule instanceof Rule.Coverage coverage) {
      add(keys, "lines", coverage.lines());
      add(keys, "branches", coverage.branches());
    } else if (rule instanceof Rule.Tests tests) {
      add(keys, "passed", tests.passed());
      add(keys, "failed", tests.failed());
      add(keys, "skipped", tests.skipped());
      add(keys, "total", tests.total());
      add(keys, "duration", tests.duration());
    } else if (rule instanceof Rule.Tasks) {
      keys.add("done");
    }
    return keys;
  }

  private static void add(List<String> keys, String key, Optional<Comparison> comparison) {
    comparison.ifPresent(written -> keys.add(key));
  }
}
