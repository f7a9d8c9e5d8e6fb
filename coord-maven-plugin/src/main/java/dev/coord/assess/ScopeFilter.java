package dev.coord.assess;

import dev.coord.path.SourcePackage;
import dev.coord.plan.NamePattern;
import dev.coord.plan.Plan;
import dev.coord.plan.Scope;
import dev.coord.plan.Workstream;
import dev.coord.rule.Territory;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Tells what lies in the scope of a rule. */
final class ScopeFilter {

  private final Territory territory;
  private final Plan plan;

  /**
   * Scopes by the ownership of one version of the plan.
   *
   * @param territory the rulebook's
   * @param plan the checked-out plan, for workstreams that the rulebook does not know yet
   */
  ScopeFilter(Territory territory, Plan plan) {
    this.territory = territory;
    this.plan = plan;
  }

  /** Which repository paths lie in a scope; a scope of names holds none. */
  Predicate<String> paths(Scope of) {
    return paths(of, (workstream, path) -> territory.owns(workstream, path).isPresent());
  }

  /** The same without the plan files that define the workstreams: a part is more than its plan. */
  Predicate<String> pathsBesidePlan(Scope of) {
    return paths(of, (workstream, path) -> workstream.owns().matches(path));
  }

  private Predicate<String> paths(Scope of, BiPredicate<Workstream, String> owns) {
    if (of instanceof Scope.OfWorkstream scope) {
      Optional<Workstream> workstream =
          territory
              .plan()
              .workstream(scope.workstream())
              .or(() -> plan.workstream(scope.workstream()));
      return path -> workstream.filter(w -> owns.test(w, path)).isPresent();
    }
    if (of instanceof Scope.OfOwner scope) {
      List<Workstream> workstreams =
          territory.plan().workstreams().stream()
              .filter(w -> w.owner().filter(scope.owner()::equals).isPresent())
              .toList();
      return path -> workstreams.stream().anyMatch(w -> owns.test(w, path));
    }
    if (of instanceof Scope.OfPackage scope) {
      return path -> SourcePackage.of(path).isMeantBy(scope.name());
    }
    if (of instanceof Scope.OfPaths scope) {
      return scope.paths()::matches;
    }
    return path -> of instanceof Scope.Everything;
  }

  /** Which test names ({@code class#method}) lie in a scope of names. */
  static Predicate<String> names(Scope.OfNames scope) {
    List<NamePattern> patterns = scope.names().stream().map(NamePattern::new).toList();
    return name -> {
      String type = name.contains("#") ? name.substring(0, name.indexOf('#')) : name;
      return patterns.stream().anyMatch(p -> p.matches(name) || p.matches(type));
    };
  }
}
