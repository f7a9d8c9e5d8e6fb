package dev.coord.consistency;

import dev.coord.diagnostic.Enumerated;
import dev.coord.path.PathPattern;
import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Plan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in the plan against workstreams that are said not to conflict: one contradiction for
 * each time that it is said, between however many.
 */
final class BoundaryChecks {

  private final Plan plan;
  private final OwnedTwice owned;

  private BoundaryChecks(Plan plan) {
    this.plan = plan;
    this.owned = new OwnedTwice(plan);
  }

  static Stream<Contradiction> of(Plan plan) {
    BoundaryChecks checks = new BoundaryChecks(plan);
    return plan.boundaries().noConflicts().stream().flatMap(checks::look);
  }

  private Stream<Contradiction> look(NoConflict assertion) {
    Set<String> between = new LinkedHashSet<>(assertion.between());
    Reasons reasons = new Reasons();
    owned.look(between.stream().flatMap(id -> plan.workstream(id).stream()).toList(), reasons);
    plan.boundaries().conflicts().forEach(conflict -> expected(conflict, between, reasons));
    return reasons.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Contradiction(
                assertion.between().get(0),
                assertion.claim(),
                assertion.origin().of("between"),
                reasons.words(),
                reasons.places(),
                "Share the paths out, or remove what says that there is no conflict."));
  }

  private static void expected(Conflict conflict, Set<String> between, Reasons reasons) {
    List<String> both = conflict.between().stream().distinct().filter(between::contains).toList();
    if (both.size() > 1) {
      reasons.add(
          "boundaries.conflicts expects one between "
              + Enumerated.of(both)
              + " in "
              + paths(conflict),
          List.of(conflict.origin().self()));
    }
  }

  private static String paths(Conflict conflict) {
    return Enumerated.of(conflict.paths().patterns().stream().map(PathPattern::text).toList());
  }
}
