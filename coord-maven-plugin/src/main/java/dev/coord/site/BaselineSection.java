package dev.coord.site;

import dev.coord.assess.BaselineState;
import dev.coord.assess.BaselineState.Fate;
import dev.coord.assess.BaselineState.Known;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Named;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;

/** What is known, how old it is, and what has become of it. */
final class BaselineSection {

  private BaselineSection() {}

  /** The section; empty where there is no baseline. */
  static List<Block> of(View view, Draft page) {
    BaselineState state = view.assessment().baseline();
    return state.baseline().map(baseline -> blocks(view, page, baseline, state)).orElse(List.of());
  }

  private static List<Block> blocks(View view, Draft page, Baseline baseline, BaselineState state) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            Line.of(state.words() + (state.untold() == 0 ? "" : "; " + untold(state)) + ". ")
                .text("It was last written on " + baseline.written() + ", of commit ")
                .code(baseline.commit().substring(0, 7))
                .text(": ")
                .add(view.links().place(baseline.place()))
                .list()));
    if (!state.entries().isEmpty()) {
      blocks.add(table(page, state).table());
      int left = state.entries().size() - Evidenced.MOST;
      if (left > 0) {
        blocks.add(
            new Block.Paragraph(
                Line.of(left + " more entries stand in the file, and all of them in status.json.")
                    .list()));
      }
    }
    return blocks;
  }

  private static String untold(BaselineState state) {
    return state.untold() + " of them cannot be told today";
  }

  private static TableDraft table(Draft page, BaselineState state) {
    TableDraft table =
        page.table("baseline-table", "Findings that fail no build")
            .columns("Finding", "Of", "Kind", "State", "Since")
            .number("Known")
            .number("Found");
    for (Known known : Evidenced.shown(state.entries())) {
      Entry entry = known.entry();
      table.row(
          Anchors.of(
              "known", entry.key().kind().word(), entry.key().subject(), entry.key().finding()),
          tone(known.fate()),
          Line.of(entry.key().finding()).cell(),
          Line.of(Named.once(entry.key().subject())).cell(),
          Line.of(entry.key().kind().word()).list(),
          new Line().badge(tone(known.fate()), known.fate().word()).list(),
          Line.of(entry.since().toString()).list(),
          Line.of(Integer.toString(entry.count())).list(),
          known.fate() == Fate.UNTOLD
              ? Line.none()
              : Line.of(Integer.toString(known.found())).list());
    }
    return table;
  }

  private static Tone tone(Fate fate) {
    return switch (fate) {
      case KNOWN -> Tone.WARNING;
      case FIXED -> Tone.GOOD;
      case UNTOLD -> Tone.UNKNOWN;
    };
  }
}
