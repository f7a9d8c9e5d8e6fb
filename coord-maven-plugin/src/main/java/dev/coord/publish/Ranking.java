package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows of an assessment by what they do to the build, each kind in the plan's order. */
final class Ranking {

  private final Assessment assessment;

  Ranking(Assessment assessment) {
    this.assessment = assessment;
  }

  /** What fails this build: first what does not hold, then what cannot be told. */
  List<GateResult> breaking() {
    return Stream.concat(
            rows(g -> g.breaks() && g.outcome() == Outcome.FAILED),
            rows(g -> g.breaks() && g.outcome() == Outcome.UNKNOWN))
        .toList();
  }

  List<GateResult> warning() {
    return rows(GateResult::warns).toList();
  }

  List<GateResult> waived() {
    return rows(g -> g.outcome() == Outcome.WAIVED).toList();
  }

  List<GateResult> baselined() {
    return rows(g -> g.outcome() == Outcome.BASELINED).toList();
  }

  List<GateResult> passed() {
    return rows(g -> g.outcome() == Outcome.PASSED).toList();
  }

  /** What does not hold and is only to be shown. */
  List<GateResult> shown() {
    return rows(g -> g.wanting() && !g.breaks() && !g.warns()).toList();
  }

  /** How many rows could fail this build. */
  long canFail() {
    return rows(g -> g.blocking() && g.severity() == Severity.FAIL).count();
  }

  List<Finding> warningFindings() {
    return assessment.findings().stream().filter(f -> f.severity() == Severity.WARN).toList();
  }

  private Stream<GateResult> rows(Predicate<GateResult> which) {
    return assessment.gates().stream().filter(which);
  }
}
