package dev.coord.assess;

import dev.coord.diagnostic.Enumerated;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.plan.Scope;
import dev.coord.rule.Facts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts the tests of a scope. */
final class TestCounts {

  private static final int MOST_NAMED = 20;

  private TestCounts() {}

  static Observation<Facts.Tests> of(TestResults results, Scope of, ScopeFilter scopes) {
    return inScope(results, of, scopes).map(cases -> count(results, cases));
  }

  /** The tests of a scope; unknown where that of one cannot be told. */
  static Observation<List<TestCase>> inScope(TestResults results, Scope of, ScopeFilter scopes) {
    if (of instanceof Scope.Everything) {
      return Observation.known(results.cases());
    }
    if (of instanceof Scope.OfNames names) {
      Predicate<String> inScope = ScopeFilter.names(names);
      return Observation.known(
          results.cases().stream().filter(t -> inScope.test(t.qualifiedName())).toList());
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
        results.cases().stream().filter(t -> t.file().filter(inScope).isPresent()).toList());
  }

  private static Facts.Tests count(TestResults results, List<TestCase> cases) {
    long passed = cases.stream().filter(t -> t.outcome().passed()).count();
    long failed = cases.stream().filter(t -> t.outcome().failed()).count();
    long skipped = cases.stream().filter(t -> t.outcome() == TestCase.Outcome.SKIPPED).count();
    long flaky = cases.stream().filter(t -> t.outcome() == TestCase.Outcome.FLAKY).count();
    Duration duration =
        cases.stream().map(TestCase::duration).reduce(Duration.ZERO, Duration::plus);
    return new Facts.Tests(
        passed,
        failed,
        skipped,
        flaky,
        duration,
        reports(results),
        proofs(cases.stream().filter(t -> t.outcome().failed())),
        proofs(cases.stream().filter(t -> t.outcome() == TestCase.Outcome.SKIPPED)),
        proofs(cases.stream().filter(t -> t.outcome() == TestCase.Outcome.FLAKY)),
        slowest(cases),
        names(run(cases).filter(t -> !t.timed())));
  }

  /** What became of the tests since a recorded run. */
  static Facts.TestChange change(TestResults results, TestChanges changes) {
    List<Proof> proof = new ArrayList<>();
    proof.add(Proof.commit("recorded tests", changes.before().commit()).attested());
    proof.addAll(reports(results));
    return new Facts.TestChange(
        changes.vanished().size(),
        named(changes.vanished(), changes.before().commit()),
        changes.fresh().size(),
        named(changes.fresh(), changes.before().commit()),
        changes.compared(),
        changes.before().when(),
        renamed(changes),
        proof);
  }

  /** What is new rests on the record, too, which does not have it. */
  private static List<Proof> named(List<TestChanges.Named> tests, String record) {
    return tests.stream()
        .limit(MOST_NAMED)
        .map(test -> Proof.commit(test.name(), record).attested())
        .toList();
  }

  private static String renamed(TestChanges changes) {
    Set<String> gone = new HashSet<>();
    changes.vanished().forEach(test -> gone.add(type(test.name())));
    List<String> classes =
        changes.renamed().entrySet().stream()
            .filter(pair -> gone.contains(pair.getKey()))
            .map(pair -> pair.getKey() + " as " + pair.getValue())
            .toList();
    return classes.isEmpty() ? "" : "perhaps renamed: " + Enumerated.of(classes);
  }

  private static String type(String name) {
    return name.contains("#") ? name.substring(0, name.indexOf('#')) : name;
  }

  /** Tests that were not run have no time, whatever their report says. */
  private static Facts.Slowest slowest(List<TestCase> cases) {
    List<TestCase> run = run(cases).toList();
    Duration longest =
        run.stream().map(TestCase::duration).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    return new Facts.Slowest(
        longest, proofs(run.stream().filter(t -> t.duration().equals(longest))));
  }

  private static Stream<TestCase> run(List<TestCase> cases) {
    return cases.stream().filter(t -> t.outcome() != TestCase.Outcome.SKIPPED);
  }

  private static List<Proof> reports(TestResults results) {
    int reports = results.reports().size();
    return List.of(
        Proof.report(
            reports + (reports == 1 ? " report" : " reports"),
            Location.ofFile(results.reports().get(0).path())));
  }

  /** Where it matters which tests they are, and not how they ended. */
  private static List<Proof> names(Stream<TestCase> tests) {
    return tests
        .limit(MOST_NAMED)
        .map(t -> Proof.report(t.qualifiedName(), Location.ofFile(t.report())))
        .toList();
  }

  private static List<Proof> proofs(Stream<TestCase> tests) {
    return tests
        .limit(MOST_NAMED)
        .map(
            t ->
                Proof.report(
                    t.qualifiedName() + (t.message().isEmpty() ? "" : ": " + t.message()),
                    Location.ofFile(t.report())))
        .toList();
  }
}
