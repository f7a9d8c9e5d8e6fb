package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * How much tools of analysis found.
 *
 * @param errors wanted number of errors
 * @param warnings wanted number of warnings
 * @param notes wanted number of notes
 * @param total wanted number of all of them, those without a level included
 * @param tool which tool is meant, with {@code *} for any characters; empty for all tools
 * @param rule which of the tools' rules are meant, the same way; empty for all rules
 * @param of which files: everything, what a workstream owns, or paths
 * @param changed whether only what is on lines counts that were added or changed
 * @param onlyNew whether only what the baseline does not have counts
 */
public record FindingsRule(
    Origin origin,
    Optional<Comparison> errors,
    Optional<Comparison> warnings,
    Optional<Comparison> notes,
    Optional<Comparison> total,
    Optional<String> tool,
    Optional<String> rule,
    Scope of,
    boolean changed,
    boolean onlyNew)
    implements Rule {
  /**
   * Checks that something is compared.
   *
   * @throws IllegalArgumentException when nothing is, a comparison has a unit, or tests are named
   */
  public FindingsRule {
    Parts.require(origin, of, tool, rule);
    RuleParts.requireSome(errors, warnings, notes, total);
    RuleParts.requireUnit(Dimension.COUNT, errors, warnings, notes, total);
    if (of instanceof Scope.OfNames) {
      throw new IllegalArgumentException("findings are in files");
    }
  }

  @Override
  public String name() {
    return "findings";
  }
}
