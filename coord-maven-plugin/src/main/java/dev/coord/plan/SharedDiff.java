package dev.coord.plan;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.PlanDiff.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds what happened to shared paths, pattern by pattern. */
final class SharedDiff {
  private SharedDiff() {}

  /** How what a pattern covers is shared, and where that is first written. */
  private record Sharing(Location place, TreeSet<String> modes) {
    @Override
    public String toString() {
      return String.join(" and ", modes);
    }
  }

  static void between(Boundaries base, Boundaries branch, Changes changes) {
    Map<String, Sharing> before = sharings(base);
    Map<String, Sharing> now = sharings(branch);
    before.forEach(
        (pattern, was) -> {
          Sharing is = now.get(pattern);
          if (is == null) {
            changes.removed(
                Kind.SHARED_REMOVED,
                pattern,
                pattern + " is no longer shared; its mode was " + was + ".",
                was.place());
          } else if (!is.modes().equals(was.modes())) {
            changes.add(
                Kind.SHARED_CHANGED,
                pattern,
                pattern + " was shared in the mode " + was + " and is in the mode " + is + ".",
                was.place(),
                is.place());
          }
        });
    now.forEach(
        (pattern, is) -> {
          if (!before.containsKey(pattern)) {
            changes.added(
                Kind.SHARED_ADDED,
                pattern,
                pattern + " is shared in the mode " + is + ".",
                is.place());
          }
        });
  }

  private static Map<String, Sharing> sharings(Boundaries boundaries) {
    Map<String, Sharing> sharings = new LinkedHashMap<>();
    for (Shared shared : boundaries.shared()) {
      List<String> patterns = RuleText.texts(shared.paths());
      for (int i = 0; i < patterns.size(); i++) {
        Location place = shared.origin().of("paths", i);
        sharings
            .computeIfAbsent(patterns.get(i), pattern -> new Sharing(place, new TreeSet<>()))
            .modes()
            .add(shared.mode().word() + shared.steward().map(id -> " (" + id + ")").orElse(""));
      }
    }
    return sharings;
  }
}
