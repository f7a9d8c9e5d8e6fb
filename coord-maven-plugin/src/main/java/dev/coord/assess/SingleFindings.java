package dev.coord.assess;

import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TestsRule;
import dev.coord.plan.Waiver;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
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

  /** The names of those that a rule may count under a key, each with how many bear it. */
  static SortedMap<String, Long> names(Rule rule, String key, Evidence evidence, PlanTally tally) {
    Observation<TestResults> tests = evidence.tests();
    if (rule instanceof TestsRule && key.equals("vanished")) {
      return tests
          .then(now -> evidence.recordedTests().map(before -> TestChanges.of(now, before)))
          .optional()
          .map(TestChanges::vanished)
          .orElse(List.of())
          .stream()
          .map(TestChanges.Named::name)
          .collect(counted());
    }
    if (rule instanceof TestsRule && key.equals("failed")) {
      return tests.optional().map(TestResults::cases).orElse(List.of()).stream()
          .filter(test -> test.outcome().failed())
          .map(TestCase::qualifiedName)
          .collect(counted());
    }
    if (rule instanceof PlanRule && key.equals("contradictions")) {
      return tally.claims().stream()
          .filter(claim -> claim.agreement() == ClaimCheck.Agreement.CONTRADICTS)
          .map(SingleFindings::name)
          .collect(counted());
    }
    return rule instanceof PlanRule && key.equals("overdue")
        ? tally.overdue().stream().map(SingleFindings::name).collect(counted())
        : Collections.emptySortedMap();
  }

  private static Collector<String, ?, SortedMap<String, Long>> counted() {
    return Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting());
  }

  /** What is left of the tests: those that are waived show nothing, neither good nor bad. */
  static TestResults without(TestResults tests, Map<String, Waiver> waived) {
    Allowance left = Allowance.of(waived);
    return new TestResults(
        tests.reports(),
        tests.cases().stream()
            .map(
                test ->
                    test.outcome().failed() && left.takes(test.qualifiedName())
                        ? test.skipped("waived")
                        : test)
            .toList());
  }

  /** What is left of what was found of the plan. */
  static PlanTally without(PlanTally tally, Map<String, Waiver> waived) {
    Allowance claims = Allowance.of(waived);
    Allowance late = Allowance.of(waived);
    return new PlanTally(
        tally.claims().stream()
            .filter(
                claim ->
                    claim.agreement() != ClaimCheck.Agreement.CONTRADICTS
                        || !claims.takes(name(claim)))
            .toList(),
        tally.untold(),
        tally.overdue().stream().filter(one -> !late.takes(name(one))).toList());
  }
}
