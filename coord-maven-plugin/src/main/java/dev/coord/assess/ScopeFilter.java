package dev.coord.assess;

import dev.coord.plan.Plan;
import dev.coord.plan.Scope;
import dev.coord.plan.Workstream;
import dev.coord.rule.Territory;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what lies in the scope of a rule. */
final class ScopeFilter {

  private final Territory territory;
  private final Plan plan;

  /** Scopes by the ownership of one version of the plan. */
  ScopeFilter(Territory territory) {
    this.territory = territory;
    this.plan = territory.plan();
  }

  /** Which repository paths lie in a scope; a scope of names holds none. */
  Predicate<String> paths(Scope of) {
    if (of instanceof Scope.OfWorkstream scope) {
      Optional<Workstream> workstream = plan.workstream(scope.workstream());
      return path -> workstream.flatMap(w -> territory.owns(w, path)).isPresent();
    }
    if (of instanceof Scope.OfPaths scope) {
      return scope.paths()::matches;
    }
    return path -> of instanceof Scope.Everything;
  }

  /** Which test names ({@code class#method}) lie in a scope of names. */
  static Predicate<String> names(Scope.OfNames scope) {
    List<Pattern> patterns = scope.names().stream().map(ScopeFilter::pattern).toList();
    return name -> {
      String type = name.contains("#") ? name.substring(0, name.indexOf('#')) : name;
      return patterns.stream()
          .anyMatch(p -> p.matcher(name).matches() || p.matcher(type).matches());
    };
  }

  /**
   * Literal parts joined by possessive wildcards would not backtrack into a match: use reluctant.
   */
  private static Pattern pattern(String name) {
    return Pattern.compile(
        Pattern.compile("\\*+")
            .splitAsStream(name + "\0")
            .map(Pattern::quote)
            .collect(Collectors.joining(".*?"))
            .replace("\0", ""),
        Pattern.DOTALL);
  }
}
