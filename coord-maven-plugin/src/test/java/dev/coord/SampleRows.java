package dev.coord;

import static dev.coord.SamplePlan.line;

import dev.coord.assess.GateResult;
import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.Gate;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rows of the gates of a small shop, for tests. */
public final class SampleRows {

  private SampleRows() {}

  public static Verdict passed(String key, String measured, String required, String summary) {
    return new Verdict(
        key,
        Outcome.PASSED,
        measured,
        required,
        summary,
        List.of(SampleEvidence.COVERAGE_REPORT),
        "",
        Optional.of(new Verdict.Gauge(880, 800, Operator.AT_LEAST)));
  }

  public static Verdict failed(
      String key, String measured, String required, String summary, String remedy) {
    return new Verdict(
        key,
        Outcome.FAILED,
        measured,
        required,
        summary,
        List.of(SampleEvidence.COVERAGE_REPORT),
        remedy,
        Optional.of(new Verdict.Gauge(548, 800, Operator.AT_LEAST)));
  }

  public static Verdict unjudged(String key, String required) {
    return new Verdict(
        key,
        Outcome.UNKNOWN,
        "no JUnit XML report was found",
        required,
        "no JUnit XML report was found",
        List.of(),
        "Run mvn verify.",
        Optional.empty());
  }

  public static Verdict plain(
      Outcome outcome, String seen, String required, List<Proof> proof, String remedy) {
    return new Verdict("", outcome, seen, required, seen, proof, remedy, Optional.empty());
  }

  public static GateResult row(Gate gate, Verdict verdict, boolean blocking) {
    String key = verdict.key().isEmpty() ? "" : "." + verdict.key();
    return new GateResult(
        gate,
        gate.id() + key,
        Optional.empty(),
        verdict,
        verdict.outcome(),
        gate.severity(),
        blocking,
        Optional.empty(),
        "");
  }

  public static GateResult forSubject(GateResult row, String subject) {
    return new GateResult(
        row.gate(),
        row.row(),
        Optional.of(subject),
        row.verdict(),
        row.outcome(),
        row.severity(),
        row.blocking(),
        row.waiver(),
        row.note());
  }

  public static GateResult waived(GateResult row) {
    return new GateResult(
        row.gate(),
        row.row(),
        row.subject(),
        row.verdict(),
        Outcome.WAIVED,
        row.severity(),
        row.blocking(),
        Optional.of(SampleRules.waiver()),
        row.note());
  }

  /** The same row with a changed path taken out of it by a waiver. */
  public static GateResult waiving(GateResult row, String path) {
    return new GateResult(
        row.gate(),
        row.row(),
        row.subject(),
        row.verdict(),
        row.outcome(),
        row.severity(),
        row.blocking(),
        row.waiver(),
        "1 violation waived",
        new TreeMap<>(Map.of(path, SampleRules.waiver())),
        Optional.empty());
  }

  public static Verdict linesPassed() {
    return passed("lines", "88.5%", ">= 80%", "88.5% >= 80% (1944/2197 lines)");
  }

  public static Verdict ownershipPassed(String subject) {
    return plain(
        Outcome.PASSED,
        "3 files changed by " + subject,
        "no violation",
        List.of(Proof.plan("the rule", line("coord/gates.yml", 12))),
        "");
  }

  public static GateResult ownershipFailed(Gate ownership) {
    return forSubject(
        row(
            ownership,
            plain(
                Outcome.FAILED,
                "1 file of catalog, 1 file shared but not coordinated changed by checkout",
                "no violation",
                List.of(
                    Proof.file(
                        "catalog/Money.java: owned by catalog", line("coord/catalog.yml", 12))),
                "Undo the change, or let catalog make it (coord/catalog.yml:12)."),
            true),
        "checkout");
  }
}
