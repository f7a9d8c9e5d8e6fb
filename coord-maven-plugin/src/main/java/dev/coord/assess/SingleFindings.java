package dev.coord.assess;

import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TestsRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Findings that can be waived one by one, by their names: failing and vanished tests, contradicted
 * claims and what is overdue. What is left is judged again as if they were not there.
 */
final class SingleFindings {

  private SingleFindings() {}

  /** The name of a contradicted claim. */
  static String name(ClaimCheck claim) {
    return claim.subject() + ": " + claim.claim();
  }

  /** The name of something overdue: it does not change with what became of it since. */
  static String name(Finding late) {
    return KnownFindings.stateless(late.text());
  }

  /** The names of those that a rule may count under a key. */
  static Set<String> names(Rule rule, String key, Evidence evidence, PlanTally tally) {
    Observation<TestResults> tests = evidence.tests();
    if (rule instanceof TestsRule && key.equals("vanished")) {
      return tests
          .then(now -> evidence.recordedTests().map(before -> TestChanges.of(now, before)))
          .optional()
          .map(TestChanges::vanished)
          .orElse(List.of())
          .stream()
          .map(TestChanges.Named::name)
          .collect(Collectors.toCollection(TreeSet::new));
    }
    if (rule instanceof TestsRule && key.equals("failed")) {
      return tests.optional().map(TestResults::cases).orElse(List.of()).stream()
          .filter(test -> test.outcome().failed())
          .map(TestCase::qualifiedName)
          .collect(Collectors.toCollection(TreeSet::new));
    }
    if (rule instanceof PlanRule && key.equals("contradictions")) {
      return tally.claims().stream()
          .filter(claim -> claim.agreement() == ClaimCheck.Agreement.CONTRADICTS)
          .map(SingleFindings::name)
          .collect(Collectors.toCollection(TreeSet::new));
    }
    return rule instanceof PlanRule && key.equals("overdue")
        ? tally.overdue().stream()
            .map(SingleFindings::name)
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  /** What is left of the tests: those that are waived show nothing, neither good nor bad. */
  static TestResults without(TestResults tests, Set<String> names) {
    return new TestResults(
        tests.reports(),
        tests.cases().stream()
            .map(
                test ->
                    test.outcome().failed() && names.contains(test.qualifiedName())
                        ? test.skipped("waived")
                        : test)
            .toList());
  }

  /** What is left of what was found of the plan. */
  static PlanTally without(PlanTally tally, Set<String> names) {
    return new PlanTally(
        tally.claims().stream()
            .filter(
                claim ->
                    claim.agreement() != ClaimCheck.Agreement.CONTRADICTS
                        || !names.contains(name(claim)))
            .toList(),
        tally.untold(),
        tally.overdue().stream().filter(late -> !names.contains(name(late))).toList());
  }
}
