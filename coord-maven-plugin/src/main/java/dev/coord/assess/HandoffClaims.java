package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Proof;
import dev.coord.plan.Handoff;
import dev.coord.plan.Plan;
import java.util.List;

/** Claims of handoffs that nothing in the plan could show. */
final class HandoffClaims {

  private HandoffClaims() {}

  /** Libraries that are said to be there, without the build file that would name them. */
  static List<ClaimCheck> untold(Plan plan) {
    return plan.handoffs().stream()
        .filter(h -> h.kind() == Handoff.Kind.LIBRARY && h.status() == Handoff.Status.READY)
        .filter(h -> h.file().isEmpty() && h.readyWhen().isEmpty())
        .map(
            handoff ->
                new ClaimCheck(
                    "handoff " + handoff.id(),
                    "status: " + handoff.status().word(),
                    handoff.origin().of("status"),
                    "the plan names no build file that would name " + handoff.name(),
                    Agreement.UNKNOWN,
                    List.of(Proof.plan("the plan", handoff.origin().self())),
                    "Write the build file under file, or under ready_when what shows it."))
        .toList();
  }
}
