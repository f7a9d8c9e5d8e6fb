package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Tones;
import dev.coord.site.model.Tone;
import java.util.List;

/** The mark of a workstream. */
public final class WorkstreamTone {

  private WorkstreamTone() {}

  /**
   * A gate that is not met before one that cannot be told, a contradiction and what was observed.
   *
   * @param gates those about it
   * @param contradicted whether the evidence contradicts a claim about it
   */
  public static Tone of(List<GateResult> gates, boolean contradicted, Status observed) {
    List<GateResult> broken = gates.stream().filter(GateResult::breaks).toList();
    if (!broken.isEmpty()) {
      boolean failed = broken.stream().anyMatch(gate -> gate.outcome() == Outcome.FAILED);
      return failed ? Tone.BAD : Tone.UNKNOWN;
    }
    boolean wanting = gates.stream().anyMatch(GateResult::warns);
    return wanting || contradicted ? Tone.WARNING : Tones.of(observed);
  }
}
