package dev.coord.assess;

import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which waivers hold on a day. */
final class Waivers {

  private final Plan rulebook;
  private final LocalDate today;

  /**
   * The waivers of a plan on a day.
   *
   * @param today the day of judging time in the project's zone
   */
  Waivers(Plan rulebook, LocalDate today) {
    this.rulebook = rulebook;
    this.today = today;
  }

  /** The waiver in force for a row; waivers of single paths are asked for apart. */
  Optional<Waiver> inForce(Gate gate, String row) {
    return matching(gate, row).filter(w -> w.paths().isEmpty() && holds(w)).findFirst();
  }

  /** The waivers in force for some paths of a row. */
  List<Waiver> forPaths(Gate gate, String row) {
    return matching(gate, row).filter(w -> !w.paths().isEmpty() && holds(w)).toList();
  }

  /** That a row's waiver ran out, as a clause; empty when none did. */
  String expired(Gate gate, String row) {
    return matching(gate, row)
        .filter(w -> !holds(w))
        .findFirst()
        .map(
            w ->
                "the waiver of "
                    + w.owner()
                    + " ended on "
                    + w.until()
                    + " ("
                    + w.origin().self().fileAndLine()
                    + ")")
        .orElse("");
  }

  private Stream<Waiver> matching(Gate gate, String row) {
    return rulebook.waivers().stream()
        .filter(w -> w.gate().equals(gate.id()) || w.gate().equals(row));
  }

  private boolean holds(Waiver waiver) {
    return !today.isAfter(waiver.until());
  }

  /** Waivers that ran out, or that nothing needs any more. */
  List<Finding> findings(List<GateResult> results) {
    List<Finding> findings = new ArrayList<>();
    for (Waiver waiver : rulebook.waivers()) {
      boolean used = results.stream().anyMatch(r -> r.waiver().equals(Optional.of(waiver)));
      boolean wanting =
          results.stream()
              .anyMatch(
                  r ->
                      r.wanting()
                          && (waiver.gate().equals(r.gate().id())
                              || waiver.gate().equals(r.row())));
      if (!holds(waiver)) {
        findings.add(
            finding(
                waiver,
                Severity.WARN,
                "the waiver of " + waiver.gate() + " ended on " + waiver.until(),
                "Remove it, or let " + waiver.owner() + " extend it."));
      } else if (!used && !wanting) {
        findings.add(
            finding(
                waiver,
                Severity.INFO,
                "the waiver of " + waiver.gate() + " is not needed: the gate holds",
                "Remove it."));
      }
    }
    return findings;
  }

  private static Finding finding(Waiver waiver, Severity severity, String text, String remedy) {
    return new Finding(
        Finding.Kind.WAIVER,
        severity,
        waiver.gate(),
        text,
        remedy,
        Optional.of(waiver.origin().self()),
        List.of());
  }
}
