package dev.coord.plan;

import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Boundaries.Resolution;
import dev.coord.plan.PlanDiff.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds where a branch's plan settles more conflicts, or others, and where it expects more. */
final class ConflictDiff {
  private ConflictDiff() {}

  /** How many pairs are named that are no longer ruled out. */
  private static final int NAMED = 4;

  static void between(Boundaries base, Boundaries branch, Changes changes) {
    Map<List<String>, Pairs> settled = new HashMap<>();
    for (Conflict conflict : base.conflicts()) {
      RuleText.texts(conflict.paths())
          .forEach(
              pattern ->
                  settled
                      .computeIfAbsent(List.of(answer(conflict), pattern), any -> new Pairs())
                      .add(conflict.between()));
    }
    for (Conflict conflict : branch.conflicts()) {
      List<String> patterns = RuleText.texts(conflict.paths());
      for (int i = 0; i < patterns.size(); i++) {
        String pattern = patterns.get(i);
        Pairs known = settled.getOrDefault(List.of(answer(conflict), pattern), new Pairs());
        if (known.missing(conflict.between(), 0).missing() > 0) {
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
    Pairs ruledOut = new Pairs();
    branch.noConflicts().forEach(now -> ruledOut.add(now.between()));
    for (NoConflict before : base.noConflicts()) {
      Pairs.Missing lost = ruledOut.missing(before.between(), NAMED);
      if (lost.missing() > 0) {
        changes.removed(
            Kind.NO_CONFLICT_REMOVED,
            names(before.between()),
            "Between " + between(before, lost) + " conflicts are no longer ruled out.",
            before.origin().self());
      }
    }
  }

  private static String between(NoConflict before, Pairs.Missing lost) {
    long more = lost.missing() - lost.first().size();
    return lost.missing() == lost.total()
        ? names(before.between())
        : lost.first().stream().map(ConflictDiff::names).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more pairs" : "");
  }

  private static String names(Collection<String> workstreams) {
    return String.join(" and ", workstreams.stream().distinct().sorted().toList());
  }

  /** How a conflict is resolved, in the plan's word. */
  private static String answer(Conflict conflict) {
    Resolution resolution = conflict.resolution();
    return resolution.name().toLowerCase(Locale.ROOT)
        + conflict.winner().map(id -> " (" + id + ")").orElse("");
  }
}
