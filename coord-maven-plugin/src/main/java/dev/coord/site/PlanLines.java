package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Location;
import dev.coord.plan.OwnershipRule;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;

/** The lines of the plan that rows of the assessment rest on. */
public final class PlanLines {

  private PlanLines() {}

  /** The comparison that a row of the gates is about; its gate where it compares nothing. */
  public static Location of(GateResult row) {
    String key = row.verdict().key();
    Location gate = row.gate().origin().self();
    return key.isEmpty() ? gate : row.gate().rule().origin().fields().getOrDefault(key, gate);
  }

  /**
   * The line that a row goes against: for ownership the boundary that was crossed first, otherwise
   * the same as {@link #of}.
   */
  public static Location broken(GateResult row) {
    Verdict verdict = row.verdict();
    boolean crossed =
        verdict.outcome() == Outcome.FAILED && row.gate().rule() instanceof OwnershipRule;
    return verdict.proof().stream()
        .limit(crossed ? 1 : 0)
        .flatMap(proof -> proof.location().stream())
        .findFirst()
        .orElseGet(() -> of(row));
  }
}
