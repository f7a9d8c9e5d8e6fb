package dev.coord.site.draft;

import dev.coord.assess.GateResult;
import dev.coord.plan.Waiver;
import dev.coord.rule.Trespass;
import java.util.List;
import java.util.Optional;

/**
 * What the gates on ownership make of one workstream or branch.
 *
 * @param rows their results about it
 */
public record OwnershipGates(List<GateResult> rows) {

  /** Copies the collection. */
  public OwnershipGates {
    rows = List.copyOf(rows);
  }

  /** Whether a gate on ownership fails this build. */
  public boolean breaks() {
    return rows.stream().anyMatch(GateResult::breaks);
  }

  /** The waiver that lets every gate on ownership pass over a changed path. */
  public Optional<Waiver> waiver(String path) {
    List<Optional<Waiver>> waivers = rows.stream().map(gate -> gate.waiverOf(path)).toList();
    return waivers.isEmpty() || waivers.contains(Optional.<Waiver>empty())
        ? Optional.empty()
        : waivers.get(0);
  }

  /** Whether a changed path stands in the baseline for every gate on ownership. */
  public boolean knows(Trespass trespass) {
    return !rows.isEmpty() && rows.stream().allMatch(gate -> gate.knows(trespass));
  }
}
