package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * How many files would conflict if branches that are not merged were merged.
 *
 * @param of which pairs of branches: all, or those with a workstream; or which files
 * @param wave id of the wave whose branches are merged in its order, instead of pairs
 * @param files wanted number of different files
 * @param unresolved wanted number of those that the plan does not say how to resolve
 */
public record ConflictsRule(
    Origin origin,
    Scope of,
    Optional<String> wave,
    Optional<Comparison> files,
    Optional<Comparison> unresolved)
    implements Rule {
  /**
   * Checks that something is compared.
   *
   * @throws IllegalArgumentException when nothing is, a comparison has a unit, tests are named, or
   *     a wave and a workstream are
   */
  public ConflictsRule {
    Parts.require(origin, of, wave);
    RuleParts.requireSome(files, unresolved);
    RuleParts.requireUnit(Dimension.COUNT, files, unresolved);
    if (of instanceof Scope.OfNames || of instanceof Scope.OfWorkstream && wave.isPresent()) {
      throw new IllegalArgumentException("conflicts are of files, or of a workstream or wave");
    }
  }

  @Override
  public String name() {
    return "conflicts";
  }
}
