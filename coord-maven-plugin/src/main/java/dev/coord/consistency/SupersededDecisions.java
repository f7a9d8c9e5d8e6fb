package dev.coord.consistency;

import dev.coord.plan.Decision;
import dev.coord.plan.Decision.Status;
import dev.coord.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decisions that are said to hold while another one that holds takes their place, that nothing took
 * the place of although they say so, and that are older than those of which they take the place.
 */
final class SupersededDecisions {

  private SupersededDecisions() {}

  static Stream<Contradiction> of(Plan plan) {
    Map<String, Decision> accepted = new LinkedHashMap<>();
    plan.handbook().decisions().stream()
        .filter(decision -> decision.status() == Status.ACCEPTED)
        .forEach(decision -> accepted.put(decision.id(), decision));
    return Stream.of(holding(accepted), orphans(plan), older(plan)).flatMap(found -> found);
  }

  private static Stream<Contradiction> orphans(Plan plan) {
    Set<String> superseded =
        plan.handbook().decisions().stream()
            .flatMap(decision -> decision.supersedes().stream())
            .collect(Collectors.toSet());
    return plan.handbook().decisions().stream()
        .filter(decision -> decision.status() == Status.SUPERSEDED)
        .filter(decision -> !superseded.contains(decision.id()))
        .map(
            decision ->
                new Contradiction(
                    "decision " + decision.id(),
                    "status: superseded",
                    decision.origin().of("status"),
                    "no decision supersedes it",
                    List.of(),
                    "Name it under \"supersedes\" of the one that took its place."));
  }

  private static Stream<Contradiction> older(Plan plan) {
    Map<String, Decision> byId = new LinkedHashMap<>();
    plan.handbook().decisions().forEach(decision -> byId.put(decision.id(), decision));
    return byId.values().stream()
        .filter(later -> later.date().isPresent())
        .flatMap(
            later ->
                later.supersedes().stream()
                    .flatMap(id -> Stream.ofNullable(byId.get(id)))
                    .filter(old -> old.date().filter(later.date().get()::isBefore).isPresent())
                    .map(old -> older(old, later)));
  }

  private static Contradiction older(Decision old, Decision later) {
    return new Contradiction(
        "decision " + later.id(),
        "date: " + later.date().orElseThrow(),
        later.origin().of("date"),
        "it supersedes " + old.id() + ", which was made on " + old.date().orElseThrow(),
        List.of(old.origin().of("date")),
        "Correct one of the days, or what it supersedes.");
  }

  private static Stream<Contradiction> holding(Map<String, Decision> accepted) {
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
