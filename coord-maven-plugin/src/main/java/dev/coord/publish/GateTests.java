package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.rule.Outcome;
import dev.coord.site.PlanLines;
import dev.coord.site.Privacy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gates as JUnit XML, for the test tab of any CI: a row that fails the build is a failure, or
 * an error where it cannot be told. What is waived, known, or cannot fail this build is skipped and
 * says why, so that the tab is red exactly when the build is.
 */
public final class GateTests {

  private static final String SUITE = "coord";

  private final StringBuilder cases = new StringBuilder();
  private int failures;
  private int errors;
  private int skipped;
  private int count;

  private GateTests() {}

  /** The rows of an assessment. */
  public static byte[] of(Assessment assessment) {
    GateTests tests = new GateTests();
    Privacy privacy = Privacy.of(assessment);
    assessment.gates().forEach(gate -> tests.row(assessment, privacy, gate));
    return tests.suite();
  }

  /** What is wrong with a plan that could not be judged. */
  public static byte[] of(List<Diagnostic> problems) {
    GateTests tests = new GateTests();
    for (Diagnostic problem : problems.stream().filter(Diagnostic::isError).sorted().toList()) {
      tests.errors++;
      tests.add(
          "plan",
          problem.location().toString(),
          VerdictNotes.named(problem.location()),
          element("error", problem.problem(), problem.sentences()));
    }
    return tests.suite();
  }

  private void row(Assessment assessment, Privacy privacy, GateResult gate) {
    String said = privacy.withoutAddresses(gate.summary());
    String tests =
        FailedTest.of(assessment, gate).stream()
            .map(test -> " " + test.text() + ".")
            .collect(Collectors.joining());
    String more = privacy.withoutAddresses(gate.sentences() + tests);
    String content = "";
    if (gate.breaks() && gate.outcome() == Outcome.FAILED) {
      failures++;
      content = element("failure", said, more);
    } else if (gate.breaks()) {
      errors++;
      content = element("error", said, more);
    } else if (gate.outcome() != Outcome.PASSED) {
      skipped++;
      content = "<skipped message=\"" + attribute(word(gate) + ": " + said) + "\"/>";
    }
    add(
        gate.gate().id(),
        privacy.withoutAddresses(gate.label()),
        VerdictNotes.named(PlanLines.of(gate)),
        content);
  }

  private static String word(GateResult gate) {
    return switch (gate.outcome()) {
      case WAIVED -> "waived";
      case BASELINED -> "in the baseline";
      case UNKNOWN -> "unknown, but cannot fail this build";
      default -> "does not hold, but cannot fail this build";
    };
  }

  private void add(String gate, String name, Optional<Location> place, String content) {
    count++;
    cases
        .append("  <testcase classname=\"")
        .append(attribute(SUITE + "." + gate))
        .append("\" name=\"")
        .append(attribute(name))
        .append("\" time=\"0\"");
    place.ifPresent(
        at -> {
          cases.append(" file=\"").append(attribute(at.file())).append('"');
          if (at.line() > 0) {
            cases.append(" line=\"").append(at.line()).append('"');
          }
        });
    if (content.isEmpty()) {
      cases.append("/>\n");
    } else {
      cases.append(">\n    ").append(content).append("\n  </testcase>\n");
    }
  }

  private byte[] suite() {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\""
            + SUITE
            + "\" tests=\""
            + count
            + "\" failures=\""
            + failures
            + "\" errors=\""
            + errors
            + "\" skipped=\""
            + skipped
            + "\" time=\"0\">\n"
            + cases
            + "</testsuite>\n";
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static String element(String name, String message, String text) {
    return "<"
        + name
        + " message=\""
        + attribute(message)
        + "\">"
        + attribute(text)
        + "</"
        + name
        + ">";
  }

  /** One line without anything that XML does not know or a console would obey. */
  private static String attribute(String text) {
    return SafeText.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
