package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * A branch is there and is as it should be.
 *
 * @param workstream whose branch is meant; exactly one of this and {@code branch} is given
 * @param branch the branch that is meant
 * @param exists whether it must be there
 * @param naming pattern of its name; {@code *} stands for any characters
 * @param target the branch that it must be compared with and merged into
 * @param behind wanted number of commits that its base has and it has not
 * @param idle wanted time since its last commit
 * @param at id of the commit that its last one must be, 7 to 40 hexadecimal digits in lower case
 */
public record BranchRule(
    Origin origin,
    Optional<String> workstream,
    Optional<String> branch,
    boolean exists,
    Optional<String> naming,
    Optional<String> target,
    Optional<Comparison> behind,
    Optional<Comparison> idle,
    Optional<String> at)
    implements Rule {
  /**
   * Checks that one branch is meant and something is asked of it.
   *
   * @throws IllegalArgumentException when it is not so, or a comparison has another unit
   */
  public BranchRule {
    Parts.require(origin, naming, target, at);
    RuleParts.requireUnit(Dimension.COUNT, behind);
    RuleParts.requireUnit(Dimension.TIME, idle);
    if (!exists) {
      RuleParts.requireSome(naming, target, behind, idle, at);
    }
    if (workstream.isPresent() == branch.isPresent()) {
      throw new IllegalArgumentException("branch names a workstream or a branch");
    }
  }

  @Override
  public String name() {
    return "branch";
  }
}
