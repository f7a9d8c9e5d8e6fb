package dev.coord.assess;

import dev.coord.assess.ConflictForecast.File;
import dev.coord.assess.ConflictForecast.Step;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks for what holds up the merge of a workstream that has commits: open tasks, what it waits
 * for, gates about it, what it changes against the boundaries, how far it is behind, and conflicts
 * with what it goes into that nobody has a resolution for.
 */
final class Obstacles {

  private final Plan plan;
  private final Plan rulebook;
  private final BranchPolicy policy;
  private final ConflictForecast forecast;
  private final Predicate<String> mayBeMerged;

  /**
   * Something that holds up a merge, or that may.
   *
   * @param known whether it does; otherwise that cannot be told
   * @param words what it is, a clause
   * @param remedy what to do, a sentence with its full stop; empty where something else says it
   */
  record Obstacle(boolean known, String words, String remedy) {
    Obstacle {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /**
   * Prepares to look.
   *
   * @param mayBeMerged by its id, of a workstream that is not known to be merged, whether nobody
   *     can tell that it is not
   */
  Obstacles(
      Plan plan,
      Plan rulebook,
      BranchPolicy policy,
      ConflictForecast forecast,
      Predicate<String> mayBeMerged) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.policy = policy;
    this.forecast = forecast;
    this.mayBeMerged = mayBeMerged;
  }

  /**
   * All that is in the way of a workstream that is not merged, or may be.
   *
   * @param state with the rows of the gates about it
   */
  List<Obstacle> of(WorkstreamState state) {
    List<Obstacle> found = new ArrayList<>();
    begun(state).ifPresent(found::add);
    tasks(state).ifPresent(found::add);
    for (String id : state.waitsFor()) {
      found.add(
          mayBeMerged.test(id)
              ? untold("whether " + id + ", which it depends on, is merged cannot be told", "")
              : held("it depends on " + id + ", which is not merged", "Merge " + id + " first."));
    }
    gates(state, found);
    ownership(state).ifPresent(found::add);
    if (found.stream().noneMatch(obstacle -> !state.observed().isUnderWay() && obstacle.known())) {
      behind(state).ifPresent(found::add);
      conflicts(state).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Obstacle> begun(WorkstreamState state) {
    return switch (state.observed()) {
      case NOT_STARTED ->
          Optional.of(held("it is not started", "Begin the work on it, and commit it."));
      case ABANDONED ->
          Optional.of(held("it was given up", "Take it up again, or take it out of the plan."));
      case REVERTED ->
          Optional.of(
              held("it was merged and reverted", "Revert the revert, or commit the work anew."));
      case UNKNOWN -> Optional.of(untold(state.how(), ""));
      default -> Optional.empty();
    };
  }

  private Optional<Obstacle> tasks(WorkstreamState state) {
    if (state.tasks() == 0) {
      return StatusClaims.isThrough(plan, state.workstream())
          ? Optional.empty()
          : Optional.of(
              held(
                  "it has no tasks, and does not say that it is through",
                  "Say status: ready when it is."));
    }
    return state.done() == state.tasks()
        ? Optional.empty()
        : Optional.of(
            held(
                state.done() + " of " + state.tasks() + " tasks are done",
                "Do the other tasks, or drop them."));
  }

  private static void gates(WorkstreamState state, List<Obstacle> found) {
    List<GateResult> wanting =
        state.gates().stream()
            .filter(row -> row.wanting() && row.severity() != Severity.INFO)
            .toList();
    List<String> failed = labels(wanting, Outcome.FAILED);
    List<String> unknown = labels(wanting, Outcome.UNKNOWN);
    if (!failed.isEmpty()) {
      found.add(
          held(
              (failed.size() == 1 ? "the gate " : "the gates ")
                  + String.join(", ", failed)
                  + (failed.size() == 1 ? " fails" : " fail"),
              "Do what the gates ask for."));
    }
    if (!unknown.isEmpty()) {
      found.add(
          untold(
              (unknown.size() == 1 ? "the gate " : "the gates ")
                  + String.join(", ", unknown)
                  + " cannot be judged",
              "Give the gates what they need."));
    }
  }

  private static List<String> labels(List<GateResult> rows, Outcome outcome) {
    return rows.stream()
        .filter(row -> row.outcome() == outcome)
        .map(GateResult::label)
        .distinct()
        .toList();
  }

  private static Optional<Obstacle> ownership(WorkstreamState state) {
    if (state.ownership() instanceof Observation.Unknown<OwnershipReport> unknown) {
      return Optional.of(untold(unknown.reason(), unknown.remedy()));
    }
    int violations = state.ownership().optional().orElseThrow().violations().size();
    return violations == 0
        ? Optional.empty()
        : Optional.of(
            held(
                "it changes "
                    + violations
                    + (violations == 1 ? " path" : " paths")
                    + " against the boundaries",
                "Take these changes out, or agree on the boundaries."));
  }

  private Optional<Obstacle> behind(WorkstreamState state) {
    Optional<BranchPolicy.Breach> breach =
        policy.breaches(state).stream()
            .filter(one -> one.key().equals(BranchPolicy.BEHIND))
            .findFirst();
    if (breach.isPresent()) {
      return Optional.of(held("its branch " + breach.get().words(), breach.get().remedy()));
    }
    boolean seen = state.branch().flatMap(b -> b.delta().optional()).isPresent();
    return seen || rulebook.boundaries().branches().behindAtMost().isEmpty()
        ? Optional.empty()
        : Optional.of(
            untold(
                state
                    .branch()
                    .map(b -> b.delta())
                    .filter(Observation.Unknown.class::isInstance)
                    .map(b -> ((Observation.Unknown<BranchDelta>) b).reason())
                    .orElse("how far it is behind cannot be told"),
                ""));
  }

  private Optional<Obstacle> conflicts(WorkstreamState state) {
    Map<String, Observation.Unknown<?>> untold = forecast.untold();
    if (untold.containsKey(state.id())) {
      Observation.Unknown<?> why = untold.get(state.id());
      return Optional.of(untold(why.reason(), why.remedy()));
    }
    if (forecast.live() instanceof Observation.Unknown<?> why) {
      return Optional.of(untold(why.reason(), why.remedy()));
    }
    for (Step step : forecast.now()) {
      if (step.workstream().equals(state.id())) {
        if (step.files() instanceof Observation.Unknown<List<File>> why) {
          return Optional.of(untold(why.reason(), why.remedy()));
        }
        List<String> open =
            step.files().optional().orElseThrow().stream()
                .filter(file -> file.resolution().isEmpty())
                .map(File::path)
                .toList();
        if (!open.isEmpty()) {
          return Optional.of(
              held(
                  "it conflicts with "
                      + step.into()
                      + " in "
                      + open.get(0)
                      + (open.size() > 1 ? " and " + (open.size() - 1) + " more" : ""),
                  "Merge " + step.into() + " into it."));
        }
      }
    }
    return Optional.empty();
  }

  private static Obstacle held(String words, String remedy) {
    return new Obstacle(true, words, remedy);
  }

  private static Obstacle untold(String words, String remedy) {
    return new Obstacle(false, words, remedy);
  }

  /** What of some obstacles is said. */
  static String words(List<Obstacle> obstacles) {
    return obstacles.stream().map(Obstacle::words).distinct().collect(Collectors.joining("; "));
  }

  /** What of some obstacles is to be done. */
  static String remedies(List<Obstacle> obstacles) {
    String all =
        obstacles.stream()
            .map(Obstacle::remedy)
            .filter(remedy -> !remedy.isEmpty())
            .distinct()
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? "See the page of the workstream." : all;
  }
}
