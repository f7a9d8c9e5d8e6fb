package dev.coord.assess;

import dev.coord.evidence.Evidence;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.KnownResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ToolFinding;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.rule.Territory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The results of tools beside those that the baseline holds. */
public final class NewResults {

  private final Optional<FindingResults> results;
  private final Set<String> tools = new HashSet<>();
  private final Set<Key> meant = new HashSet<>();
  private final Map<Key, Integer> found = new HashMap<>();

  /**
   * What was found.
   *
   * @param plan whose rules say what counts, beside those of the rulebook
   * @param held whether the baseline holds results of tools
   */
  NewResults(Plan plan, Plan rulebook, Evidence evidence, ScopeFilter scopes, boolean held) {
    results = evidence.findings().optional();
    if (results.isEmpty() || !(held || areAsked(plan, rulebook))) {
      return;
    }
    results.get().tools().keySet().forEach(tool -> tools.add(KnownResults.subject(tool)));
    List<ToolFinding> all = results.get().findings();
    all.forEach(finding -> found.merge(KnownResults.key(finding), 1, Integer::sum));
    rules(plan, rulebook)
        .distinct()
        .flatMap(rule -> FindingCounts.meant(rule, evidence, scopes).optional().stream())
        .flatMap(List::stream)
        .map(KnownResults::key)
        .forEach(meant::add);
  }

  /** Whether a rule counts only what is new. */
  public static boolean areAsked(Plan plan, Plan rulebook) {
    return rules(plan, rulebook).findAny().isPresent();
  }

  /** Why it cannot be told what such rules mean; empty where it can. */
  public static Optional<Observation.Unknown<?>> untold(Assessment assessment) {
    Plan rulebook = assessment.rulebook();
    ScopeFilter scopes = new ScopeFilter(new Territory(rulebook), assessment.plan());
    for (FindingsRule rule : rules(assessment.plan(), rulebook).toList()) {
      if (FindingCounts.meant(rule, assessment.evidence(), scopes)
          instanceof Observation.Unknown<?> unknown) {
        return Optional.of(unknown);
      }
    }
    return Optional.empty();
  }

  private static Stream<FindingsRule> rules(Plan plan, Plan rulebook) {
    return Stream.concat(plan.rules(), rulebook.rules())
        .flatMap(Rule::flat)
        .filter(FindingsRule.class::isInstance)
        .map(FindingsRule.class::cast)
        .filter(FindingsRule::onlyNew);
  }

  /**
   * How many there are of an entry.
   *
   * @return empty where that cannot be told: no report is there, or none of its tool
   */
  Optional<Long> found(Key key) {
    return tools.contains(key.subject())
        ? Optional.of((long) found.getOrDefault(key, 0))
        : Optional.empty();
  }

  /** What rules mean and the baseline does not hold, with how many there are of it beyond that. */
  SortedMap<Key, Integer> beyond(Map<Key, Entry> entries) {
    SortedMap<Key, Integer> beyond = new TreeMap<>();
    for (Key key : meant) {
      int known = entries.containsKey(key) ? entries.get(key).count() : 0;
      if (found.get(key) > known) {
        beyond.put(key, found.get(key) - known);
      }
    }
    return beyond;
  }
}
