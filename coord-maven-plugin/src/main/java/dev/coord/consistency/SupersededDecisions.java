package dev.coord.consistency;

import dev.coord.plan.Decision;
import dev.coord.plan.Decision.Status;
import dev.coord.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decisions that are said to hold while another one that holds takes their place. */
final class SupersededDecisions {

  private SupersededDecisions() {}

  static Stream<Contradiction> of(Plan plan) {
    Map<String, Decision> accepted = new LinkedHashMap<>();
    plan.handbook().decisions().stream()
        .filter(decision -> decision.status() == Status.ACCEPTED)
        .forEach(decision -> accepted.put(decision.id(), decision));
    return accepted.values().stream()
        .flatMap(
            later ->
                later.supersedes().stream()
                    .filter(accepted::containsKey)
                    .map(id -> contradiction(accepted.get(id), later)));
  }

  private static Contradiction contradiction(Decision old, Decision later) {
    return new Contradiction(
        "decision " + old.id(),
        "status: accepted",
        old.origin().of("status"),
        "decision " + later.id() + " is accepted and supersedes it",
        List.of(later.origin().of("supersedes", later.supersedes().indexOf(old.id()))),
        "Write \"status: superseded\".");
  }
}
