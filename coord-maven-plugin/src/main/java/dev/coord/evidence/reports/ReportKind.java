package dev.coord.evidence.reports;

import dev.coord.path.PathPatterns;
import java.util.List;
import java.util.Set;

/**
 * What reports are about, and where the tools of common layouts put them.
 *
 * <p>The default places are those of Maven (Surefire, Failsafe, JaCoCo's goals), Gradle, pytest
 * with {@code --junitxml}, pytest-cov and coverage.py, and of the JUnit, LCOV and Cobertura
 * reporters of npm packages. SARIF is known by the names of its files, and by that of SpotBugs'
 * goal. A pattern without a slash means a file of that name in any directory.
 */
public enum ReportKind {
  /** Test reports in JUnit XML. */
  TESTS(
      "test report",
      "tests",
      "Run the tests",
      List.of(".xml"),
      "**/target/surefire-reports/TEST-*.xml",
      "**/target/failsafe-reports/TEST-*.xml",
      "**/build/test-results/**/TEST-*.xml",
      "junit.xml",
      "junit-*.xml",
      "pytest.xml",
      "pytest-report.xml",
      "pytest-results.xml",
      "test-results.xml"),
  /**
   * Coverage reports in JaCoCo, Cobertura or Clover XML, the format of LCOV, Go cover profiles or
   * coverage.py's JSON.
   */
  COVERAGE(
      "coverage report",
      "coverage",
      "Run the tests with coverage",
      List.of(".xml", ".info", ".lcov"),
      "**/target/site/jacoco/jacoco.xml",
      "**/target/site/jacoco-*/jacoco.xml",
      "**/build/reports/jacoco/**/*.xml",
      "coverage.xml",
      "cobertura.xml",
      "cobertura-coverage.xml",
      "clover.xml",
      "lcov.info",
      "coverage.lcov",
      "cover.out",
      "coverage.out",
      "coverage.json"),
  /** What tools of analysis found, in SARIF. */
  FINDINGS(
      "SARIF report",
      "findings",
      "Run the analysis",
      List.of(".sarif", ".sarif.json"),
      "*.sarif",
      "*.sarif.json",
      "**/target/spotbugsSarif.json"),
  /** Lists of pull requests that the command line of a forge exports as JSON. */
  PULL_REQUESTS(
      "list of pull requests",
      "pull_requests",
      "Export them",
      List.of(".json"),
      "pull-requests.json",
      "merge-requests.json"),
  /** Files that hold measured numbers; each rule names its own. */
  METRICS(
      "metrics file",
      "metrics",
      "Run what measures it",
      List.of(".json", ".csv", ".jtl", ".properties", ".prom", ".txt"));

  /**
   * Directories of data that tests read. A committed file in one of them is not taken for a report
   * unless the plan names it.
   */
  private static final Set<String> DATA_DIRECTORIES =
      Set.of("__fixtures__", "fixtures", "resources", "test-data", "test_data", "testdata");

  private final String noun;
  private final String key;
  private final String action;
  private final List<String> endings;
  private final PathPatterns defaults;

  ReportKind(String noun, String key, String action, List<String> endings, String... defaults) {
    this.noun = noun;
    this.key = key;
    this.action = action;
    this.endings = endings;
    this.defaults = PathPatterns.of(defaults);
  }

  /** What one is called: {@code test report}. */
  public String noun() {
    return noun;
  }

  /** Its key below {@code evidence} in the plan. */
  public String key() {
    return key;
  }

  /** The key under which the plan says where such reports are: {@code evidence.tests}. */
  public String place() {
    return this == METRICS ? "file" : "evidence." + key;
  }

  /** What writes such reports, as the beginning of a sentence: {@code Run the tests}. */
  public String action() {
    return action;
  }

  /**
   * How the names of the files end that are reports of this kind wherever a whole directory is
   * named.
   */
  List<String> endings() {
    return endings;
  }

  /** Where reports are looked for when the plan does not say it. */
  public PathPatterns defaults() {
    return defaults;
  }

  /** Whether a committed file is data of a test that only looks like a report of this kind. */
  static boolean isTestData(String path) {
    int end = path.lastIndexOf('/');
    for (int start = 0; start <= end; ) {
      int slash = path.indexOf('/', start);
      if (DATA_DIRECTORIES.contains(path.substring(start, slash))) {
        return true;
      }
      start = slash + 1;
    }
    return false;
  }
}
