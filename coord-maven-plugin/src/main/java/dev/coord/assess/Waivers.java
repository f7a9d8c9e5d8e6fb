package dev.coord.assess;

import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** That a row's waiver ran out, the last to do so, as a clause; empty when none did. */
  String expired(Gate gate, String row) {
    return matching(gate, row)
        .filter(w -> !holds(w))
        .max(Comparator.comparing(Waiver::until))
        .map(
            w ->
                "the waiver of "
                    + w.owner()
                    + " ended on "
                    + w.until()
                    + " ("
                    + w.origin().self().withCommit()
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

  /**
   * Waivers that ran out, or that nothing needs any more.
   *
   * @param results all rows
   * @param used the waivers that waived something
   */
  List<Finding> findings(List<GateResult> results, Set<Waiver> used) {
    List<Finding> findings = new ArrayList<>();
    for (Waiver waiver : rulebook.waivers()) {
      List<GateResult> rows = results.stream().filter(r -> isOf(waiver, r)).toList();
      if (!holds(waiver)) {
        findings.add(
            finding(
                waiver,
                Severity.WARN,
                "the waiver of " + waiver.gate() + " ended on " + waiver.until(),
                "Remove it, or let " + waiver.owner() + " extend it."));
      } else if (!used.contains(waiver) && rows.stream().noneMatch(GateResult::wanting)) {
        String why =
            rows.isEmpty()
                ? "no gate was judged by that name"
                : waiver.paths().isEmpty() ? "the gate holds" : "none of its paths is a violation";
        findings.add(
            finding(
                waiver,
                Severity.INFO,
                "the waiver of " + waiver.gate() + " is not needed: " + why,
                "Remove it."));
      }
    }
    return findings;
  }

  private static boolean isOf(Waiver waiver, GateResult result) {
    return waiver.gate().equals(result.gate().id()) || waiver.gate().equals(result.row());
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
