package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Proof;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.site.PlanLines;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A test that a failed gate rests on, as forges show it.
 *
 * @param name how it is addressed
 * @param text its name, and what it says
 * @param place its source file, where that is known, with the line where it failed as far as its
 *     report tells; else the line of the plan
 */
record FailedTest(String name, String text, Location place) {

  FailedTest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(place, "place");
  }

  /** The tests that a gate names. A report is no place: it is not in the repository. */
  static List<FailedTest> of(Assessment assessment, GateResult gate) {
    List<Proof> tests = RowText.tests(gate);
    List<TestCase> cases =
        tests.isEmpty()
            ? List.of()
            : assessment.evidence().tests().optional().map(TestResults::cases).orElse(List.of());
    return tests.stream().map(proof -> of(gate, proof, cases)).toList();
  }

  private static FailedTest of(GateResult gate, Proof proof, List<TestCase> cases) {
    Optional<TestCase> test =
        cases.stream()
            .filter(t -> proof.text().startsWith(t.qualifiedName()))
            .filter(t -> proof.text().substring(t.qualifiedName().length()).equals(said(t)))
            .findFirst();
    return new FailedTest(
        test.map(TestCase::qualifiedName).orElse(proof.text()),
        proof.text(),
        test.flatMap(TestCase::place).orElseGet(() -> PlanLines.of(gate)));
  }

  private static String said(TestCase test) {
    return test.message().isEmpty() ? "" : ": " + test.message();
  }
}
