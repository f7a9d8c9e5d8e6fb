package dev.coord.assess;

import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.plan.Workstream;
import dev.coord.rule.Territory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The tests of the parts of a project that somebody answers for, by their files; a test of two
 * counts in each, and one whose file nobody knows in none.
 */
public final class TestParts {

  private final Territory territory;

  /** By file: many tests are in one. */
  private final Map<String, List<String>> known = new HashMap<>();

  /**
   * Parts by the ownership of one version of the plan.
   *
   * @param territory the rulebook's
   */
  public TestParts(Territory territory) {
    this.territory = territory;
  }

  /** The workstreams that own the file of a test. */
  public List<String> workstreams(TestCase test) {
    return test.file()
        .map(file -> known.computeIfAbsent(file, territory::exclusiveOwnerIds))
        .orElse(List.of());
  }

  /** The people who own these workstreams. */
  public List<String> owners(TestCase test) {
    return workstreams(test).stream()
        .flatMap(id -> territory.plan().workstream(id).stream())
        .map(Workstream::owner)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Tests by workstream. */
  public SortedMap<String, List<TestCase>> byWorkstream(TestResults results) {
    return by(results, this::workstreams);
  }

  /** Tests by the person who owns workstreams. */
  public SortedMap<String, List<TestCase>> byOwner(TestResults results) {
    return by(results, this::owners);
  }

  /** Tests by class or module, as reported; empty for those of none. */
  public static SortedMap<String, List<TestCase>> bySuite(TestResults results) {
    return by(results, test -> List.of(test.className()));
  }

  private static SortedMap<String, List<TestCase>> by(
      TestResults results, Function<TestCase, List<String>> parts) {
    SortedMap<String, List<TestCase>> tests = new TreeMap<>();
    for (TestCase test : results.cases()) {
      parts
          .apply(test)
          .forEach(part -> tests.computeIfAbsent(part, any -> new ArrayList<>()).add(test));
    }
    return tests;
  }
}
