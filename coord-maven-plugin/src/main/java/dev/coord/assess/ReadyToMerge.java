package dev.coord.assess;

import dev.coord.assess.Obstacles.Obstacle;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Gate;
import dev.coord.plan.PlanRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.Rule;
import dev.coord.rule.Facts.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Answers whether a workstream is ready to be merged, by the gates about it among others. A gate
 * that asks this of the workstream which it is about is left out, as it would wait for itself;
 * gates that wait for each other cannot be judged.
 */
final class ReadyToMerge {

  /** Judges some of the gates. */
  interface Gates {

    /** The rows about a workstream, of those gates that are chosen. */
    List<GateResult> about(String workstream, Predicate<Gate> chosen);
  }

  private final Map<String, WorkstreamState> states = new HashMap<>();
  private final Obstacles obstacles;
  private final Gates gates;
  private final boolean beforeClaims;
  private final Deque<String> asked = new ArrayDeque<>();

  /**
   * Prepares to answer.
   *
   * @param states without the rows of gates
   * @param beforeClaims whether contradictions are not counted yet
   */
  ReadyToMerge(
      List<WorkstreamState> states, Obstacles obstacles, Gates gates, boolean beforeClaims) {
    states.forEach(state -> this.states.put(state.id(), state));
    this.obstacles = obstacles;
    this.gates = gates;
    this.beforeClaims = beforeClaims;
  }

  /** Whether a workstream is ready to be merged, or is merged. */
  Observation<Answer> answer(String id) {
    WorkstreamState state = states.get(id);
    if (state == null) {
      return Observation.unknown(
          "the checked-out plan defines no workstream " + id, "Define it, or name another.");
    }
    if (state.observed().isMerged()) {
      return Observation.known(new Answer(true, id + " is merged", "", proof(state)));
    }
    if (asked.contains(id)) {
      List<String> round = new ArrayList<>(asked);
      return Observation.unknown(
          "the gates of "
              + round.stream().sorted().collect(Collectors.joining(" and "))
              + " wait for each other",
          "Let one of the gates ask for something else.");
    }
    asked.addLast(id);
    try {
      return answer(state);
    } finally {
      asked.removeLast();
    }
  }

  private Observation<Answer> answer(WorkstreamState state) {
    String id = state.id();
    List<GateResult> rows =
        gates.about(id, gate -> !asksOnlyOf(gate.rule(), id) && !isTooEarly(gate.rule()));
    List<Obstacle> found = new ArrayList<>(obstacles.of(state.with(rows)));
    if (beforeClaims) {
      gates.about(id, gate -> isTooEarly(gate.rule())).stream()
          .map(GateResult::label)
          .forEach(
              label ->
                  found.add(
                      new Obstacle(
                          false,
                          "the gate " + label + " counts contradictions, which comes later",
                          "Let a gate ask for it, and nothing that is claimed.")));
    }
    List<Obstacle> known = found.stream().filter(Obstacle::known).toList();
    if (known.isEmpty() && !found.isEmpty()) {
      return Observation.unknown(Obstacles.words(found), Obstacles.remedies(found));
    }
    return Observation.known(
        known.isEmpty()
            ? new Answer(true, id + " is ready to be merged", "", proof(state))
            : new Answer(
                false,
                id + " is not ready: " + Obstacles.words(known),
                Obstacles.remedies(known),
                proof(state)));
  }

  private boolean isTooEarly(Rule rule) {
    return beforeClaims
        && rule.flat()
            .anyMatch(r -> r instanceof PlanRule whole && whole.contradictions().isPresent());
  }

  private static boolean asksOnlyOf(Rule rule, String id) {
    return ReadyToMergeRule.isIn(rule)
        && rule.flat()
            .filter(ReadyToMergeRule.class::isInstance)
            .map(ReadyToMergeRule.class::cast)
            .allMatch(ready -> ready.workstream().equals(id));
  }

  private static List<Proof> proof(WorkstreamState state) {
    Optional<Commit> tip = state.branch().flatMap(BranchEvidence::tip);
    return tip.stream().map(commit -> Proof.commit(commit.subject(), commit.id())).toList();
  }
}
