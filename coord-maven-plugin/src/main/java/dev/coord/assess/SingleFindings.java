package dev.coord.assess;

import dev.coord.evidence.Evidence;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.ToolFinding;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TestsRule;
import dev.coord.plan.Waiver;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Findings that can be waived one by one, by their names: tests that failed, were skipped, are
 * flaky or vanished, what tools found, contradicted claims and what is overdue. What is left is
 * judged again as if they were not there.
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

  /** The name of what a tool found: it does not change with lines. */
  static String name(ToolFinding found) {
    return found.check()
        + (found.place().isEmpty() ? "" : " in " + found.place())
        + (found.message().isEmpty() ? "" : ": " + found.message());
  }

  /** The names of those that a rule may count under a key, each with how many bear it. */
  static SortedMap<String, Long> names(
      Rule rule, String key, Evidence evidence, ScopeFilter scopes, PlanTally tally) {
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
    if (rule instanceof TestsRule of) {
      return counted(of, key, evidence, scopes).stream()
          .map(TestCase::qualifiedName)
          .collect(counted());
    }
    if (rule instanceof FindingsRule of) {
      return FindingCounts.meant(of, key, evidence, scopes).optional().orElse(List.of()).stream()
          .map(SingleFindings::name)
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

  /** The tests that a rule counts under a key, where the key counts a kind of them. */
  private static List<TestCase> counted(
      TestsRule rule, String key, Evidence evidence, ScopeFilter scopes) {
    Predicate<Outcome> kind =
        switch (key) {
          case "failed" -> Outcome::failed;
          case "skipped" -> Outcome.SKIPPED::equals;
          case "flaky" -> Outcome.FLAKY::equals;
          default -> outcome -> false;
        };
    return evidence
        .tests()
        .then(results -> TestCounts.inScope(results, rule.of(), scopes))
        .optional()
        .orElse(List.of())
        .stream()
        .filter(test -> kind.test(test.outcome()))
        .toList();
  }

  /** What is left of the evidence for a rule and its key. */
  static Evidence without(
      Rule rule, String key, Evidence evidence, ScopeFilter scopes, Map<String, Waiver> waived) {
    if (rule instanceof TestsRule of) {
      List<TestCase> counted = counted(of, key, evidence, scopes);
      return evidence.toBuilder()
          .tests(evidence.tests().map(tests -> without(tests, counted, waived)))
          .recordedTests(evidence.recordedTests().map(tests -> tests.without(waived.keySet())))
          .build();
    }
    if (rule instanceof FindingsRule of) {
      List<ToolFinding> counted =
          FindingCounts.meant(of, key, evidence, scopes).optional().orElse(List.of());
      return evidence.toBuilder()
          .findings(evidence.findings().map(results -> without(results, counted, waived)))
          .build();
    }
    return evidence;
  }

  /** What is left of the tests: those that are waived show nothing, neither good nor bad. */
  private static TestResults without(
      TestResults tests, List<TestCase> counted, Map<String, Waiver> waived) {
    Allowance left = Allowance.of(waived);
    Set<TestCase> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    counted.stream().filter(test -> left.takes(test.qualifiedName())).forEach(taken::add);
    return new TestResults(
        tests.reports(),
        tests.cases().stream().map(test -> taken.contains(test) ? excused(test) : test).toList());
  }

  /** What failed counts as not run; anything else is not what is counted any more. */
  private static TestCase excused(TestCase test) {
    return test.outcome().failed() ? test.skipped("waived") : test.passed();
  }

  private static FindingResults without(
      FindingResults results, List<ToolFinding> counted, Map<String, Waiver> waived) {
    Allowance left = Allowance.of(waived);
    Set<ToolFinding> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    counted.stream().filter(finding -> left.takes(name(finding))).forEach(taken::add);
    return results.with(
        results.findings().stream().filter(finding -> !taken.contains(finding)).toList());
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
