package dev.coord.plan.yaml;

import dev.coord.plan.Comparison;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.yaml.ComparisonReader.Quantity;
import java.util.Optional;

/** Reads the rule about what tools of analysis found. */
final class FindingsRules {

  private FindingsRules() {}

  static Optional<Rule> findings(MappingReader in) {
    Optional<Comparison> errors = ComparisonReader.read(in, "errors", Quantity.COUNT);
    Optional<Comparison> warnings = ComparisonReader.read(in, "warnings", Quantity.COUNT);
    Optional<Comparison> notes = ComparisonReader.read(in, "notes", Quantity.COUNT);
    Optional<Comparison> total = ComparisonReader.read(in, "total", Quantity.COUNT);
    Optional<String> tool = in.field("tool").flatMap(field -> in.scalars().text(field));
    Optional<String> rule = in.field("rule").flatMap(field -> in.scalars().text(field));
    Scope of = ScopeReader.read(in);
    boolean changed =
        RuleReader.flag(in, "changed", "Remove it: all lines are judged then.").isPresent();
    boolean onlyNew =
        RuleReader.flag(in, "new", "Remove it: what is known counts, too, then.").isPresent();
    if (errors.isEmpty() && warnings.isEmpty() && notes.isEmpty() && total.isEmpty()) {
      RuleReader.requireComparison(in, "errors: \"= 0\"", "errors", "warnings", "notes", "total");
      return Optional.empty();
    }
    boolean whole =
        !(in.has("tool") && tool.isEmpty())
            && !(in.has("rule") && rule.isEmpty())
            && !(in.has("of") && of instanceof Scope.Everything)
            && in.has("changed") == changed
            && in.has("new") == onlyNew;
    return whole
        ? Optional.of(
            new FindingsRule(
                in.origin(), errors, warnings, notes, total, tool, rule, of, changed, onlyNew))
        : Optional.empty();
  }
}
