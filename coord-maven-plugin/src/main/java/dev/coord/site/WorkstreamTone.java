package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.site.draft.Tones;
import dev.coord.site.model.Tone;
import java.util.List;

/** The mark of a workstream. */
public final class WorkstreamTone {

  private WorkstreamTone() {}

  /**
   * A broken gate before a contradiction before what was observed.
   *
   * @param gates those about it
   * @param contradicted whether the evidence contradicts a claim about it
   */
  public static Tone of(List<GateResult> gates, boolean contradicted, Status observed) {
    if (gates.stream().anyMatch(GateResult::breaks)) {
      return Tone.BAD;
    }
    boolean wanting = gates.stream().anyMatch(GateResult::warns);
    return wanting || contradicted ? Tone.WARNING : Tones.of(observed);
  }
}
