package dev.coord.assess;

import dev.coord.assess.OwnershipMap.Overlap;
import dev.coord.assess.OwnershipMap.PatternUse;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Draws the map of who owns the tracked files. */
final class OwnershipMapper {

  private final Territory territory;
  private final Plan plan;
  private final SortedSet<String> tracked;

  OwnershipMapper(Territory territory, SortedSet<String> tracked) {
    this.territory = territory;
    this.plan = territory.plan();
    this.tracked = tracked;
  }

  OwnershipMap map() {
    List<Overlap> overlaps = new ArrayList<>();
    SortedMap<String, Integer> unowned = new TreeMap<>();
    for (String path : tracked) {
      List<Territory.Claim> owners = territory.exclusiveOwners(path);
      boolean shared = !territory.shared(path).isEmpty();
      if (owners.size() > 1 && !shared) {
        overlaps.add(
            new Overlap(path, owners.stream().map(Territory.Claim::workstream).sorted().toList()));
      } else if (owners.isEmpty()
          && !shared
          && !plan.files().contains(path)
          && territory.protectedBy(path).isEmpty()) {
        unowned.merge(directory(path), 1, Integer::sum);
      }
    }
    return new OwnershipMap(patterns(), overlaps, unowned, tracked.size());
  }

  private static String directory(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "." : path.substring(0, slash);
  }

  private List<PatternUse> patterns() {
    List<PatternUse> uses = new ArrayList<>();
    for (Workstream workstream : plan.workstreams()) {
      Origin origin = workstream.origin();
      add(uses, workstream.id(), "owns", workstream.owns(), origin, "owns");
      add(uses, workstream.id(), "keeps off", workstream.keepsOff(), origin, "keeps_off");
    }
    for (Boundaries.Shared shared : plan.boundaries().shared()) {
      String role = "shared: " + shared.mode().word();
      add(uses, "", role, shared.paths(), shared.origin(), "paths");
    }
    Boundaries boundaries = plan.boundaries();
    add(uses, "", "protected", boundaries.protectedPaths(), boundaries.origin(), "protected");
    return uses;
  }

  private void add(
      List<PatternUse> uses,
      String workstream,
      String role,
      PathPatterns patterns,
      Origin origin,
      String key) {
    for (int i = 0; i < patterns.patterns().size(); i++) {
      PathPattern pattern = patterns.patterns().get(i);
      int files = (int) tracked.stream().filter(pattern::matches).count();
      uses.add(new PatternUse(workstream, role, pattern.text(), origin.of(key, i), files));
    }
  }
}
