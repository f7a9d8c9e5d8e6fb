package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.assess.GateResult;
import dev.coord.assess.MetricResult;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRun.Lines;
import dev.coord.evidence.RecordedRun.Value;
import dev.coord.evidence.RecordedRuns;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Percent;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What former runs recorded, beside what this one found. */
final class RecordedSections {

  private static final String REF = "refs/notes/coord";

  /** A number and what follows it: its unit. */
  private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,15})?)(.*)");

  private final View view;
  private final Draft page;
  private final Observation<RecordedRuns> recorded;

  RecordedSections(View view, Draft page) {
    this.view = view;
    this.page = page;
    this.recorded = view.assessment().evidence().recorded();
  }

  void add() {
    if (recorded instanceof Observation.Unknown<RecordedRuns> unknown) {
      page.section(
          "recorded",
          "Recorded runs",
          new Block.Paragraph(
              Line.of("Former runs cannot be read: " + unknown.reason() + ". " + unknown.remedy())
                  .list()));
      return;
    }
    RecordedRuns runs = recorded.optional().orElseThrow();
    if (runs.isEmpty()) {
      return;
    }
    if (!runs.runs().isEmpty()) {
      trends(runs.runs());
      gates(runs.last().orElseThrow());
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(source(runs)));
    if (!runs.runs().isEmpty()) {
      blocks.add(table(runs.runs()));
    }
    page.section("recorded", "Recorded runs", blocks);
  }

  private static List<Inline> source(RecordedRuns runs) {
    Line line =
        switch (runs.source()) {
          case NOTES ->
              Line.of("Attested: read from notes of git (")
                  .code(REF)
                  .text("), which whoever can push can write.");
          case FORMER_SITE ->
              Line.of("Attested: read from the ")
                  .code("status.json")
                  .text(" of the site that this one replaces. ")
                  .code("-Dcoord.record")
                  .text(" keeps more than one run.");
        };
    if (runs.unread() > 0) {
      line.text(
          " "
              + Words.count(runs.unread(), "note")
              + " of other forms, or of other commits than they say, "
              + Words.either(runs.unread(), "is", "are")
              + " left out.");
    }
    return line.list();
  }

  private Block table(List<RecordedRun> runs) {
    TableDraft table =
        page.table("recorded-table", "Runs, oldest first")
            .columns("Day", "Commit", "Result", "Tests", "Lines covered", "Contradictions");
    for (RecordedRun run : runs) {
      table.row(
          Anchors.of("recorded", run.commit().substring(0, 7)),
          Tone.NEUTRAL,
          List.of(new Inline.Day(run.day())),
          List.of(view.links().commit(run.commit())),
          Line.of(run.result()).list(),
          number(run.tests()),
          run.coverage().map(RecordedSections::lines).orElseGet(Line::none),
          number(run.contradictions()));
    }
    table.row(
        "recorded-now",
        Tone.NEUTRAL,
        List.of(new Inline.Day(view.today())),
        Line.of("this run").list(),
        Line.of(view.assessment().overall().word()).list(),
        view.assessment()
            .evidence()
            .tests()
            .optional()
            .map(tests -> count("tests", tests.cases().size()))
            .orElseGet(Line::none),
        view.assessment()
            .evidence()
            .coverage()
            .optional()
            .map(coverage -> lines(coverage.count()))
            .orElseGet(Line::none),
        count("claims", ClaimCheck.count(view.assessment().contradictions())));
    return table.table();
  }

  private static List<Inline> count(String from, int count) {
    return List.of(Inline.link(Integer.toString(count), Target.page(from)));
  }

  private static List<Inline> number(OptionalInt number) {
    return number.isPresent() ? Line.of(Integer.toString(number.getAsInt())).list() : Line.none();
  }

  private static List<Inline> lines(Lines lines) {
    return Line.of(share(lines.covered(), lines.all())).list();
  }

  private static List<Inline> lines(CoverageCount count) {
    return count.allLines() == 0
        ? Line.none()
        : List.of(Inline.link(share(count.lines(), count.allLines()), Target.page("coverage")));
  }

  private static String share(long covered, long all) {
    return Percent.of(covered, all) + " (" + covered + "/" + all + ")";
  }

  /** What one metric came to, or one key of it. */
  private record Series(String key, String label, MetricResult metric, String now) {}

  private List<Series> series() {
    List<Series> series = new ArrayList<>();
    for (MetricResult result : view.assessment().metrics()) {
      String id = result.metric().id();
      String title = result.metric().title();
      if (result.verdicts().isEmpty()) {
        result.metric().value().ifPresent(now -> series.add(new Series(id, title, result, now)));
      }
      for (Verdict verdict : result.verdicts()) {
        boolean known = verdict.outcome() != Outcome.UNKNOWN;
        series.add(
            new Series(
                verdict.key().isEmpty() ? id : id + "." + verdict.key(),
                verdict.key().isEmpty() ? title : title + " (" + verdict.key() + ")",
                result,
                known ? verdict.measured() : ""));
      }
    }
    return series;
  }

  private void trends(List<RecordedRun> runs) {
    TableDraft table =
        page.table("trends-table", "What the metrics were and are")
            .columns("Metric", "Recorded, oldest first", "Now", "Since the last record");
    for (Series series : series()) {
      Line before = new Line();
      String last = "";
      for (RecordedRun run : runs) {
        String measured = measured(run, series.key());
        if (!measured.isEmpty() && !measured.equals(last)) {
          before
              .text(before.isEmpty() ? "" : ", ")
              .addAll(MetricsPage.withUnit(measured, series.metric().metric()))
              .text(" on " + run.day() + " ")
              .add(view.links().commit(run.commit()));
          last = measured;
        }
      }
      if (before.isEmpty()) {
        continue;
      }
      table.row(
          Anchors.of("trend", series.key()),
          Tone.NEUTRAL,
          List.of(
              Inline.link(
                  series.label(), Target.page("metrics", Anchors.of("metric", series.key())))),
          before.list(),
          MetricsPage.withUnit(series.now(), series.metric().metric()),
          Line.of(change(last, series.now())).cell());
    }
    if (!table.isEmpty()) {
      page.section("trends", "Trends", table.table());
    }
  }

  private static String measured(RecordedRun run, String key) {
    return Optional.ofNullable(run.metrics().get(key)).map(Value::measured).orElse("");
  }

  /** By how much a value changed; empty where it cannot be told now. */
  static String change(String before, String now) {
    if (now.isEmpty()) {
      return "";
    }
    if (before.equals(now)) {
      return "unchanged";
    }
    Matcher then = NUMBER.matcher(before);
    Matcher today = NUMBER.matcher(now);
    if (!then.matches() || !today.matches() || !then.group(2).equals(today.group(2))) {
      return "changed";
    }
    BigDecimal by = new BigDecimal(today.group(1)).subtract(new BigDecimal(then.group(1)));
    if (by.signum() == 0) {
      return "unchanged";
    }
    String unit = then.group(2).strip();
    return (by.signum() > 0 ? "+" : "")
        + by.stripTrailingZeros().toPlainString()
        + (unit.equals("%") ? " points" : unit.isEmpty() ? "" : " " + unit);
  }

  /** The gates that are not what they were in the last record. */
  private void gates(RecordedRun last) {
    TableDraft table =
        page.table("changed-gates-table", "Gates that are not as in the last record")
            .columns("Gate", "On " + last.day(), "Now");
    for (GateResult gate : view.assessment().gates()) {
      Value before = last.gates().get(gate.label());
      Outcome outcome = gate.outcome();
      String now = outcome == Outcome.UNKNOWN ? "" : gate.verdict().measured();
      if (before == null
          || before.outcome().equals(outcome.word()) && before.measured().equals(now)) {
        continue;
      }
      table.row(
          Anchors.of("changed-gate", gate.label()),
          Tone.NEUTRAL,
          List.of(view.links().gate(gate)),
          Line.of(words(before.outcome(), before.measured())).list(),
          Line.of(words(outcome.word(), now)).list());
    }
    if (!table.isEmpty()) {
      page.section("changed-gates", "Gates that changed", table.table());
    }
  }

  private static String words(String outcome, String measured) {
    return measured.isEmpty() ? outcome : outcome + ", " + measured;
  }
}
