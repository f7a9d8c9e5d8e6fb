package dev.coord.assess;

import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the plan says of the merges of workstreams, for git to look for. It is the rulebook that
 * says it: a branch must not call itself merged.
 */
final class Mergings {

  private Mergings() {}

  static Merging of(Plan plan, Plan rulebook, String workstream) {
    Optional<String> mergedAs = rulebook.workstream(workstream).flatMap(Workstream::mergedAs);
    return new Merging(
        mergedAs,
        messages(rulebook, workstream),
        isOrdered(plan, workstream)
            || isDependency(plan, workstream)
            || isDependency(rulebook, workstream),
        mergedAs.isPresent() ? others(plan, rulebook, workstream) : Set.of(),
        rulebook
            .project()
            .started()
            .map(day -> day.atStartOfDay(rulebook.project().calendar().zone()).toInstant()),
        rulebook
            .workstream(workstream)
            .map(Workstream::owns)
            .orElseGet(() -> new PathPatterns(List.of())),
        mergedAs.isPresent() ? otherClaims(rulebook, workstream) : new TreeMap<>());
  }

  /** What others are said to have been merged as, those left out that share its branch. */
  private static SortedMap<String, String> otherClaims(Plan rulebook, String workstream) {
    Optional<String> own = rulebook.workstream(workstream).flatMap(Workstream::branch);
    SortedMap<String, String> claims = new TreeMap<>();
    for (Workstream one : rulebook.workstreams()) {
      boolean other = !one.id().equals(workstream) && !one.branch().equals(own);
      one.mergedAs().filter(commit -> other).ifPresent(commit -> claims.put(one.id(), commit));
    }
    return claims;
  }

  /** The branches of other workstreams; two of them may share one. */
  private static Set<String> others(Plan plan, Plan rulebook, String workstream) {
    Set<String> others = new LinkedHashSet<>();
    Set<String> own = new LinkedHashSet<>();
    for (Plan each : List.of(rulebook, plan)) {
      for (Workstream one : each.workstreams()) {
        one.branch().ifPresent((one.id().equals(workstream) ? own : others)::add);
      }
    }
    others.removeAll(own);
    return others;
  }

  /** The subjects that waves declare for a merge, those left out that another one may bear. */
  private static Set<String> messages(Plan rulebook, String workstream) {
    Set<String> own = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (Wave wave : rulebook.merges().waves()) {
      wave.messages()
          .forEach(
              (id, message) ->
                  message
                      .lines()
                      .map(String::strip)
                      .filter(line -> !line.isEmpty())
                      .findFirst()
                      .ifPresent((id.equals(workstream) ? own : others)::add));
    }
    own.removeAll(others);
    return own;
  }

  /** Whether queue, waves or handoffs want it merged before or after something. */
  private static boolean isOrdered(Plan plan, String workstream) {
    return plan.merges().waves().stream().anyMatch(w -> w.workstreams().contains(workstream))
        || plan.merges().queue().stream()
            .anyMatch(
                entry ->
                    entry.workstream().equals(Optional.of(workstream))
                        || entry.source().isPresent()
                            && entry
                                .source()
                                .equals(plan.workstream(workstream).flatMap(Workstream::branch)))
        || plan.handoffs().stream()
            .anyMatch(
                h ->
                    h.consumers().contains(workstream)
                        || h.provider().equals(Optional.of(workstream)));
  }

  /** Whether anything depends on it, or it on anything. */
  private static boolean isDependency(Plan plan, String workstream) {
    return plan.workstreams().stream()
        .anyMatch(
            w ->
                w.dependsOn().contains(workstream)
                    || w.id().equals(workstream) && !w.dependsOn().isEmpty());
  }
}
