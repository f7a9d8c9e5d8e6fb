package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.OwnershipMap;
import dev.coord.assess.OwnershipMap.PatternUse;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;

/**
 * The patterns of ownership: those that were counted, or as the plan has them where none could be.
 */
final class OwnershipRules {

  private final List<PatternUse> rules = new ArrayList<>();

  private OwnershipRules() {}

  static List<PatternUse> of(Assessment assessment) {
    return assessment
        .ownership()
        .optional()
        .map(OwnershipMap::patterns)
        .orElseGet(() -> of(assessment.rulebook()));
  }

  private static List<PatternUse> of(Plan plan) {
    OwnershipRules rules = new OwnershipRules();
    for (Workstream workstream : plan.workstreams()) {
      rules.add(workstream.id(), "owns", workstream.owns(), workstream.origin(), "owns");
      rules.add(
          workstream.id(), "keeps off", workstream.keepsOff(), workstream.origin(), "keeps_off");
    }
    Boundaries boundaries = plan.boundaries();
    for (Shared shared : boundaries.shared()) {
      rules.add("", "shared: " + shared.mode().word(), shared.paths(), shared.origin(), "paths");
    }
    rules.add("", "protected", boundaries.protectedPaths(), boundaries.origin(), "protected");
    return rules.rules;
  }

  private void add(
      String workstream, String role, PathPatterns patterns, Origin origin, String key) {
    List<PathPattern> list = patterns.patterns();
    for (int i = 0; i < list.size(); i++) {
      rules.add(new PatternUse(workstream, role, list.get(i).text(), origin.of(key, i), 0));
    }
  }
}
