package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * How many tracked files there are, how long they are, all together, and how old.
 *
 * @param of which files: everything, what a workstream owns, or paths
 * @param branch the branch to look on; empty means the checked-out commit
 * @param count wanted number of them
 * @param lines wanted number of lines
 * @param bytes wanted number of bytes
 * @param characters wanted number of characters
 * @param age wanted time since the last commit that changed one of them
 */
public record FilesRule(
    Origin origin,
    Scope of,
    Optional<String> branch,
    Optional<Comparison> count,
    Optional<Comparison> lines,
    Optional<Comparison> bytes,
    Optional<Comparison> characters,
    Optional<Comparison> age)
    implements Rule {
  /**
   * Checks that something is compared.
   *
   * @throws IllegalArgumentException when nothing is, a comparison has a unit of another kind, or
   *     tests are named
   */
  public FilesRule {
    Parts.require(origin, of, branch);
    RuleParts.requireSome(count, lines, bytes, characters, age);
    RuleParts.requireUnit(Dimension.COUNT, count, lines, bytes, characters);
    RuleParts.requireUnit(Dimension.TIME, age);
    if (of instanceof Scope.OfNames) {
      throw new IllegalArgumentException("files have paths");
    }
  }

  @Override
  public String name() {
    return "files";
  }
}
