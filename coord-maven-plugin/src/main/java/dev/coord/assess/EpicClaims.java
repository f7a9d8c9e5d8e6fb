package dev.coord.assess;

import dev.coord.assess.Arrivals.Arrival;
import dev.coord.assess.Arrivals.Told;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Proof;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.WorkCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds the status of epics against the branches of their workstreams. A branch of two epics tells
 * nothing of the one that is complete or not begun, and open issues keep an epic open whatever is
 * merged.
 */
final class EpicClaims {

  private final Plan plan;
  private final Arrivals arrivals;

  private EpicClaims(Plan plan, Arrivals arrivals) {
    this.plan = plan;
    this.arrivals = arrivals;
  }

  /** A check for each epic whose status says something that branches can show. */
  static List<ClaimCheck> of(Plan plan, Evidence evidence, List<WorkstreamState> states) {
    EpicClaims claims = new EpicClaims(plan, new Arrivals(plan, evidence, states));
    return plan.epics().stream().flatMap(epic -> claims.check(epic).stream()).toList();
  }

  private Optional<ClaimCheck> check(Epic epic) {
    return StatusWord.ofWhole(epic.status(), plan.project().vocabulary())
        .flatMap(
            word ->
                switch (word) {
                  case MERGED -> complete(epic);
                  case TODO -> notBegun(epic).or(() -> open(epic));
                  case OPEN, ACTIVE, BLOCKED -> open(epic);
                  case READY, DROPPED -> Optional.empty();
                });
  }

  private Optional<ClaimCheck> complete(Epic epic) {
    List<Arrival> merged = arrivals(epic, true, arrivals::merged);
    if (merged.isEmpty()) {
      return Optional.empty();
    }
    List<Arrival> open = told(merged, Told.NO);
    List<Arrival> untold = told(merged, Told.UNKNOWN);
    if (open.isEmpty() && untold.isEmpty()) {
      return Optional.of(all(epic, merged, Agreement.AGREES));
    }
    return Optional.of(
        open.isEmpty()
            ? check(epic, untold, Agreement.UNKNOWN)
            : check(epic, open, Agreement.CONTRADICTS));
  }

  /** What is not begun has no commits, as far as its branches are its own. */
  private Optional<ClaimCheck> notBegun(Epic epic) {
    List<Arrival> begun = told(arrivals(epic, true, arrivals::begun), Told.YES);
    return begun.isEmpty()
        ? Optional.empty()
        : Optional.of(check(epic, begun, Agreement.CONTRADICTS));
  }

  /** What is not complete is not merged altogether. */
  private Optional<ClaimCheck> open(Epic epic) {
    boolean issues =
        WorkCount.of(plan, epic)
            .filter(count -> count.of() == WorkCount.Of.ISSUES && count.done() < count.total())
            .isPresent();
    List<Arrival> merged = arrivals(epic, false, arrivals::merged);
    if (issues || merged.isEmpty() || !told(merged, Told.NO).isEmpty()) {
      return Optional.empty();
    }
    List<Arrival> untold = told(merged, Told.UNKNOWN);
    if (untold.isEmpty()) {
      return Optional.of(all(epic, merged, Agreement.CONTRADICTS));
    }
    return untold.stream().allMatch(arrivals::mayHaveHappened)
        ? Optional.of(check(epic, untold, Agreement.UNKNOWN))
        : Optional.empty();
  }

  private List<Arrival> arrivals(Epic epic, boolean own, Function<String, Optional<Arrival>> look) {
    return epic.workstreams().stream()
        .distinct()
        .filter(id -> !plan.isDropped(id) && !(own && isShared(epic, id)))
        .flatMap(id -> look.apply(id).stream())
        .toList();
  }

  private boolean isShared(Epic epic, String workstream) {
    return plan.epics().stream()
        .anyMatch(other -> other != epic && other.workstreams().contains(workstream));
  }

  private static List<Arrival> told(List<Arrival> arrivals, Told told) {
    return arrivals.stream().filter(arrival -> arrival.happened() == told).toList();
  }

  private ClaimCheck all(Epic epic, List<Arrival> merged, Agreement agreement) {
    String observed =
        merged.size() == 1
            ? merged.get(0).sentence()
            : "all its " + merged.size() + " workstreams are merged";
    return check(epic, observed, agreement, merged);
  }

  private ClaimCheck check(Epic epic, List<Arrival> what, Agreement agreement) {
    String more = what.size() > 1 ? ", and so on for " + (what.size() - 1) + " more" : "";
    return check(epic, what.get(0).sentence() + more, agreement, what);
  }

  private static ClaimCheck check(
      Epic epic, String observed, Agreement agreement, List<Arrival> what) {
    List<Proof> proof = new ArrayList<>();
    what.forEach(arrival -> proof.addAll(arrival.proof()));
    return new ClaimCheck(
        "epic " + epic.id(),
        "status: " + epic.status(),
        epic.origin().of("status"),
        observed,
        agreement,
        proof,
        "Correct the status of the epic, or its workstreams.");
  }
}
