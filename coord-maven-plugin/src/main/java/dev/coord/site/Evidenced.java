package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.assess.SameReason;
import dev.coord.evidence.ReportFile;
import dev.coord.plan.Rule;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Folded;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.ReportRows;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the pages on evidence have in common. */
final class Evidenced {

  /** Rows that a page lists of one kind; whoever needs more reads the reports. */
  static final int MOST = 1_000;

  /** Gates that a page shows at once. */
  private static final int GATES = 12;

  private Evidenced() {}

  /** The gates that rest on a kind of evidence, with what they come to. */
  static void gates(View view, Draft page, Predicate<Rule> kind) {
    List<GateResult> rows =
        view.assessment().gates().stream()
            .filter(gate -> gate.gate().rule().flat().anyMatch(kind))
            .sorted(Comparator.comparing(gate -> gate.outcome() == Outcome.PASSED))
            .toList();
    List<List<Inline>> lines = SameReason.of(rows).stream().map(same -> line(view, same)).toList();
    if (!lines.isEmpty()) {
      page.section("gates", "Gates that rest on it", Folded.of(false, lines, GATES));
    }
  }

  private static List<Inline> line(View view, SameReason rows) {
    return new Line()
        .add(Tones.badge(rows.first()))
        .text(" ")
        .addAll(view.links().gates(rows))
        .text(": " + rows.first().summary())
        .list();
  }

  /** Whether a rule of the plan rests on a kind of evidence. */
  static boolean asked(View view, Predicate<Rule> kind) {
    return view.plan().rules().anyMatch(kind)
        || view.assessment().rulebook().rules().anyMatch(kind);
  }

  /** The reports that were read. */
  static void reports(Draft page, List<ReportFile> reports) {
    TableDraft table =
        page.table("reports-table", "Reports that were read")
            .columns("Report", "Format", "Written");
    for (ReportFile report : shown(reports)) {
      table.row(
          ReportRows.anchor(report),
          Tone.NEUTRAL,
          new Line().code(report.path()).list(),
          Line.of(report.format()).cell(),
          List.of(new Inline.Time(report.time())));
    }
    page.section("reports", "Reports", with(table, "report", reports.size()));
  }

  /** As many as a page lists. */
  static <T> List<T> shown(List<T> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /** A table, and how many rows it leaves out where it does. */
  static List<Block> with(TableDraft table, String noun, int all) {
    List<Block> blocks = new ArrayList<>(List.of(table.table()));
    if (all > MOST) {
      blocks.add(
          new Block.Paragraph(
              Line.of("Listed are " + MOST + " of " + Words.count(all, noun))
                  .text(". The reports hold all of them.")
                  .list()));
    }
    return blocks;
  }
}
