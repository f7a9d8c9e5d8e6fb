package dev.coord.it;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What documents say of quality, each by its line on the page of gates. */
class QualityGatesIT {

  private static final Path PAGE = Path.of("").toAbsolutePath().resolveSibling("docs/gates.md");

  private static final String CATALOG = "src/main/java/shop/Catalog.java";
  private static final String REFUNDS = "src/main/java/shop/refunds/Refunds.java";
  private static final String VARIABLES = "config/env.example";

  /** A row of the table: a sentence, and its line in the plan. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]+ \\| `(- \\{id: .*})` \\|$");

  private static final Pattern TEXT = Pattern.compile("[A-Z_]+=");

  @TempDir Path directory;

  @Test
  void what_documents_say_is_judged_by_one_line_each() throws IOException {
    List<String> lines = lines();
    GitProject project = project(lines);

    MavenResult good =
        MavenRun.in(better(project))
            .with("-Dcoord.verbose", "-Dcoord.allowCommands")
            .goal("check")
            .passes();

    good.says(
        "PASS new-code.lines 90.0% >= 80% (90/100 changed lines)",
        "PASS new-modules.lines 90.0% >= 85% (90/100 lines)",
        "PASS all-code.lines 65.0% >= 60% (130/200 lines)",
        "PASS many-tests.passed 251 >= 250",
        "PASS refund-tests.passed 31 >= 30",
        "PASS no-flaky-tests.flaky 0 = 0",
        "PASS fast-tests.slowest 0.1 s <= 1 s",
        "PASS latency.value 412.3 ms < 500 ms (p(95) of http_req_duration)",
        "PASS speed-up.value 3.2x >= 3x",
        "PASS health.value 99 ms < 100 ms (max of 2 numbers, elapsed)",
        "PASS variables config/env.example contains all of 21 texts",
        "PASS security.errors 0 = 0 (errors of 1 finding by bandit)",
        "PASS lint.total 0 = 0 (0 findings on changed lines by ruff)",
        "PASS no-new-lint.warnings 0 = 0",
        "PASS reviews.reviewed_within 3 h <= 24 h",
        "PASS security-scan exit 0 within ",
        "PASS critical-bugs.value 0 = 0 (count of 0 numbers, /*/number)",
        "PASS runbook.count 1 = 1",
        "d <= 30 d (since the commit of ");
    good.says("PASS " + (lines.size() + 1) + " gates");

    project
        .edit(VARIABLES, "API_KEY=1\n", "")
        .edit(VARIABLES, "SENTRY_DSN=1\n", "")
        .commit("Lose two variables");
    String later = Instant.now().plus(Duration.ofDays(31)).toString();
    MavenResult bad =
        MavenRun.in(worse(project))
            .with("-Dcoord.verbose", "-Dcoord.allowCommands", "-Dcoord.now=" + later)
            .goal("check")
            .fails();

    bad.says(
        "FAIL new-code.lines 79.0% < 80% (-1.0 points, 79/100 changed lines)",
        "new and not covered: 80-100 src/main/java/shop/refunds/Refunds.java:80",
        "FAIL new-modules.lines 79.0% < 85% (-6.0 points, 79/100 lines)",
        "FAIL all-code.lines 59.5% < 60% (-0.5 points, 119/200 lines)",
        "FAIL many-tests.passed 249 < 250 (-1, of 249 tests, 1 flaky)",
        "FAIL refund-tests.passed 29 < 30 (-1, of 29 tests, 1 flaky)",
        "FAIL no-flaky-tests.flaky 1 != 0 (+1, of 249 tests, 1 flaky)",
        "FAIL fast-tests.slowest 1.2 s > 1 s",
        "FAIL latency.value 512.3 ms >= 500 ms (+12.3 ms, p(95) of http_req_duration)",
        "FAIL speed-up.value 2.9x < 3x",
        "FAIL health.value 100 ms >= 100 ms",
        "FAIL variables config/env.example does not contain \"API_KEY=\" or \"SENTRY_DSN=\"",
        "FAIL security.errors 1 != 0 (+1, errors of 2 findings by bandit)",
        "Mend what was found, first bandit B602 in src/main/java/shop/Catalog.java:7.",
        "FAIL lint.total 1 != 0",
        "FAIL no-new-lint.warnings 1 != 0",
        "Mend what was found, first ruff E501 in src/main/java/shop/refunds/Refunds.java:3.",
        "FAIL reviews.reviewed_within 30 h > 24 h",
        "FAIL security-scan exit 1 within ",
        "2 high",
        "FAIL critical-bugs.value 2 != 0 (+2, count of 2 numbers, /*/number)",
        "PASS runbook.count 1 = 1",
        "FAIL runbook.age",
        "d > 30 d (+");
    assertThat(bad.failure())
        .contains(lines.size() + " of " + (lines.size() + 1) + " gates not met");
  }

  /** The lines of the page, in its order. */
  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Matcher row = ROW.matcher(Files.readString(PAGE)); row.find(); ) {
      lines.add(row.group(1));
    }
    return lines;
  }

  private GitProject project(List<String> lines) {
    String variables = lines.stream().filter(l -> l.contains("id: variables")).findFirst().get();
    GitProject project =
        GitProject.in(directory)
            .file(
                "coord.yml",
                """
                coord: 1
                project: {name: Shop, integration_branch: main}
                workstreams:
                  - id: refunds
                    branch: feature/refunds
                    owns: [/src/main/java/shop/refunds/, /config/]
                gates:
                """
                    + lines.stream().map(line -> "  " + line + "\n").collect(joining()))
            .file(".gitignore", "target/\n*.json\n*.jtl\n*.sarif\n")
            .file("scripts/scan.sh", "exit 1\n")
            .file(
                ".coord/baseline.yml",
                """
                baseline: 1
                written: 2026-01-20
                commit: "0be90e2f3a4b5c6d7e8f901234567890abcdef12"
                results: 2026-01-20
                findings:
                  - {kind: result, subject: ruff, finding: "E501 in %s: Mend it", since: 2026-01-20}
                """
                    .formatted(CATALOG))
            .file("docs/runbook.md", "# When it is down\n")
            .file(
                VARIABLES,
                TEXT.matcher(variables).results().map(t -> t.group() + "1\n").collect(joining()))
            .file(CATALOG, "x\n".repeat(100));
    project.commit("Open the shop");
    project.branch("feature/refunds").file(REFUNDS, "x\n".repeat(100)).commit("Refund");
    return project;
  }

  private static GitProject better(GitProject project) {
    project.file("scripts/scan.sh", "echo 0 high\n");
    return measured(project, 90, 31, "412.3", "3.2", 99, "[]")
        .file("bandit.sarif", Reports.sarif("bandit", Reports.result("B101", "note", CATALOG, 7)))
        .file("ruff.sarif", Reports.sarif("ruff", Reports.result("E501", "warning", CATALOG, 3)))
        .file("pull-requests.json", reviewed("2026-01-12T11:00:00Z"));
  }

  private static GitProject worse(GitProject project) {
    String bugs = "[{\"number\": 7}, {\"number\": 12}]";
    project.file("scripts/scan.sh", "echo 2 high\nexit 1\n");
    String scanned =
        Reports.result("B602", "error", CATALOG, 7)
            + ","
            + Reports.result("B101", "note", CATALOG, 9);
    measured(project, 79, 29, "512.3", "2.9", 100, bugs)
        .file("bandit.sarif", Reports.sarif("bandit", scanned))
        .file("ruff.sarif", Reports.sarif("ruff", Reports.result("E501", "warning", REFUNDS, 3)))
        .file("pull-requests.json", reviewed("2026-01-13T14:00:00Z"));
    String again =
        "time=\"1.2\"><flakyFailure message=\"late\" type=\"Late\"><stackTrace>late</stackTrace>"
            + "</flakyFailure>";
    return project.edit(
        "target/surefire-reports/TEST-shop.refunds.RefundsTest.xml",
        "name=\"passes_0\" classname=\"shop.refunds.RefundsTest\" time=\"0.1\">",
        "name=\"passes_0\" classname=\"shop.refunds.RefundsTest\" " + again);
  }

  private static GitProject measured(
      GitProject project,
      int covered,
      int tests,
      String latency,
      String speed,
      int health,
      String bugs) {
    return project
        .file(
            "target/site/jacoco/jacoco.xml",
            Reports.jacoco("shop/refunds", "Refunds.java", covered, 100 - covered))
        .file("target/site/jacoco-it/jacoco.xml", Reports.jacoco("shop", "Catalog.java", 40, 60))
        .file(
            "target/surefire-reports/TEST-shop.refunds.RefundsTest.xml",
            Reports.junit("shop.refunds.RefundsTest", tests, 0, 0))
        .file(
            "target/surefire-reports/TEST-shop.CatalogTest.xml",
            Reports.junit("shop.CatalogTest", 220, 0, 0))
        .file(
            "k6.json",
            """
            {"metrics": {"http_req_duration": {"avg": 181.25, "med": 160.1, "p(95)": %s}}}
            """
                .formatted(latency))
        .file("speed.json", "{\"speedup\": " + speed + "}\n")
        .file(
            "checks.jtl",
            """
            timeStamp,elapsed,label,responseCode,success
            1767950000000,%d,GET /health,200,true
            1767950001000,7,GET /health,200,true
            1767950002000,480,GET /orders,200,true
            """
                .formatted(health))
        .file("bugs.json", bugs);
  }

  /** A list of one pull request, which was opened at 8 o'clock on 12 January. */
  private static String reviewed(String time) {
    return """
        [{"number": 7, "author": {"login": "ann"}, "createdAt": "2026-01-12T08:00:00Z",
          "baseRefName": "main", "state": "MERGED", "isDraft": false,
          "reviews": [{"author": {"login": "ben"}, "state": "APPROVED", "submittedAt": "%s"}]}]
        """
        .formatted(time);
  }
}
