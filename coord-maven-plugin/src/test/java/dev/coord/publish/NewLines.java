package dev.coord.publish;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Assessment;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Proof;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.testing.Rules;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds that fail by new lines without a test. */
final class NewLines {

  private NewLines() {}

  /** A gate on changed lines that fails by so many files; two lines of each lack a test. */
  static Assessment uncovered(int files) {
    Stream<Proof> lines =
        IntStream.rangeClosed(1, files)
            .mapToObj(
                i ->
                    Proof.file(
                        "new and not covered: " + (10 + i) + "-" + (11 + i),
                        Location.of("src/F" + i + ".java", 10 + i, 1)));
    Proof report = Proof.report("JaCoCo XML", Location.ofFile("target/jacoco.xml"));
    Verdict verdict =
        new Verdict(
            "lines",
            Outcome.FAILED,
            "50%",
            ">= 80%",
            "50% < 80%",
            Stream.concat(lines, Stream.of(report)).toList(),
            "Test it.",
            Optional.empty());
    return new AssessmentDraft(SampleAssessments.empty())
        .gates(SampleRows.row(gate(), verdict, true))
        .build();
  }

  private static Gate gate() {
    CoverageRule all = SampleRules.coverageRule();
    CoverageRule changed =
        new CoverageRule(
            all.origin(),
            all.lines(),
            Optional.empty(),
            Optional.empty(),
            Rules.EVERYTHING,
            Optional.of(new ChangedScope(0, ChangedScope.Unmeasured.UNKNOWN)),
            false);
    return SampleRules.gate("g", changed, Severity.FAIL);
  }
}
