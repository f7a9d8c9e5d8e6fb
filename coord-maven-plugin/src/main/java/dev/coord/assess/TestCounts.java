package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.plan.Scope;
import dev.coord.rule.Facts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts the tests of a scope. */
final class TestCounts {

  private static final int MOST_FAILURES = 20;

  private TestCounts() {}

  static Observation<Facts.Tests> of(TestResults results, Scope of, ScopeFilter scopes) {
    if (of instanceof Scope.Everything) {
      return Observation.known(count(results, results.cases()));
    }
    if (of instanceof Scope.OfNames names) {
      Predicate<String> inScope = ScopeFilter.names(names);
      return Observation.known(
          count(
              results,
              results.cases().stream().filter(t -> inScope.test(t.qualifiedName())).toList()));
    }
    List<TestCase> homeless = results.cases().stream().filter(t -> t.file().isEmpty()).toList();
    if (!homeless.isEmpty()) {
      return Observation.unknown(
          "nobody can tell which file "
              + homeless.get(0).qualifiedName()
              + " is in"
              + (homeless.size() > 1 ? ", and " + (homeless.size() - 1) + " more" : ""),
          "Name the tests instead: of: {names: [...]}.");
    }
    Predicate<String> inScope = scopes.paths(of);
    return Observation.known(
        count(
            results,
            results.cases().stream().filter(t -> t.file().filter(inScope).isPresent()).toList()));
  }

  private static Facts.Tests count(TestResults results, List<TestCase> cases) {
    long passed = cases.stream().filter(t -> t.outcome().passed()).count();
    long failed = cases.stream().filter(t -> t.outcome().failed()).count();
    long skipped = cases.stream().filter(t -> t.outcome() == TestCase.Outcome.SKIPPED).count();
    long flaky = cases.stream().filter(t -> t.outcome() == TestCase.Outcome.FLAKY).count();
    Duration duration =
        cases.stream().map(TestCase::duration).reduce(Duration.ZERO, Duration::plus);
    return new Facts.Tests(passed, failed, skipped, flaky, duration, proof(results, cases));
  }

  private static List<Proof> proof(TestResults results, List<TestCase> cases) {
    List<Proof> proof = new ArrayList<>();
    cases.stream()
        .filter(t -> t.outcome().failed())
        .limit(MOST_FAILURES)
        .map(
            t ->
                new Proof(
                    Proof.Kind.REPORT,
                    Proof.Strength.OBSERVED,
                    t.qualifiedName() + (t.message().isEmpty() ? "" : ": " + t.message()),
                    Optional.of(Location.ofFile(t.report())),
                    Optional.empty()))
        .forEach(proof::add);
    if (proof.isEmpty()) {
      int reports = results.reports().size();
      proof.add(
          Proof.report(
              reports + (reports == 1 ? " report" : " reports"),
              Location.ofFile(results.reports().get(0).path())));
    }
    return proof;
  }
}
