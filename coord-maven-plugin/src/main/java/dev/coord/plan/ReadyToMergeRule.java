package dev.coord.plan;

/**
 * Nothing that is seen holds up the merge of a workstream, or it is merged.
 *
 * @param workstream id of the workstream
 */
public record ReadyToMergeRule(Origin origin, String workstream) implements Rule {
  /** Checks that both are there. */
  public ReadyToMergeRule {
    Parts.require(origin, workstream);
  }

  @Override
  public String name() {
    return "ready_to_merge";
  }

  /** Whether a rule asks for it, whatever else it asks for. */
  public static boolean isIn(Rule rule) {
    return rule.flat().anyMatch(ReadyToMergeRule.class::isInstance);
  }
}
