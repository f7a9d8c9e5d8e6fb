package dev.coord.assess;

import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import dev.coord.rule.Outcome;
import dev.coord.rule.Trespass;
import dev.coord.rule.Verdict;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param waivedFindings what waivers of single findings take out of the row, each with its waiver:
 *     changed paths, failing tests, contradicted claims, or what is overdue
 * @param known what of it stands in the baseline
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
    String note,
    SortedMap<String, Waiver> waivedFindings,
    Optional<KnownPart> known) {

  /** A row from which nothing is taken out. */
  public GateResult(
      Gate gate,
      String row,
      Optional<String> subject,
      Verdict verdict,
      Outcome outcome,
      Severity severity,
      boolean blocking,
      Optional<Waiver> waiver,
      String note) {
    this(
        gate,
        row,
        subject,
        verdict,
        outcome,
        severity,
        blocking,
        waiver,
        note,
        Collections.emptySortedMap(),
        Optional.empty());
  }

  /** Copies the collection. */
  public GateResult {
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(waiver, "waiver");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(known, "known");
    waivedFindings = Collections.unmodifiableSortedMap(new TreeMap<>(waivedFindings));
  }

  /** The same row with some findings taken out of it. */
  GateResult without(SortedMap<String, Waiver> waived) {
    return new GateResult(
        gate, row, subject, verdict, outcome, severity, blocking, waiver, note, waived, known);
  }

  /** The same row beside what of it is known, and what that makes of it. */
  GateResult with(KnownPart part, Outcome counts, Severity weighs, Verdict rest) {
    return new GateResult(
        gate,
        row,
        subject,
        rest,
        counts,
        weighs,
        blocking,
        waiver,
        note.isEmpty() ? part.words() : note + "; " + part.words(),
        waivedFindings,
        Optional.of(part));
  }

  /** Whether it says that there are no gates. */
  public boolean isOfNoGates() {
    return row.equals(ObstacleRows.JUDGED_NOTHING);
  }

  /** Whether it is neither passed, waived nor known. */
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

  /** The waiver that lets this row pass over a changed path, if there is one. */
  public Optional<Waiver> waiverOf(String path) {
    return Optional.ofNullable(waivedFindings.get(path)).or(() -> waiver.filter(Waiver::isWhole));
  }

  /** Whether a changed path stands in the baseline as this row saw it. */
  public boolean knows(Trespass trespass) {
    return known.filter(part -> part.knows(KnownFindings.key(subject, trespass))).isPresent();
  }

  /** What was seen, and the note behind it; without its full stop. */
  public String summary() {
    return noted(verdict.summary());
  }

  /** The same where what was seen is told in other words. */
  public String noted(String summary) {
    return note.isEmpty() ? summary : summary + "; " + note;
  }

  /** The summary, and what to do about it. */
  public String sentences() {
    String remedy = verdict.remedy();
    return summary() + (remedy.isEmpty() ? "." : ". " + remedy);
  }

  /** {@code row}, with the subject where there is one: {@code ownership (td1)}. */
  public String label() {
    return subject.map(s -> row + " (" + s + ")").orElse(row);
  }
}
