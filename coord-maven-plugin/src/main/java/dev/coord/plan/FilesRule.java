package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * How many tracked files there are, and how long they are, all together.
 *
 * @param of which files: everything, what a workstream owns, or paths
 * @param branch the branch to look on; empty means the checked-out commit
 * @param count wanted number of them
 * @param lines wanted number of lines
 * @param bytes wanted number of bytes
 * @param characters wanted number of characters
 */
public record FilesRule(
    Origin origin,
    Scope of,
    Optional<String> branch,
    Optional<Comparison> count,
    Optional<Comparison> lines,
    Optional<Comparison> bytes,
    Optional<Comparison> characters)
    implements Rule {
  /**
   * Checks that something is compared.
   *
   * @throws IllegalArgumentException when nothing is, a comparison has a unit, or tests are named
   */
  public FilesRule {
    Parts.require(origin, of, branch);
    RuleParts.requireSome(count, lines, bytes, characters);
    RuleParts.requireUnit(Dimension.COUNT, count, lines, bytes, characters);
    if (of instanceof Scope.OfNames) {
      throw new IllegalArgumentException("files have paths");
    }
  }

  @Override
  public String name() {
    return "files";
  }
}
