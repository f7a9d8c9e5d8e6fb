package dev.coord.assess;

import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import dev.coord.rule.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which waivers hold on a day. */
final class Waivers {

  private static final String HOLDS = "the gate holds";

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

  /** The waiver in force for a row; waivers of single findings are asked for apart. */
  Optional<Waiver> inForce(Gate gate, String row) {
    return matching(gate, row).filter(w -> w.isWhole() && holds(w)).findFirst();
  }

  /** The waivers in force for some paths of a row. */
  List<Waiver> forPaths(Gate gate, String row) {
    return matching(gate, row).filter(w -> !w.paths().isEmpty() && holds(w)).toList();
  }

  /** The waivers in force for single findings of a row, by the names of these. */
  Map<String, Waiver> forFindings(Gate gate, String row) {
    Map<String, Waiver> found = new TreeMap<>();
    matching(gate, row)
        .filter(this::holds)
        .forEach(
            w ->
                w.finding()
                    .ifPresent(
                        name -> found.merge(name, w, (a, b) -> a.count() < b.count() ? b : a)));
    return found;
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
   * Waivers that ran out, that will soon, or that match nothing.
   *
   * @param results all rows
   * @param used the waivers that waived something, and how many findings of their names were found
   */
  List<Finding> findings(List<GateResult> results, Map<Waiver, Long> used) {
    List<Finding> findings = new ArrayList<>();
    for (Waiver waiver : rulebook.waivers()) {
      Optional<String> idle =
          used.containsKey(waiver)
              ? Optional.empty()
              : idle(waiver, results.stream().filter(r -> isOf(waiver, r)).toList());
      if (!holds(waiver)) {
        findings.add(
            finding(
                waiver,
                "the waiver of " + name(waiver) + " ended on " + waiver.until(),
                "Remove it, or let " + waiver.owner() + " extend it."));
      } else if (idle.isPresent()) {
        findings.add(
            finding(
                waiver,
                "the waiver of " + name(waiver) + " matches nothing: " + idle.get(),
                "Remove it, or correct it."));
      } else if (waiver.count() > used.getOrDefault(waiver, (long) waiver.count())) {
        findings.add(
            finding(
                waiver,
                "the waiver of "
                    + name(waiver)
                    + " is for "
                    + waiver.count()
                    + ", and "
                    + used.get(waiver)
                    + " of that name "
                    + (used.get(waiver) == 1 ? "is" : "are")
                    + " found",
                "Lower its count, so that no more than these are waived."));
      } else if (!today.plusDays(Waiver.WARNED_BEFORE).isBefore(waiver.until())) {
        findings.add(
            finding(
                waiver,
                "the waiver of " + name(waiver) + " ends on " + waiver.until(),
                "See to it that the gate holds by then, or let " + waiver.owner() + " extend it."));
      }
    }
    return findings;
  }

  /** Why a waiver waives nothing; empty where nobody can tell what it is for. */
  private static Optional<String> idle(Waiver waiver, List<GateResult> rows) {
    if (rows.isEmpty()) {
      return Optional.of("no gate was judged by that name");
    }
    if (rows.stream().anyMatch(r -> r.verdict().outcome() == Outcome.UNKNOWN)) {
      return Optional.empty();
    }
    if (waiver.isWhole()) {
      return rows.stream().anyMatch(GateResult::wanting)
          ? Optional.empty()
          : Optional.of(
              rows.stream().anyMatch(r -> r.outcome() == Outcome.WAIVED)
                  ? "other waivers hold for it"
                  : HOLDS);
    }
    return Optional.of(
        waiver.finding().map(name -> idle(name, rows)).orElse("none of its paths is a violation"));
  }

  /** Findings of a gate that holds are not looked at, so nobody can say that there are none. */
  private static String idle(String finding, List<GateResult> rows) {
    if (rows.stream().anyMatch(r -> r.waivedFindings().containsKey(finding))) {
      return "another waiver holds for it";
    }
    return rows.stream().allMatch(r -> r.outcome() == Outcome.PASSED)
        ? HOLDS
        : "nothing of that name is found";
  }

  private static String name(Waiver waiver) {
    return waiver.gate() + waiver.finding().map(name -> " for \"" + name + "\"").orElse("");
  }

  private static boolean isOf(Waiver waiver, GateResult result) {
    return waiver.gate().equals(result.gate().id()) || waiver.gate().equals(result.row());
  }

  private static Finding finding(Waiver waiver, String text, String remedy) {
    return new Finding(
        Finding.Kind.WAIVER,
        Severity.WARN,
        waiver.gate(),
        text,
        remedy,
        Optional.of(waiver.origin().self()),
        List.of());
  }
}
