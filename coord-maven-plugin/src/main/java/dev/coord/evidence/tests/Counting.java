package dev.coord.evidence.tests;

import dev.coord.evidence.xml.Element;
import java.util.List;
import java.util.regex.Pattern;

/** What a suite means by the number of its tests, told by the attributes that a tool gives it. */
enum Counting {
  /** The test cases that it lists, and perhaps each time that one of them was run again. */
  CASES,
  /** The test cases but for those to be written ({@code test.todo}), as jest-junit does. */
  CASES_BUT_TODOS,
  /** Requests, with or without tests: so the root that Newman writes, but not its suites. */
  REQUESTS,
  /**
   * Something else: pytest counts subtests, and a test and its broken teardown; Catch2 and doctest
   * count assertions.
   */
  ANYTHING;

  private static final List<String> RESULTS = List.of("failures", "errors", "skipped");
  private static final List<String> JEST_ROOT = List.of("name", "tests", "failures", "time");
  private static final List<String> JEST_SUITE =
      List.of("name", "tests", "failures", "errors", "skipped", "time");

  /** jest-junit leaves out the zone. */
  private static final Pattern JEST_TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}");

  /** What the outermost suite counts. */
  static Counting ofRoot(Element root) {
    if (!root.name().equals("testsuites")) {
      return ofSuite(root);
    }
    if (root.text("name").equals("pytest tests")) {
      return ANYTHING;
    }
    if (RESULTS.stream().noneMatch(count -> root.attribute(count).isPresent())) {
      return REQUESTS;
    }
    return hasAll(root, JEST_ROOT) ? CASES_BUT_TODOS : ofSuite(root);
  }

  /** What a suite in this kind of root counts. */
  Counting ofInner(Element suite) {
    if (this == ANYTHING) {
      return this;
    }
    Counting own = ofSuite(suite);
    boolean jest =
        this == CASES_BUT_TODOS
            && hasAll(suite, JEST_SUITE)
            && suite.attribute("hostname").isEmpty()
            && JEST_TIME.matcher(suite.text("timestamp")).matches();
    return own == CASES && jest ? CASES_BUT_TODOS : own;
  }

  private static Counting ofSuite(Element suite) {
    boolean pytest = suite.text("name").equals("pytest");
    boolean catch2 = suite.text("hostname").equals("tbd");
    boolean doctest = suite.attribute("doctest_version").isPresent();
    return pytest || catch2 || doctest ? ANYTHING : CASES;
  }

  private static boolean hasAll(Element suite, List<String> attributes) {
    return attributes.stream().allMatch(name -> suite.attribute(name).isPresent());
  }
}
