package dev.coord.assess;

import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of the gates: one comparison of one gate, for one subject.
 *
 * @param gate the gate
 * @param row {@code id} or {@code id.key}
 * @param subject id of the workstream or name of the branch it was judged for; empty for the
 *     project
 * @param verdict how the rule was judged, waivers left aside
 * @param outcome how it counts, waivers included
 * @param severity what it does where it can fail the build
 * @param blocking whether it can fail this build
 * @param waiver the waiver in force
 * @param note one more clause, such as that a waiver ran out; may be empty
 */
public record GateResult(
    Gate gate,
    String row,
    Optional<String> subject,
    Verdict verdict,
    Outcome outcome,
    Severity severity,
    boolean blocking,
    Optional<Waiver> waiver,
    String note) {

  /** Checks that all parts are there. */
  public GateResult {
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(waiver, "waiver");
    Objects.requireNonNull(note, "note");
  }

  /** Whether it is neither passed nor waived. */
  public boolean wanting() {
    return outcome == Outcome.FAILED || outcome == Outcome.UNKNOWN;
  }

  /** Whether it fails this build. */
  public boolean breaks() {
    return blocking && wanting() && severity == Severity.FAIL;
  }

  /** Whether it is wanting and somebody should look, though the build goes on. */
  public boolean warns() {
    return wanting() && !breaks() && severity != Severity.INFO;
  }

  /** {@code row}, with the subject where there is one: {@code ownership (td1)}. */
  public String label() {
    return subject.map(s -> row + " (" + s + ")").orElse(row);
  }
}
