package dev.coord.plan;

/**
 * What a workstream's branch would merge, against ownership and boundaries.
 *
 * @param merged whether violations of what is already merged fail too
 */
public record OwnershipRule(Origin origin, Severity merged) implements Rule {
  /** Checks that the severity is there. */
  public OwnershipRule {
    Parts.require(origin, merged);
  }

  @Override
  public String name() {
    return "ownership";
  }
}
