package dev.coord.plan;

import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Boundaries.Resolution;
import dev.coord.plan.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        if (!settles(known, pattern, conflict.between())) {
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
    Set<Set<String>> ruledOut = new HashSet<>();
    branch.noConflicts().forEach(now -> ruledOut.addAll(pairs(now.between())));
    for (NoConflict before : base.noConflicts()) {
      List<Set<String>> all = pairs(before.between());
      List<Set<String>> lost = all.stream().filter(pair -> !ruledOut.contains(pair)).toList();
      if (!lost.isEmpty()) {
        String between =
            lost.size() == all.size()
                ? names(before.between())
                : lost.stream().map(ConflictDiff::names).collect(Collectors.joining(", "));
        changes.removed(
            Kind.NO_CONFLICT_REMOVED,
            names(before.between()),
            "Between " + between + " conflicts are no longer ruled out.",
            before.origin().self());
      }
    }
  }

  /** Each two of them, as groups assert nothing but pairs. */
  private static List<Set<String>> pairs(List<String> workstreams) {
    List<String> each = workstreams.stream().distinct().sorted().toList();
    List<Set<String>> pairs = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      for (int k = i + 1; k < each.size(); k++) {
        pairs.add(new TreeSet<>(List.of(each.get(i), each.get(k))));
      }
    }
    return pairs;
  }

  private static boolean settles(List<Conflict> known, String pattern, List<String> between) {
    Set<Set<String>> settled = new HashSet<>();
    known.stream()
        .filter(before -> RuleText.texts(before.paths()).contains(pattern))
        .forEach(before -> settled.addAll(pairs(before.between())));
    return settled.containsAll(pairs(between));
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
