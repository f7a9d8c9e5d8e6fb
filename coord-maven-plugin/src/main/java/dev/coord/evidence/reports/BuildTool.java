package dev.coord.evidence.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What builds a project, told from a file in its work tree's root, and how it writes reports. */
enum BuildTool {
  MAVEN(
      "mvn verify",
      "mvn clean verify",
      "**/target/surefire-reports/TEST-*.xml",
      "**/target/site/jacoco/jacoco.xml",
      "pom.xml"),
  GRADLE(
      "gradle check",
      "gradle clean check",
      "**/build/test-results/**/TEST-*.xml",
      "**/build/reports/jacoco/**/*.xml",
      "build.gradle",
      "build.gradle.kts",
      "settings.gradle",
      "settings.gradle.kts"),
  PYTEST(
      "pytest --junitxml=junit.xml --cov --cov-report=xml",
      "",
      Places.JUNIT,
      Places.COBERTURA,
      "pyproject.toml",
      "pytest.ini",
      "setup.cfg",
      "setup.py",
      "tox.ini"),
  // Whether it writes reports is a matter of its project's settings.
  NPM("", "", Places.JUNIT, "lcov.info", "package.json"),
  GO("gotestsum --junitfile junit.xml ./...", "", Places.JUNIT, Places.COBERTURA, "go.mod"),
  PHPUNIT("phpunit --log-junit junit.xml", "", Places.JUNIT, Places.COBERTURA, "composer.json"),
  /** None of them, or more than one: nothing is advised. */
  UNKNOWN("", "", Places.JUNIT, Places.COBERTURA);

  /** The names that tools without a place of their own are told to write. */
  private static final class Places {
    static final String JUNIT = "junit.xml";
    static final String COBERTURA = "coverage.xml";
  }

  private final String run;
  private final String clean;
  private final String tests;
  private final String coverage;
  private final List<String> marks;

  BuildTool(String run, String clean, String tests, String coverage, String... marks) {
    this.run = run;
    this.clean = clean;
    this.tests = tests;
    this.coverage = coverage;
    this.marks = List.of(marks);
  }

  /** The one that a work tree's root shows; Maven before all, for it is what runs coord. */
  static BuildTool of(Path workTree) {
    List<BuildTool> tools =
        Arrays.stream(values())
            .filter(t -> t.marks.stream().anyMatch(m -> Files.isRegularFile(workTree.resolve(m))))
            .toList();
    return tools.contains(MAVEN) ? MAVEN : tools.size() == 1 ? tools.get(0) : UNKNOWN;
  }

  /** {@code " (mvn verify)"}, to be put behind what it does. */
  String run() {
    return hint(run);
  }

  /** {@code " (mvn clean verify)"}: the same after removing all that was built. */
  String clean() {
    return hint(clean);
  }

  /** The default place where this tool's users would look for such a report first. */
  String place(ReportKind kind) {
    return switch (kind) {
      case TESTS -> tests;
      case COVERAGE -> coverage;
      case FINDINGS, PULL_REQUESTS, METRICS -> kind.defaults().patterns().get(0).text();
    };
  }

  /** A sentence on how to let coord and the tests run in one build, where the tool can do that. */
  String together() {
    return this == MAVEN ? " Or let this build run the tests (mvn verify coord:site)." : "";
  }

  private static String hint(String command) {
    return command.isEmpty() ? "" : " (" + command + ")";
  }
}
