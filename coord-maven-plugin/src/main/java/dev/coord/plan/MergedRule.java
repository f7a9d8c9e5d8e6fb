package dev.coord.plan;

import java.util.Optional;

/**
 * A branch is in another.
 *
 * @param workstream whose branch is meant; exactly one of this and {@code branch} is given
 * @param branch the branch that is meant
 * @param into the branch it must be in; empty means the integration branch
 */
public record MergedRule(
    Origin origin, Optional<String> workstream, Optional<String> branch, Optional<String> into)
    implements Rule {
  /**
   * Checks that exactly one of workstream and branch is given.
   *
   * @throws IllegalArgumentException when both or none are
   */
  public MergedRule {
    Parts.require(origin, into);
    if (workstream.isPresent() == branch.isPresent()) {
      throw new IllegalArgumentException("merged names a workstream or a branch");
    }
  }

  @Override
  public String name() {
    return "merged";
  }
}
