package dev.coord.assess;

import dev.coord.assess.GateRows.Weight;
import dev.coord.evidence.Observation;
import dev.coord.plan.Gate;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.OwnershipVerdict;
import dev.coord.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of an ownership gate: one for each branch that changes something. */
final class OwnershipRows {

  private final Subjects subjects;
  private final GateScopes scopes;
  private final GateRows rows;

  OwnershipRows(Subjects subjects, GateScopes scopes, GateRows rows) {
    this.subjects = subjects;
    this.scopes = scopes;
    this.rows = rows;
  }

  /**
   * The rows of a gate.
   *
   * @param note one clause for each of them, may be empty
   */
  List<GateResult> of(Gate gate, String note) {
    Judged judged = subjects.judged();
    List<GateResult> results = new ArrayList<>();
    boolean known = subjects.workstreams().contains(judged.subject());
    boolean unnamed =
        judged.kind() == Judged.Kind.UNNAMED || judged.kind() == Judged.Kind.WORKSTREAM && !known;
    if (gate.appliesToProject() && unnamed) {
      results.add(judged(gate, note));
    }
    if (gate.appliesToProject() && judged.kind() == Judged.Kind.NONE) {
      results.add(unknown(gate, Optional.empty(), subjects.mine(), weight(gate, note)));
    }
    for (String workstream : subjects.workstreams()) {
      if (gate.appliesToProject() || scopes.of(gate).contains(workstream)) {
        if (subjects.isMine(workstream)) {
          results.add(judged(gate, note));
        } else {
          other(gate, workstream, note).ifPresent(results::add);
        }
      }
    }
    if (results.isEmpty()) {
      subjects.workstreams().stream()
          .filter(w -> gate.appliesToProject() || scopes.of(gate).contains(w))
          .filter(w -> subjects.standing(w).lost())
          .map(w -> row(gate, w, subjects.report(w), warning(gate, note)))
          .forEach(results::add);
    }
    if (results.isEmpty()) {
      Verdict none = hasBranches(gate) ? nothing() : judgedNothing(gate);
      results.add(rows.row(gate, Optional.empty(), none, weight(gate, note)));
    }
    return results;
  }

  private boolean hasBranches(Gate gate) {
    return subjects.workstreams().stream()
        .filter(w -> gate.appliesToProject() || scopes.of(gate).contains(w))
        .anyMatch(subjects::hasBranch);
  }

  /** Without a branch there is nothing that could ever be judged. */
  private static Verdict judgedNothing(Gate gate) {
    return OwnershipVerdict.of(
        (OwnershipRule) gate.rule(),
        Observation.unknown(
            "judged nothing: no workstream names a branch",
            "Give the workstreams a branch: in the plan, or take the gate out of it."));
  }

  private static Weight weight(Gate gate, String note) {
    return new Weight(gate.appliesToProject(), gate.severity(), note);
  }

  /**
   * The judged branch blocks, unless all of its commits have been merged and the gate lets that
   * pass: one whose change alone is in its base can still be merged.
   */
  private GateResult judged(Gate gate, String note) {
    boolean merged =
        subjects.mine().optional().filter(OwnershipReport::merged).isPresent()
            && !subjects.isMineCopied();
    Weight weight =
        merged && !insists(gate) ? warning(gate, note) : new Weight(true, gate.severity(), note);
    return row(gate, subjects.judged().subject(), subjects.mine(), weight);
  }

  /**
   * Other branches warn; on the integration branch what was merged blocks if the gate insists, and
   * so does what may have been merged without a trace.
   */
  private Optional<GateResult> other(Gate gate, String workstream, String note) {
    Standing standing = subjects.standing(workstream);
    boolean integration = subjects.judged().kind() == Judged.Kind.INTEGRATION;
    boolean lost = integration && standing.lost();
    boolean blocking = integration && insists(gate) && (standing.mayBeMerged() || lost);
    boolean begun = standing.status() != WorkstreamState.Status.UNKNOWN || standing.mayBeMerged();
    boolean started = begun && standing.status() != WorkstreamState.Status.NOT_STARTED;
    boolean hasBranch = subjects.hasBranch(workstream);
    if (!blocking && !lost && !(started && hasBranch)) {
      return Optional.empty();
    }
    Weight weight = blocking ? new Weight(true, gate.severity(), note) : warning(gate, note);
    return Optional.of(row(gate, workstream, subjects.report(workstream), weight));
  }

  private static Weight warning(Gate gate, String note) {
    return new Weight(false, GateRows.atMostWarn(gate.severity()), note);
  }

  private static boolean insists(Gate gate) {
    return ((OwnershipRule) gate.rule()).merged() == Severity.FAIL;
  }

  private GateResult row(
      Gate gate, String subject, Observation<OwnershipReport> report, Weight weight) {
    return report
        .optional()
        .map(known -> rows.ownership(gate, subject, known, weight))
        .orElseGet(() -> unknown(gate, Optional.of(subject), report, weight));
  }

  private GateResult unknown(
      Gate gate, Optional<String> subject, Observation<OwnershipReport> report, Weight weight) {
    Verdict verdict = OwnershipVerdict.of((OwnershipRule) gate.rule(), report);
    return rows.row(gate, subject, verdict, weight);
  }

  private static Verdict nothing() {
    String seen = "no workstream has changes to be judged";
    return new Verdict(
        "", Outcome.PASSED, seen, "no violation", seen, List.of(), "", Optional.empty());
  }
}
