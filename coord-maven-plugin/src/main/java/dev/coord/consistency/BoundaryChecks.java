package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPattern;
import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the plan against workstreams that are said not to conflict. */
final class BoundaryChecks {

  private final Plan plan;
  private final NoConflict assertion;
  private final List<Contradiction> found = new ArrayList<>();

  private BoundaryChecks(Plan plan, NoConflict assertion) {
    this.plan = plan;
    this.assertion = assertion;
  }

  static Stream<Contradiction> of(Plan plan) {
    return plan.boundaries().noConflicts().stream()
        .flatMap(assertion -> new BoundaryChecks(plan, assertion).found());
  }

  private Stream<Contradiction> found() {
    List<String> between = assertion.between().stream().distinct().toList();
    for (int i = 0; i < between.size(); i++) {
      for (int j = i + 1; j < between.size(); j++) {
        pair(between.get(i), between.get(j));
      }
    }
    return found.stream();
  }

  private void pair(String left, String right) {
    plan.workstream(left)
        .ifPresent(one -> plan.workstream(right).ifPresent(other -> owned(one, other)));
    for (Conflict conflict : plan.boundaries().conflicts()) {
      if (conflict.between().contains(left) && conflict.between().contains(right)) {
        add(
            left,
            right,
            "boundaries.conflicts expects one in " + paths(conflict),
            List.of(conflict.origin().self()));
      }
    }
  }

  private void owned(Workstream left, Workstream right) {
    for (int i = 0; i < left.owns().patterns().size(); i++) {
      PathPattern pattern = left.owns().patterns().get(i);
      int index = right.owns().patterns().indexOf(pattern);
      if (index >= 0) {
        add(
            left.id(),
            right.id(),
            "both own " + pattern.text(),
            List.of(left.origin().of("owns", i), right.origin().of("owns", index)));
      }
    }
  }

  private static String paths(Conflict conflict) {
    return String.join(", ", conflict.paths().patterns().stream().map(PathPattern::text).toList());
  }

  private void add(String left, String right, String clause, List<Location> against) {
    found.add(
        new Contradiction(
            left,
            "no conflict between " + left + " and " + right,
            assertion.origin().of("between"),
            clause,
            against,
            "Share the paths out, or remove what says that there is no conflict."));
  }
}
