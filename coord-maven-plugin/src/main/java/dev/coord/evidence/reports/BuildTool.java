package dev.coord.evidence.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What builds a project, told from a file in its work tree's root, and how it writes reports. */
enum BuildTool {
  MAVEN("mvn verify", "mvn clean verify", "pom.xml"),
  GRADLE(
      "gradle check",
      "gradle clean check",
      "build.gradle",
      "build.gradle.kts",
      "settings.gradle",
      "settings.gradle.kts"),
  PYTEST(
      "pytest --junitxml=junit.xml --cov --cov-report=xml",
      "",
      "pyproject.toml",
      "pytest.ini",
      "setup.cfg",
      "setup.py",
      "tox.ini"),
  GO("gotestsum --junitfile junit.xml ./...", "", "go.mod"),
  PHPUNIT("phpunit --log-junit junit.xml", "", "composer.json"),
  /** None of them, or more than one: nothing is advised. */
  UNKNOWN("", "");

  private final String run;
  private final String clean;
  private final List<String> marks;

  BuildTool(String run, String clean, String... marks) {
    this.run = run;
    this.clean = clean;
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

  private static String hint(String command) {
    return command.isEmpty() ? "" : " (" + command + ")";
  }
}
