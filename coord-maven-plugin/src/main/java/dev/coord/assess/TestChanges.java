package dev.coord.assess;

import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedTests;
import dev.coord.evidence.RecordedTests.Suite;
import dev.coord.evidence.TestResults;
import dev.coord.plan.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What became of the tests since the last recorded run, by their names: several tests of one name
 * are one, and what was renamed has vanished and is new.
 *
 * @param before the recorded run
 * @param compared how many tests of the part it had
 * @param vanished what it had that is not there any more, in the order of their names
 * @param fresh what is there that it had not, in the order of their names
 * @param renamed classes of which all tests vanished, each with the one new class that has tests of
 *     the same names
 */
public record TestChanges(
    RecordedTests before,
    long compared,
    List<Named> vanished,
    List<Named> fresh,
    SortedMap<String, String> renamed) {

  /**
   * A test.
   *
   * @param name {@code class#name}
   * @param file repository path of its source, where it is known
   */
  public record Named(String name, Optional<String> file) {
    /** Checks that both are there. */
    public Named {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(file, "file");
    }
  }

  /** Copies the collections. */
  public TestChanges {
    Objects.requireNonNull(before, "before");
    vanished = List.copyOf(vanished);
    fresh = List.copyOf(fresh);
    renamed = new TreeMap<>(renamed);
  }

  /** All tests of both runs. */
  public static TestChanges of(TestResults now, RecordedTests before) {
    RecordedTests here = RecordedTests.of(before.commit(), before.day(), now);
    return new TestChanges(
        before, before.size(), missing(before, here), missing(here, before), renamed(before, here));
  }

  /**
   * The tests of a part.
   *
   * @return unknown when files are meant and that of a test is not known that came or went
   */
  Observation<TestChanges> in(Scope of, ScopeFilter scopes) {
    if (of instanceof Scope.Everything) {
      return Observation.known(this);
    }
    Predicate<Named> inScope;
    if (of instanceof Scope.OfNames names) {
      Predicate<String> fits = ScopeFilter.names(names);
      inScope = test -> fits.test(test.name());
    } else {
      Optional<Named> homeless =
          vanished.stream()
              .filter(test -> test.file().isEmpty())
              .findFirst()
              .or(() -> fresh.stream().filter(test -> test.file().isEmpty()).findFirst());
      if (homeless.isPresent()) {
        return Observation.unknown(
            "nobody can tell which file " + homeless.get().name() + " is in",
            "Name the tests instead: of: {names: [...]}.");
      }
      Predicate<String> fits = scopes.paths(of);
      inScope = test -> test.file().filter(fits).isPresent();
    }
    return Observation.known(
        new TestChanges(
            before,
            all(before).filter(inScope).count(),
            vanished.stream().filter(inScope).toList(),
            fresh.stream().filter(inScope).toList(),
            renamed));
  }

  private static Stream<Named> all(RecordedTests tests) {
    return tests.suites().stream()
        .flatMap(
            suite ->
                suite.names().stream().map(name -> new Named(suite.qualified(name), suite.file())));
  }

  /** What one run has and another one has not, by name. */
  private static List<Named> missing(RecordedTests one, RecordedTests other) {
    Set<String> there = new HashSet<>();
    all(other).forEach(test -> there.add(test.name()));
    SortedMap<String, Named> missing = new TreeMap<>();
    all(one)
        .filter(test -> !there.contains(test.name()))
        .forEach(test -> missing.putIfAbsent(test.name(), test));
    return List.copyOf(missing.values());
  }

  /** Classes that went and came as a whole, with the same tests and nobody else with them. */
  private static SortedMap<String, String> renamed(RecordedTests before, RecordedTests now) {
    Map<List<String>, List<String>> gone = alone(before, now);
    Map<List<String>, List<String>> come = alone(now, before);
    SortedMap<String, String> renamed = new TreeMap<>();
    gone.forEach(
        (names, classes) -> {
          List<String> others = come.getOrDefault(names, List.of());
          if (classes.size() == 1 && others.size() == 1) {
            renamed.put(classes.get(0), others.get(0));
          }
        });
    return renamed;
  }

  /** The classes that only one run has, by the names of their tests. */
  private static Map<List<String>, List<String>> alone(RecordedTests one, RecordedTests other) {
    Set<String> there = new HashSet<>();
    other.suites().forEach(suite -> there.add(suite.className()));
    Map<List<String>, List<String>> alone = new HashMap<>();
    for (Suite suite : one.suites()) {
      if (!suite.className().isEmpty() && !there.contains(suite.className())) {
        alone.computeIfAbsent(suite.names(), any -> new ArrayList<>()).add(suite.className());
      }
    }
    return alone;
  }
}
