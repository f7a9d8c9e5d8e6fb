package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Location;

/** The lines of the plan that rows of the assessment rest on. */
public final class PlanLines {

  private PlanLines() {}

  /** The comparison that a row of the gates is about; its gate where it compares nothing. */
  public static Location of(GateResult row) {
    String key = row.verdict().key();
    Location gate = row.gate().origin().self();
    return key.isEmpty() ? gate : row.gate().rule().origin().fields().getOrDefault(key, gate);
  }
}
