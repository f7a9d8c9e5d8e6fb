package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.diagnostic.Location;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Origin;
import dev.coord.plan.Workstream;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;

/** What a workstream may change, must not change, and shares with others. */
final class WorkstreamTerritory {

  private final View view;
  private final Workstream ruled;
  private final TableDraft table;
  private boolean empty = true;

  private WorkstreamTerritory(View view, WorkstreamState state, Draft page) {
    this.view = view;
    this.ruled = view.ruled(state.workstream());
    this.table =
        page.table("territory-table", "Paths, and whether this workstream may change them")
            .columns("Paths", "May it change them", "Condition")
            .number("Tracked files")
            .columns("Plan line");
  }

  static void add(View view, WorkstreamState state, Draft page) {
    WorkstreamTerritory territory = new WorkstreamTerritory(view, state, page);
    territory.rows();
    if (territory.empty) {
      page.section("territory", "What it may change", unsaid(), territory.rest());
      return;
    }
    page.section("territory", "What it may change", territory.table.table(), territory.rest());
  }

  private void rows() {
    Boundaries boundaries = view.assessment().rulebook().boundaries();
    patterns(ruled.owns(), ruled.origin(), "owns", Tone.INFO, "yes");
    patterns(ruled.keepsOff(), ruled.origin(), "keeps_off", Tone.WARNING, "never");
    for (Shared shared : boundaries.shared()) {
      for (PathPattern pattern : shared.paths().patterns()) {
        row(
            "shared",
            pattern,
            new Line().badge(Tone.NEUTRAL, "shared").list(),
            condition(shared),
            shared.origin().self());
      }
    }
    patterns(
        boundaries.protectedPaths(),
        boundaries.origin(),
        "protected",
        Tone.WARNING,
        "not unless it owns them");
  }

  private void patterns(PathPatterns patterns, Origin origin, String key, Tone tone, String may) {
    List<PathPattern> list = patterns.patterns();
    for (int i = 0; i < list.size(); i++) {
      row(key, list.get(i), new Line().badge(tone, may).list(), Line.none(), origin.of(key, i));
    }
  }

  private void row(
      String role, PathPattern pattern, List<Inline> may, List<Inline> condition, Location place) {
    empty = false;
    table.row(
        Anchors.of(role, pattern.text()),
        Tone.NEUTRAL,
        List.of(Inline.code(pattern.text())),
        may,
        condition,
        files(pattern),
        List.of(view.links().place(place)));
  }

  private List<Inline> condition(Shared shared) {
    Line line = new Line().addAll(BoundaryTables.condition(shared));
    shared.steward().ifPresent(id -> line.text(" (").add(view.links().person(id)).text(")"));
    return line.list();
  }

  /** How many tracked files a pattern matches, where that is known. */
  private List<Inline> files(PathPattern pattern) {
    return view.files(pattern.text())
        .map(files -> Line.of(files.toString()).list())
        .orElseGet(Line::none);
  }

  private static Block unsaid() {
    return new Block.Paragraph(
        Line.of("The plan names no paths of its own, none that it keeps off, and none that it ")
            .text("shares. See ")
            .add(Inline.link("who owns what", Target.page("ownership")))
            .text(".")
            .list());
  }

  private Block rest() {
    Boundaries boundaries = view.assessment().rulebook().boundaries();
    String others =
        switch (boundaries.unowned()) {
          case ALLOW -> "Paths that nobody owns may be changed ";
          case WARN -> "Paths that nobody owns may be changed, with a warning ";
          case FAIL -> "Paths that nobody owns must not be changed ";
        };
    return new Block.Paragraph(
        Line.of(
                "It may also change the plan file that defines it. Paths of other workstreams must"
                    + " not be changed. "
                    + others)
            .add(view.links().place(boundaries.origin().of("unowned")))
            .text(".")
            .list());
  }
}
