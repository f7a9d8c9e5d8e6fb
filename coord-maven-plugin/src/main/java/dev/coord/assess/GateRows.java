package dev.coord.assess;

import dev.coord.evidence.Observation;
import dev.coord.plan.Gate;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.OwnershipVerdict;
import dev.coord.rule.Trespass;
import dev.coord.rule.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes rows of verdicts: what a waiver makes of them, and what cannot be told. */
final class GateRows {

  private final Waivers waivers;
  private final boolean lenient;
  private final Map<Waiver, Long> used = new LinkedHashMap<>();

  /**
   * Rows under waivers.
   *
   * @param lenient whether what cannot be told only warns
   */
  GateRows(Waivers waivers, boolean lenient) {
    this.waivers = waivers;
    this.lenient = lenient;
  }

  /**
   * How a row counts where it is judged.
   *
   * @param blocking whether it can fail this build
   * @param severity what it does then
   * @param note one more clause, may be empty
   */
  record Weight(boolean blocking, Severity severity, String note) {}

  /** The waivers that waived something so far, and how many findings of their names were found. */
  Map<Waiver, Long> used() {
    return Collections.unmodifiableMap(used);
  }

  private void used(Waiver waiver, long found) {
    used.merge(waiver, found, Math::max);
  }

  static Severity atMostWarn(Severity severity) {
    return severity == Severity.FAIL ? Severity.WARN : severity;
  }

  /** A row of the project, or of a subject. */
  GateResult row(Gate gate, Optional<String> subject, Verdict verdict, Weight weight) {
    String row = name(gate, verdict);
    boolean wanting = verdict.outcome() != Outcome.PASSED;
    Optional<Waiver> waiver = wanting ? waivers.inForce(gate, row) : Optional.empty();
    waiver.ifPresent(one -> used(one, 1));
    String expired = wanting && waiver.isEmpty() ? waivers.expired(gate, row) : "";
    return result(gate, row, subject, verdict, waiver, noted(weight, expired));
  }

  /** A row on ownership, in which single paths may be waived. */
  GateResult ownership(Gate gate, String subject, OwnershipReport report, Weight weight) {
    Verdict whole = verdict(gate, report);
    List<Waiver> partial =
        waivers.forPaths(gate, gate.id()).stream()
            .filter(w -> report.violations().stream().anyMatch(t -> w.paths().matches(t.path())))
            .toList();
    if (partial.isEmpty()) {
      return row(gate, Optional.of(subject), whole, weight);
    }
    partial.forEach(one -> used(one, 1));
    SortedMap<String, Waiver> waived = new TreeMap<>();
    for (Trespass trespass : report.violations()) {
      partial.stream()
          .filter(w -> w.paths().matches(trespass.path()))
          .findFirst()
          .ifPresent(w -> waived.put(trespass.path(), w));
    }
    OwnershipReport rest = report.withoutViolations(t -> waived.containsKey(t.path()));
    if (rest.violations().isEmpty()) {
      Optional<Waiver> first = Optional.of(partial.get(0));
      return result(gate, gate.id(), Optional.of(subject), whole, first, weight).without(waived);
    }
    int count = report.violations().size() - rest.violations().size();
    String note = count + (count == 1 ? " violation waived" : " violations waived");
    return row(gate, Optional.of(subject), verdict(gate, rest), noted(weight, note))
        .without(waived);
  }

  /** The waivers in force for single findings of a row that were found, by their names. */
  SortedMap<String, Waiver> waived(Gate gate, Verdict verdict, Set<String> found) {
    SortedMap<String, Waiver> waived =
        new TreeMap<>(waivers.forFindings(gate, name(gate, verdict)));
    waived.keySet().retainAll(found);
    return waived;
  }

  /**
   * A row of which single findings are waived: it is waived when nothing else is wanting.
   *
   * @param whole how it is judged with them
   * @param rest how it is judged without them
   * @param found how many findings bear each name
   */
  GateResult partly(
      Gate gate,
      Verdict whole,
      Verdict rest,
      SortedMap<String, Waiver> waived,
      SortedMap<String, Long> found,
      Weight weight) {
    waived.forEach((name, one) -> used(one, found.get(name)));
    if (rest.outcome() == Outcome.PASSED) {
      Optional<Waiver> first = Optional.of(waived.get(waived.firstKey()));
      return result(gate, name(gate, whole), Optional.empty(), whole, first, weight)
          .without(waived);
    }
    long taken = 0;
    StringBuilder note = new StringBuilder();
    for (Map.Entry<String, Waiver> one : waived.entrySet()) {
      int most = one.getValue().count();
      long all = found.get(one.getKey());
      taken += Math.min(most, all);
      if (all > most) {
        note.append("; the waiver for \"").append(one.getKey()).append("\" is for ").append(most);
        note.append(" of ").append(all).append(" (");
        note.append(one.getValue().origin().self().withCommit()).append(')');
      }
    }
    note.insert(0, taken + (taken == 1 ? " finding waived" : " findings waived"));
    return row(gate, Optional.empty(), rest, noted(weight, note.toString())).without(waived);
  }

  private static String name(Gate gate, Verdict verdict) {
    return verdict.key().isEmpty() ? gate.id() : gate.id() + "." + verdict.key();
  }

  private static Verdict verdict(Gate gate, OwnershipReport report) {
    return OwnershipVerdict.of((OwnershipRule) gate.rule(), Observation.known(report));
  }

  /** A row that nothing can waive. */
  GateResult unwaivable(Gate gate, Verdict verdict, Weight weight) {
    return result(gate, gate.id(), Optional.empty(), verdict, Optional.empty(), weight);
  }

  private GateResult result(
      Gate gate,
      String row,
      Optional<String> subject,
      Verdict verdict,
      Optional<Waiver> waiver,
      Weight weight) {
    Outcome outcome = waiver.isPresent() ? Outcome.WAIVED : verdict.outcome();
    boolean softened = lenient && outcome == Outcome.UNKNOWN;
    return new GateResult(
        gate,
        row,
        subject,
        verdict,
        outcome,
        softened ? atMostWarn(weight.severity()) : weight.severity(),
        weight.blocking(),
        waiver,
        weight.note());
  }

  /** A weight with one more clause, which may be empty. */
  static Weight noted(Weight weight, String more) {
    String note =
        Stream.of(weight.note(), more).filter(n -> !n.isEmpty()).collect(Collectors.joining("; "));
    return new Weight(weight.blocking(), weight.severity(), note);
  }
}
