package dev.coord.plan.yaml;

import dev.coord.plan.FindingsRule;
import dev.coord.plan.Gate;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TestsRule;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the names of results, {@code gate} or {@code gate.key}: that waivers name one that they
 * can waive, and that none is meant twice.
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
    for (String key : gate.rule().wanted().keySet()) {
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

  private static void waiver(ReadContext context, WaivedResult waiver, Map<String, Gate> gates) {
    Names names = context.names();
    String name = waiver.name();
    int dot = name.lastIndexOf('.');
    boolean whole = dot < 0 || names.knows(Kind.GATE, name);
    String gate = whole ? name : name.substring(0, dot);
    if (!names.knows(Kind.GATE, gate)) {
      unknown(context, waiver);
    } else if (gates.containsKey(gate) && !context.doubts().isAbout(gate)) {
      Rule rule = gates.get(gate).rule();
      if (!whole) {
        result(context, waiver, gate, name.substring(dot + 1), List.copyOf(rule.wanted().keySet()));
      }
      paths(context, waiver, gate, rule);
      finding(context, waiver, rule, whole ? rule.wanted().keySet() : Set.of(key(name)));
    }
  }

  private static String key(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The keys under which a rule counts findings that have names. */
  private static Set<String> named(Rule rule) {
    if (rule instanceof TestsRule) {
      return Set.of("failed", "skipped", "flaky", "vanished");
    }
    if (rule instanceof PlanRule) {
      return Set.of("contradictions", "overdue");
    }
    return rule instanceof FindingsRule ? rule.wanted().keySet() : Set.of();
  }

  /** A single finding can be waived of what counts findings that have names. */
  private static void finding(
      ReadContext context, WaivedResult waiver, Rule rule, Set<String> keys) {
    Set<String> named = named(rule);
    if (waiver.paths().isEmpty()
        && waiver.finding().isPresent()
        && Collections.disjoint(keys, named)) {
      context.error(
          waiver.finding().get(),
          "\"finding\" names a failing, skipped, flaky or vanished test, what a tool found, a contradicted claim or something overdue, which "
              + Words.quote(waiver.name())
              + " does not count",
          judgesOwnership(rule)
              ? "Name the changed files under paths."
              : "Remove the key; the waiver then holds for all of "
                  + Words.quote(waiver.name())
                  + ".");
    }
  }

  private static void result(
      ReadContext context, WaivedResult waiver, String gate, String key, List<String> keys) {
    if (!keys.contains(key)) {
      context.error(
          waiver.place(),
          "the gate " + Words.quote(gate) + " compares nothing that is called " + Words.quote(key),
          keys.isEmpty()
              ? "Write " + Words.quote(gate) + " to waive the whole gate."
              : "It compares " + Words.list(keys) + ".");
    }
  }

  private static void paths(ReadContext context, WaivedResult waiver, String gate, Rule rule) {
    if (waiver.paths().isPresent() && !judgesOwnership(rule)) {
      context.error(
          waiver.paths().get(),
          "\"paths\" waive violations of ownership, which the gate "
              + Words.quote(gate)
              + " does not judge",
          "Remove the key; the waiver then holds for all of " + Words.quote(waiver.name()) + ".");
    }
  }

  private static boolean judgesOwnership(Rule rule) {
    if (rule instanceof Rule.All all) {
      return all.rules().stream().anyMatch(GateChecks::judgesOwnership);
    }
    if (rule instanceof Rule.Any any) {
      return any.rules().stream().anyMatch(GateChecks::judgesOwnership);
    }
    return rule instanceof Rule.Not not
        ? judgesOwnership(not.rule())
        : rule instanceof OwnershipRule;
  }

  private static void unknown(ReadContext context, WaivedResult waiver) {
    if (context.doubts().mayDefine(Kind.GATE)) {
      return;
    }
    Collection<String> known = context.names().of(Kind.GATE);
    Optional<String> nearest = context.nearest().to(waiver.name(), known);
    context.error(
        waiver.place(),
        "no gate has the id " + Words.quote(waiver.name()),
        nearest
            .map(near -> "Perhaps " + Words.quote(near) + " was meant.")
            .orElse(
                known.isEmpty()
                    ? "The plan has no gates; remove the waiver."
                    : "Known are " + Words.list(known) + "."));
  }
}
