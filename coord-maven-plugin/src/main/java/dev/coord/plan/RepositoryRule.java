package dev.coord.plan;

/**
 * Everything is committed, or pushed.
 *
 * @param clean whether the working tree must hold nothing that is not committed
 * @param synced whether all local branches must be as they are at the remote
 */
public record RepositoryRule(Origin origin, boolean clean, boolean synced) implements Rule {
  /**
   * Checks that something is asked.
   *
   * @throws IllegalArgumentException when nothing is
   */
  public RepositoryRule {
    Parts.require(origin);
    if (!clean && !synced) {
      throw new IllegalArgumentException("a rule of this kind asks for something");
    }
  }

  @Override
  public String name() {
    return "repository";
  }
}
