package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.assess.SameReason;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TestsRule;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of a row of the gates on consoles. */
final class RowText {

  private RowText() {}

  /** The row's name; its subject is left out where it is what this build judges anyway. */
  static String label(Assessment assessment, GateResult gate) {
    return judged(assessment, gate) ? gate.row() : gate.label();
  }

  /** The names of rows that are told together; of one row the same as above. */
  static String label(Assessment assessment, SameReason rows) {
    return judged(assessment, rows.first()) ? rows.row() : rows.label();
  }

  private static boolean judged(Assessment assessment, GateResult gate) {
    return gate.subject().filter(assessment.judged().subject()::equals).isPresent();
  }

  /** What was seen; for an unknown, why and what to do. */
  static String summary(GateResult gate) {
    return gate.outcome() == Outcome.UNKNOWN ? gate.sentences() : gate.summary();
  }

  /** The summary without the figures in parentheses at its end. */
  static String shortSummary(GateResult gate) {
    String summary = gate.verdict().summary();
    int parenthesis = summary.lastIndexOf(" (");
    boolean compared = gate.verdict().gauge().isPresent() && parenthesis > 0;
    return compared ? summary.substring(0, parenthesis) : summary;
  }

  /** As many whole sentences of a remedy as fit; at least the first. */
  static String sentences(String remedy, int most) {
    if (remedy.length() <= most) {
      return remedy;
    }
    int fits = remedy.lastIndexOf(". ", most - 1);
    int end = fits < 0 ? remedy.indexOf(". ") : fits;
    return end < 0 ? remedy : remedy.substring(0, end + 1);
  }

  /** Whether the remedy says more than the figures do. */
  static boolean remedyHelps(GateResult gate) {
    Rule rule = gate.gate().rule();
    return gate.outcome() == Outcome.FAILED
        && !gate.verdict().remedy().isEmpty()
        && !(rule instanceof CoverageRule || rule instanceof TestsRule);
  }

  /**
   * The changed paths behind a failed gate on ownership, without those that are waived or known,
   * the most severe first.
   */
  static List<Trespass> violations(Assessment assessment, GateResult gate) {
    if (gate.outcome() != Outcome.FAILED || !(gate.gate().rule() instanceof OwnershipRule)) {
      return List.of();
    }
    List<Trespass> all =
        report(assessment, subject(assessment, gate))
            .map(OwnershipReport::violations)
            .orElse(List.of());
    return Trespass.mostSevereFirst(all).stream()
        .filter(trespass -> gate.waiverOf(trespass.path()).isEmpty() && !gate.knows(trespass))
        .toList();
  }

  /**
   * What tools of analysis found in committed files and a failed gate rests on, the worst first. A
   * gate of a combination of rules has its own line alone.
   */
  static List<Proof> found(GateResult gate) {
    if (gate.outcome() != Outcome.FAILED || !(gate.gate().rule() instanceof FindingsRule)) {
      return List.of();
    }
    return gate.verdict().proof().stream()
        .filter(proof -> proof.kind() == Proof.Kind.FILE && proof.location().isPresent())
        .toList();
  }

  /** The last lines of the command behind a gate that did not succeed. */
  static List<Proof> output(GateResult gate) {
    return gate.gate().rule() instanceof CommandRule
        ? gate.verdict().proof().stream().filter(p -> p.kind() == Proof.Kind.OUTPUT).toList()
        : List.of();
  }

  private static String subject(Assessment assessment, GateResult gate) {
    return gate.subject().orElse(assessment.judged().subject());
  }

  private static Optional<OwnershipReport> report(Assessment assessment, String subject) {
    return Stream.concat(
            assessment.workstream(subject).map(WorkstreamState::ownership).stream(),
            Stream.of(assessment.branch()))
        .map(Observation::optional)
        .flatMap(Optional::stream)
        .filter(report -> report.subject().equals(subject))
        .findFirst();
  }

  /**
   * The branch that the newest commit of a trespass is of: the one that a gate was judged for, or
   * what that was merged into, where the merge or squash itself did it.
   */
  static String branch(Assessment assessment, GateResult gate, Trespass trespass) {
    String subject = subject(assessment, gate);
    Optional<WorkstreamState> state = assessment.workstream(subject);
    return state
        .flatMap(WorkstreamState::branch)
        .filter(branch -> isByItsMerge(branch, trespass))
        .flatMap(branch -> branch.delta().optional())
        .map(BranchDelta::baseName)
        .or(() -> state.flatMap(known -> known.workstream().branch()))
        .or(() -> assessment.judged().branch())
        .orElse(subject);
  }

  private static boolean isByItsMerge(BranchEvidence branch, Trespass trespass) {
    Optional<String> newest = trespass.commits().stream().findFirst().map(Commit::id);
    boolean own = branch.tip().map(Commit::id).equals(newest);
    return newest.isPresent()
        && !own
        && branch.merge().optional().flatMap(MergeState::merge).map(Commit::id).equals(newest);
  }

  /** The newest commit that changed a path. */
  static String commit(Trespass trespass) {
    return trespass.commits().stream()
        .findFirst()
        .map(Commit::abbreviated)
        .orElse(trespass.committed() ? "by a merge" : "not committed yet");
  }

  /** The places behind a failed gate: the tests that it names, or new lines without a test. */
  static List<Proof> places(GateResult gate) {
    List<Proof> lines = newLines(gate);
    return lines.isEmpty() ? tests(gate) : lines;
  }

  /** Where new lines lack a test behind a failed gate, one for each file, the worst first. */
  static List<Proof> newLines(GateResult gate) {
    boolean changed =
        gate.gate().rule() instanceof CoverageRule coverage
            && coverage.changed().isPresent()
            && gate.outcome() == Outcome.FAILED;
    return changed
        ? gate.verdict().proof().stream().filter(p -> p.kind() == Proof.Kind.FILE).toList()
        : List.of();
  }

  /**
   * The tests behind a failed gate that counts them: as many proofs as were counted name one, and
   * of the slowest ones all do.
   */
  static List<Proof> tests(GateResult gate) {
    if (!(gate.gate().rule() instanceof TestsRule) || gate.outcome() != Outcome.FAILED) {
      return List.of();
    }
    List<Proof> proof = gate.verdict().proof();
    return switch (gate.verdict().key()) {
      case "slowest" -> proof;
      case "failed", "skipped", "flaky" -> proof.subList(0, Math.min(counted(gate), proof.size()));
      default -> List.of();
    };
  }

  /** How many tests a gate counted. */
  private static int counted(GateResult gate) {
    String measured = gate.verdict().measured();
    return measured.matches("[0-9]{1,9}") ? Integer.parseInt(measured) : 0;
  }
}
