package dev.coord.evidence;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of the tests of a former run. Whoever can push notes can write them: they are attested.
 *
 * @param commit full id of the commit that was judged
 * @param day the day of its judging time, in the project's zone
 * @param suites the tests by class and source, in order; none is empty
 */
public record RecordedTests(String commit, LocalDate day, List<Suite> suites) {

  private static final int ABBREVIATED = 7;

  /**
   * The tests of one class in one file; several tests of one name are one.
   *
   * @param className the class or module, as reported; may be empty
   * @param file repository path of its source then, where exactly one tracked file fitted
   * @param names at least one
   */
  public record Suite(String className, Optional<String> file, List<String> names)
      implements Comparable<Suite> {

    private static final Comparator<Suite> ORDER =
        Comparator.comparing(Suite::className).thenComparing(suite -> suite.file().orElse(""));

    /**
     * Sorts the names.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Suite {
      Objects.requireNonNull(className, "className");
      Objects.requireNonNull(file, "file");
      names = List.copyOf(new TreeSet<>(names));
      if (names.isEmpty()) {
        throw new IllegalArgumentException("a class without tests");
      }
    }

    /** How a test of it is addressed: {@code class#name}. */
    public String qualified(String name) {
      return TestCase.qualified(className, name);
    }

    /** Orders by class, then file. */
    @Override
    public int compareTo(Suite other) {
      return ORDER.compare(this, other);
    }
  }

  /** Sorts the suites. */
  public RecordedTests {
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(day, "day");
    suites = suites.stream().sorted().toList();
  }

  /** The names of the tests of a run. */
  public static RecordedTests of(String commit, LocalDate day, TestResults tests) {
    SortedMap<String, SortedMap<String, SortedSet<String>>> byClass = new TreeMap<>();
    for (TestCase test : tests.cases()) {
      byClass
          .computeIfAbsent(whole(test.className()), any -> new TreeMap<>())
          .computeIfAbsent(test.file().orElse(""), any -> new TreeSet<>())
          .add(whole(test.name()));
    }
    List<Suite> suites = new ArrayList<>();
    byClass.forEach(
        (name, files) ->
            files.forEach(
                (file, tested) ->
                    suites.add(
                        new Suite(
                            name,
                            Optional.of(file).filter(path -> !path.isEmpty()),
                            List.copyOf(tested)))));
    return new RecordedTests(commit, day, suites);
  }

  /** Halves of surrogate pairs, as where a name was cut off, are no characters that come back. */
  private static String whole(String text) {
    return text.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        : text;
  }

  /** How many names there are. */
  public long size() {
    return suites.stream().mapToLong(suite -> suite.names().size()).sum();
  }

  /** The same without tests of these names ({@code class#name}). */
  public RecordedTests without(Set<String> names) {
    List<Suite> left = new ArrayList<>();
    for (Suite suite : suites) {
      List<String> kept =
          suite.names().stream().filter(name -> !names.contains(suite.qualified(name))).toList();
      if (!kept.isEmpty()) {
        left.add(new Suite(suite.className(), suite.file(), kept));
      }
    }
    return new RecordedTests(commit, day, left);
  }

  /** {@code 4f2a9c1 of 2026-01-20}. */
  public String when() {
    return commit.substring(0, Math.min(ABBREVIATED, commit.length())) + " of " + day;
  }
}
