package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.assess.SameReason;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestResults;
import dev.coord.plan.Waiver;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.rule.Outcome;
import dev.coord.rule.Trespass;
import dev.coord.site.GateTally;
import dev.coord.site.PlanLines;
import dev.coord.site.Privacy;
import dev.coord.site.draft.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a build says on the console: what fails and why, what warns, how much passed, and last the
 * page to open.
 *
 * <p>Times are those of the project's zone.
 */
public final class ConsoleReport {

  /** Most lines, unless everything is asked for. */
  static final int MOST_LINES = 20;

  private static final String GATES = "gates";

  private static final int DETAILS = 3;

  /** Most lines of remedies of one row; there is one for each kind of trespass. */
  private static final int REMEDIES = 5;

  /** Longest remedy that is said as a whole, unless everything is asked for. */
  private static final int LONGEST_REMEDY = 100;

  private static final Pattern SENTENCES = Pattern.compile("(?<=\\.) ");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Assessment assessment;
  private final ConsoleFrame frame;
  private final Ranking ranking;
  private final Privacy privacy;

  private ConsoleReport(Assessment assessment, ConsoleFrame frame) {
    this.assessment = assessment;
    this.frame = frame;
    this.ranking = new Ranking(assessment);
    this.privacy = Privacy.of(assessment);
  }

  /**
   * The lines of a build: one when all is well, at most {@value #MOST_LINES} otherwise, and as many
   * as there are rows when the frame is verbose.
   */
  public static List<ConsoleLine> lines(Assessment assessment, ConsoleFrame frame) {
    return new ConsoleReport(assessment, frame).lines();
  }

  private List<ConsoleLine> lines() {
    ConsoleTable table = new ConsoleTable();
    SameReason.of(ranking.breaking()).forEach(rows -> broken(table, rows));
    SameReason.of(ranking.warning()).forEach(rows -> row(table, Level.WARN, "WARN", rows));
    ranking.warningFindings().forEach(finding -> finding(table, finding));
    SameReason.of(ranking.waived()).forEach(rows -> waived(table, rows));
    SameReason.of(ranking.baselined()).forEach(rows -> row(table, Level.WARN, "KNOWN", rows));
    if (frame.verbose()) {
      SameReason.of(ranking.shown()).forEach(rows -> row(table, Level.INFO, "INFO", rows));
      SameReason.of(ranking.passed()).forEach(rows -> row(table, Level.INFO, "PASS", rows));
    }
    if (table.isEmpty() && assessment.baseline().baseline().isEmpty()) {
      return List.of(
          new ConsoleLine(
              Level.INFO,
              header() + " · " + passed() + frame.index().map(p -> " · Site: " + p).orElse("")));
    }
    List<ConsoleLine> lines = new ArrayList<>();
    lines.add(new ConsoleLine(Level.INFO, header()));
    List<ConsoleLine> last = new ArrayList<>();
    if (frame.verbose()) {
      NextMergeLine.of(assessment)
          .ifPresent(text -> last.add(new ConsoleLine(Level.INFO, clean(text))));
    }
    baseline().ifPresent(last::add);
    last.add(new ConsoleLine(Level.INFO, passed() + hint()));
    frame.index().ifPresent(path -> last.add(new ConsoleLine(Level.INFO, "Site: " + path)));
    int room = frame.verbose() ? Integer.MAX_VALUE : MOST_LINES - lines.size() - last.size();
    lines.addAll(table.lines(room, frame.index().isPresent()));
    lines.addAll(last);
    return List.copyOf(lines);
  }

  private String header() {
    return frame.generator()
        + " · plan "
        + frame.planVersion()
        + " · "
        + Words.count(assessment.workstreams().size(), "workstream")
        + " · "
        + reports();
  }

  /** How many gates passed, and what became of the others; the parts add up. */
  private String passed() {
    GateTally tally = GateTally.of(assessment);
    if (tally.all() == 0) {
      return "no gates";
    }
    return tally.passed() == tally.all()
        ? "PASS " + Words.count(tally.all(), "gate")
        : "PASS " + tally.of(tally.passed()) + ", " + String.join(", ", tally.wanting());
  }

  /** Size and age of the baseline, and how much of it is fixed. */
  private Optional<ConsoleLine> baseline() {
    return assessment
        .baseline()
        .baseline()
        .map(
            known ->
                new ConsoleLine(
                    Level.INFO,
                    "Baseline: "
                        + assessment.baseline().words()
                        + " ("
                        + known.place().withCommit()
                        + ")"));
  }

  private String hint() {
    boolean more = !frame.verbose() && !ranking.passed().isEmpty();
    return more ? " (-Dcoord.verbose lists them)" : "";
  }

  /** Of when the reports are; from the oldest to the newest where they differ. */
  private String reports() {
    List<Instant> times =
        Stream.of(
                assessment.evidence().tests().optional().map(TestResults::reports),
                assessment.evidence().coverage().optional().map(CoverageResults::reports),
                assessment.evidence().findings().optional().map(FindingResults::reports))
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .map(ReportFile::time)
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return "no usable reports";
    }
    String oldest = time(times.get(0));
    String newest = time(times.get(times.size() - 1));
    return "reports of " + (oldest.equals(newest) ? oldest : oldest + " to " + newest);
  }

  /** The time of day; with its date when that is not the day of judging. */
  private String time(Instant instant) {
    ZoneId zone = assessment.plan().project().calendar().zone();
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    LocalDateTime judged = LocalDateTime.ofInstant(assessment.judgedAt(), zone);
    boolean today = local.toLocalDate().equals(judged.toLocalDate());
    return local.format(today ? TIME : DATE_AND_TIME);
  }

  private void broken(ConsoleTable table, SameReason rows) {
    GateResult gate = rows.first();
    row(table, Level.ERROR, gate.outcome() == Outcome.FAILED ? "FAIL" : "UNKNOWN", rows);
    List<Trespass> violations = RowText.violations(assessment, gate);
    boolean alike = violations.stream().map(Trespass::group).distinct().count() <= 1;
    for (Trespass trespass : violations.subList(0, Math.min(DETAILS, violations.size()))) {
      String branch = RowText.branch(assessment, gate, trespass);
      if (alike) {
        table.detail(trespass.path(), RowText.commit(trespass), branch);
      } else {
        table.detail(trespass.path(), trespass.why(), RowText.commit(trespass), branch);
      }
    }
    RowText.places(gate).stream()
        .limit(DETAILS)
        .forEach(
            proof ->
                table.detail(
                    clean(proof.text()), proof.location().map(Location::withCommit).orElse("")));
    RowText.output(gate).forEach(proof -> table.detail(clean(proof.text())));
    if (RowText.remedyHelps(gate)) {
      String remedy = gate.verdict().remedy();
      Stream.of(alike ? new String[] {step(remedy)} : SENTENCES.split(clean(remedy), REMEDIES))
          .forEach(table::detail);
    }
  }

  private void row(ConsoleTable table, Level level, String word, SameReason rows) {
    table.row(
        new ConsoleTable.Page(GATES, rows.rows().size()),
        level,
        word,
        RowText.label(assessment, rows),
        summary(rows.first()),
        PlanLines.broken(rows.first()).withCommit());
  }

  private void waived(ConsoleTable table, SameReason rows) {
    GateResult gate = rows.first();
    Optional<Waiver> waiver = gate.waiver();
    String until = waiver.map(w -> ", waived until " + w.until() + " by " + w.owner()).orElse("");
    table.row(
        new ConsoleTable.Page(GATES, rows.rows().size()),
        Level.WARN,
        "WAIVED",
        RowText.label(assessment, rows),
        summary(gate) + until,
        waiver.map(w -> w.origin().self()).orElseGet(() -> PlanLines.of(gate)).withCommit());
  }

  private void finding(ConsoleTable table, Finding finding) {
    String remedy = finding.remedy().isEmpty() ? "" : ". " + step(finding.remedy());
    table.row(
        new ConsoleTable.Page(
            finding.kind() == Finding.Kind.CONTRADICTION ? "claims" : "dashboard", 1),
        Level.WARN,
        "WARN",
        finding.kind().words(),
        clean(finding.text()) + remedy,
        finding.location().map(Location::withCommit).orElse(""));
  }

  /** What was seen; for an unknown, why and what to do. */
  private String summary(GateResult gate) {
    String seen = clean(gate.summary());
    return gate.outcome() == Outcome.UNKNOWN ? seen + ". " + step(gate.verdict().remedy()) : seen;
  }

  /** What to do first; the page has the rest. */
  private String step(String remedy) {
    return clean(frame.verbose() ? remedy : RowText.sentences(remedy, LONGEST_REMEDY));
  }

  private String clean(String text) {
    return privacy.withoutAddresses(text);
  }

  /**
   * What the build's exception says: how many gates are not met, which and where, what to do first,
   * the command to run then, and the page to look at. At most {@value SafeText#MAX_LENGTH}
   * characters, of which the last part is never cut.
   *
   * @throws IllegalArgumentException when the assessment does not fail the build
   */
  public static String failureMessage(Assessment assessment, ConsoleFrame frame) {
    if (assessment.overall() == Overall.PASSED) {
      throw new IllegalArgumentException("a build that passed has no failure");
    }
    return FailureMessage.of(assessment, frame);
  }
}
