package dev.coord.it;

import java.time.Instant;
import java.util.Locale;

/** Reports as build tools write them, put where those write them. */
public final class Reports {

  private Reports() {}

  /** A report of Surefire: a class's tests, of which some fail and some are skipped. */
  public static String junit(String className, int passed, int failed, int skipped) {
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < passed; i++) {
      cases.append(testcase(className, "passes_" + i, ""));
    }
    for (int i = 0; i < failed; i++) {
      cases.append(
          testcase(
              className,
              "fails_" + i,
              "<failure message=\"expected: 1 but was: 2\" type=\"AssertionError\">trace</failure>"));
    }
    for (int i = 0; i < skipped; i++) {
      cases.append(testcase(className, "skipped_" + i, "<skipped message=\"later\"/>"));
    }
    return String.format(
        Locale.ROOT,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n<testsuite name=\"%s\" time=\"0.5\""
            + " tests=\"%d\" errors=\"0\" skipped=\"%d\" failures=\"%d\">%n%s</testsuite>%n",
        className,
        passed + failed + skipped,
        skipped,
        failed,
        cases);
  }

  private static String testcase(String className, String name, String inside) {
    return String.format(
        Locale.ROOT,
        "  <testcase name=\"%s\" classname=\"%s\" time=\"0.1\">%s</testcase>%n",
        name,
        className,
        inside);
  }

  /** A report of JaCoCo on one source file: its first lines are covered, the others are not. */
  public static String jacoco(String packageName, String sourceFile, int covered, int missed) {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= covered + missed; i++) {
      boolean hit = i <= covered;
      lines.append(
          String.format(
              Locale.ROOT,
              "<line nr=\"%d\" mi=\"%d\" ci=\"%d\" mb=\"0\" cb=\"0\"/>",
              i,
              hit ? 0 : 1,
              hit ? 1 : 0));
    }
    String counter =
        String.format(
            Locale.ROOT, "<counter type=\"LINE\" missed=\"%d\" covered=\"%d\"/>", missed, covered);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><!DOCTYPE report PUBLIC"
        + " \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\"><report name=\"it\">"
        + "<package name=\""
        + packageName
        + "\"><sourcefile name=\""
        + sourceFile
        + "\">"
        + lines
        + counter
        + "</sourcefile>"
        + counter
        + "</package>"
        + counter
        + "</report>\n";
  }

  /** A report of coverage.py in Cobertura's format on one file. */
  public static String cobertura(String file, int covered, int missed) {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= covered + missed; i++) {
      lines.append(
          String.format(Locale.ROOT, "<line number=\"%d\" hits=\"%d\"/>", i, i <= covered ? 1 : 0));
    }
    return String.format(
        Locale.ROOT,
        "<?xml version=\"1.0\" ?>%n<coverage version=\"7.6.1\" timestamp=\"%d\""
            + " lines-valid=\"%d\" lines-covered=\"%d\" line-rate=\"0.5\" branches-covered=\"0\""
            + " branches-valid=\"0\" branch-rate=\"0\" complexity=\"0\">%n"
            + "<sources><source></source></sources><packages><package name=\".\" line-rate=\"0.5\""
            + " branch-rate=\"0\" complexity=\"0\"><classes><class name=\"x\" filename=\"%s\""
            + " complexity=\"0\" line-rate=\"0.5\" branch-rate=\"0\"><methods/><lines>%s</lines>"
            + "</class></classes></package></packages></coverage>%n",
        Instant.now().toEpochMilli(),
        covered + missed,
        covered,
        file,
        lines);
  }

  /** SARIF of one tool; the results are separated by commas. */
  public static String sarif(String tool, String results) {
    return """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "%s"}}, "results": [%s]}]}
        """
        .formatted(tool, results);
  }

  /** One result of a tool. */
  public static String result(String rule, String level, String file, int line) {
    return """
        {"ruleId": "%s", "level": "%s", "message": {"text": "Mend it"}, "locations": [
          {"physicalLocation": {"artifactLocation": {"uri": "%s"}, "region": {"startLine": %d}}}]}
        """
        .formatted(rule, level, file, line);
  }
}
