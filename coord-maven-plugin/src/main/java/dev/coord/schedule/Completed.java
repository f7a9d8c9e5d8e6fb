package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a plan is through, however long it was to take.
 *
 * @param workstreams ids of those that are merged, each with the day of its merge where that is
 *     known
 * @param waves ids of the waves of which all is merged
 */
public record Completed(Map<String, Optional<LocalDate>> workstreams, Set<String> waves) {

  /** Nothing is. */
  public static final Completed NOTHING = new Completed(Map.of(), Set.of());

  /** Copies the collections. */
  public Completed {
    workstreams = Map.copyOf(workstreams);
    waves = Set.copyOf(waves);
  }

  /** What is through by the plan's own word, which tells no days. */
  public static Completed claimed(Plan plan) {
    Map<String, Optional<LocalDate>> merged = new LinkedHashMap<>();
    for (Workstream workstream : plan.workstreams()) {
      if (isClaimed(plan, workstream)) {
        merged.put(workstream.id(), Optional.empty());
      }
    }
    Set<String> waves = new LinkedHashSet<>();
    for (Wave wave : plan.openWaves()) {
      // What is merged is in the integration branch, and not yet in any other.
      if (plan.target(wave).equals(plan.project().integrationBranch())
          && merged.keySet().containsAll(plan.members(wave))) {
        waves.add(wave.id());
      }
    }
    return new Completed(merged, waves);
  }

  /** Whether a plan says that a workstream is merged. */
  public static boolean isClaimed(Plan plan, Workstream workstream) {
    return StatusWord.of(workstream.status(), plan.project().vocabulary())
        .equals(Optional.of(StatusWord.MERGED));
  }
}
