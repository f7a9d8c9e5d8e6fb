package dev.coord.plan;

/**
 * A human says so; never shown as observed.
 *
 * @param by id of the person
 * @param says what the person says; empty until the person has said so
 */
public record DeclaredRule(Origin origin, String by, String says) implements Rule {
  /** Checks that both texts are there. */
  public DeclaredRule {
    Parts.require(origin, by, says);
  }

  @Override
  public String name() {
    return "declared";
  }
}
