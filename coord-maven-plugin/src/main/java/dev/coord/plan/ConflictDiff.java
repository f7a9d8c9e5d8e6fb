package dev.coord.plan;

import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Boundaries.Resolution;
import dev.coord.plan.PlanDiff.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds where a branch's plan settles more conflicts, or others, and where it expects more. */
final class ConflictDiff {
  private ConflictDiff() {}

  static void between(Boundaries base, Boundaries branch, Changes changes) {
    Map<String, List<Conflict>> settled =
        base.conflicts().stream().collect(Collectors.groupingBy(ConflictDiff::answer));
    for (Conflict conflict : branch.conflicts()) {
      List<String> patterns = RuleText.texts(conflict.paths());
      List<Conflict> known = settled.getOrDefault(answer(conflict), List.of());
      for (int i = 0; i < patterns.size(); i++) {
        String pattern = patterns.get(i);
        if (known.stream().noneMatch(before -> settles(before, pattern, conflict.between()))) {
          changes.added(
              Kind.CONFLICT_SETTLED,
              pattern,
              "Conflicts in "
                  + pattern
                  + " between "
                  + names(conflict.between())
                  + " are settled by "
                  + answer(conflict)
                  + ".",
              conflict.origin().of("paths", i));
        }
      }
    }
    for (NoConflict before : base.noConflicts()) {
      if (branch.noConflicts().stream().noneMatch(now -> covers(now.between(), before.between()))) {
        changes.removed(
            Kind.NO_CONFLICT_REMOVED,
            names(before.between()),
            "Between " + names(before.between()) + " conflicts are no longer ruled out.",
            before.origin().self());
      }
    }
  }

  private static boolean settles(Conflict before, String pattern, List<String> between) {
    return covers(before.between(), between) && RuleText.texts(before.paths()).contains(pattern);
  }

  private static boolean covers(List<String> all, List<String> some) {
    Set<String> known = new HashSet<>(all);
    return known.containsAll(some);
  }

  private static String names(List<String> workstreams) {
    return String.join(" and ", workstreams.stream().distinct().sorted().toList());
  }

  /** How a conflict is resolved, in the plan's word. */
  private static String answer(Conflict conflict) {
    Resolution resolution = conflict.resolution();
    return resolution.name().toLowerCase(Locale.ROOT)
        + conflict.winner().map(id -> " (" + id + ")").orElse("");
  }
}
