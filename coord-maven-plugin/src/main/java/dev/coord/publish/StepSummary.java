package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.assess.SameReason;
import dev.coord.assess.WorkstreamState;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Named;
import dev.coord.rule.Trespass;
import dev.coord.site.GateTally;
import dev.coord.site.PlanLines;
import dev.coord.site.Privacy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The summary of a step of GitHub Actions, to be appended to the file that {@code
 * GITHUB_STEP_SUMMARY} names.
 *
 * <p>GitHub refuses more than 1,024 kB, so the Markdown ends at {@value #MAX_BYTES} bytes and says
 * so. No text of plan, git or reports can make links, images or markup.
 */
public final class StepSummary {

  /** The longest summary, in bytes of UTF-8. */
  public static final int MAX_BYTES = 900_000;

  private static final int ROOM_FOR_THE_LAST_LINE = 200;

  /** All that Markdown and its table extension give a meaning to. */
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~^$-]");

  private final StringBuilder text = new StringBuilder();
  private final int most;
  private int bytes;
  private int left;

  private StepSummary(int room) {
    most = Math.min(room, MAX_BYTES) - ROOM_FOR_THE_LAST_LINE;
  }

  /**
   * The verdict, what is not met, ownership, and all gates and workstreams.
   *
   * @param room how many bytes the file that it goes to can still take
   */
  public static String of(Assessment assessment, ConsoleFrame frame, int room) {
    StepSummary summary = new StepSummary(room);
    Ranking ranking = new Ranking(assessment);
    Privacy privacy = Privacy.of(assessment);
    boolean passed = assessment.overall() == Overall.PASSED;
    summary.heading(assessment.overall());
    summary.paragraph(
        passed
            ? GateTally.of(assessment).of(ranking.passed().size()) + " passed."
            : ConsoleReport.failureMessage(assessment, frame));
    List<GateResult> wanting =
        Stream.of(ranking.breaking(), ranking.warning(), ranking.waived(), ranking.baselined())
            .flatMap(List::stream)
            .toList();
    if (!wanting.isEmpty()) {
      summary.table("Outcome", "Gate", "Seen", "What to do", "Plan line");
      SameReason.of(wanting).forEach(rows -> summary.gate(assessment, privacy, rows));
    }
    summary.trespasses(assessment, ranking);
    summary.tests(assessment, privacy, ranking);
    List<Finding> findings = ranking.warningFindings();
    if (!findings.isEmpty()) {
      summary.table("Finding", "About", "What was found", "What to do", "Plan line");
      findings.forEach(
          finding ->
              summary.row(
                  finding.kind().words(),
                  Named.once(finding.subject()),
                  privacy.withoutAddresses(finding.text()),
                  privacy.withoutAddresses(finding.remedy()),
                  finding.location().map(Location::withCommit).orElse("")));
    }
    summary.workstreams(assessment);
    return summary.end();
  }

  /** The mistakes of a plan that cannot be used. */
  public static String of(List<Diagnostic> diagnostics, int room) {
    StepSummary summary = new StepSummary(room);
    summary.heading(Overall.ERROR);
    summary.paragraph("Nothing could be judged.");
    summary.table("Place", "What is wrong", "What to do");
    diagnostics.stream()
        .sorted()
        .forEach(d -> summary.row(d.location().toString(), d.problem() + ".", d.remedy()));
    return summary.end();
  }

  private void gate(Assessment assessment, Privacy privacy, SameReason rows) {
    GateResult gate = rows.first();
    row(
        gate.wanting() && !gate.breaks() ? "warns" : gate.outcome().word(),
        RowText.label(assessment, rows),
        privacy.withoutAddresses(gate.summary()),
        privacy.withoutAddresses(gate.verdict().remedy()),
        PlanLines.broken(gate).withCommit());
  }

  private void trespasses(Assessment assessment, Ranking ranking) {
    List<List<String>> rows = new ArrayList<>();
    for (GateResult gate : ranking.breaking()) {
      for (Trespass trespass : RowText.violations(assessment, gate)) {
        rows.add(
            List.of(
                trespass.path(),
                trespass.problem(),
                RowText.commit(trespass),
                trespass.boundary().withCommit()));
      }
    }
    if (!rows.isEmpty()) {
      table("Changed path", "What is wrong", "Commit", "Plan line");
      rows.forEach(row -> row(row.toArray(String[]::new)));
    }
  }

  private void tests(Assessment assessment, Privacy privacy, Ranking ranking) {
    List<List<String>> rows = new ArrayList<>();
    for (GateResult gate : ranking.breaking()) {
      for (FailedTest test : FailedTest.of(assessment, gate)) {
        rows.add(
            List.of(
                privacy.withoutAddresses(test.text()),
                RowText.label(assessment, gate),
                test.place().withCommit()));
      }
    }
    if (!rows.isEmpty()) {
      table("Test", "Gate", "Source, or plan line");
      rows.forEach(row -> row(row.toArray(String[]::new)));
    }
  }

  private void workstreams(Assessment assessment) {
    if (assessment.workstreams().isEmpty()) {
      return;
    }
    table("Workstream", "Claimed", "Observed", "Tasks claimed done");
    for (WorkstreamState state : assessment.workstreams()) {
      row(
          state.id(),
          state.workstream().status(),
          state.observed().words(),
          state.tasks() == 0 ? "" : state.done() + " of " + state.tasks());
    }
  }

  private void heading(Overall overall) {
    add("## coord: " + overall.word() + "\n");
  }

  private void paragraph(String words) {
    add("\n" + escaped(words) + "\n");
  }

  private void table(String... headings) {
    add("\n| " + String.join(" | ", headings) + " |\n" + "|---".repeat(headings.length) + "|\n");
  }

  private void row(String... cells) {
    List<String> escaped = Stream.of(cells).map(StepSummary::escaped).toList();
    add("| " + String.join(" | ", escaped) + " |\n");
  }

  /** Adds whole lines as long as there is room; once one is left out, all that follow are. */
  private void add(String lines) {
    int more = lines.getBytes(StandardCharsets.UTF_8).length;
    if (left > 0 || bytes + more > most) {
      left++;
      return;
    }
    text.append(lines);
    bytes += more;
  }

  private String end() {
    if (left > 0) {
      text.append("\n").append(left).append(" more lines: see the site.\n");
    }
    return text.toString();
  }

  /** Plain text: control characters made visible, then everything that Markdown reads escaped. */
  private static String escaped(String words) {
    String safe =
        SafeText.line(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return MARKUP
        .matcher(safe)
        .replaceAll("\\\\$0")
        .replace("://", ":&#47;&#47;")
        .replace("www.", "www&#46;")
        .replace("@", "&#64;");
  }
}
