package dev.coord.consistency;

import dev.coord.path.PathPattern;
import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expected conflicts of the same workstreams on the same paths that are resolved in two ways. */
final class ConflictsTwice {

  private ConflictsTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return Twice.of(
            plan.boundaries().conflicts().stream(),
            conflict -> Optional.of(List.of(paths(conflict), Set.copyOf(conflict.between()))))
        .filter(two -> !said(two.first()).equals(said(two.again())))
        .map(
            two ->
                Twice.told(
                    "boundaries",
                    "a conflict between "
                        + String.join(" and ", two.first().between())
                        + " is resolved by "
                        + said(two.first()),
                    two.first().origin().of("resolution"),
                    "the same conflict is resolved by " + said(two.again()),
                    two.again().origin().of("resolution"),
                    "List it once."));
  }

  private static Set<String> paths(Conflict conflict) {
    return conflict.paths().patterns().stream().map(PathPattern::text).collect(Collectors.toSet());
  }

  private static String said(Conflict conflict) {
    return conflict.resolution().name().toLowerCase(Locale.ROOT)
        + conflict.winner().map(winner -> ", winner: " + winner).orElse("");
  }
}
