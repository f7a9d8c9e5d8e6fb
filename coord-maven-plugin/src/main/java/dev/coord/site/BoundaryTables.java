package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;

/** What the plan says of paths that several workstreams change. */
final class BoundaryTables {

  private final View view;
  private final Draft page;
  private final Boundaries boundaries;

  private BoundaryTables(View view, Draft page) {
    this.view = view;
    this.page = page;
    this.boundaries = view.assessment().rulebook().boundaries();
  }

  /** Adds what is shared, and what conflicts are expected, where the plan says so. */
  static void add(View view, Draft page) {
    BoundaryTables tables = new BoundaryTables(view, page);
    if (!tables.boundaries.shared().isEmpty()) {
      page.section("shared", "Shared paths", tables.shared());
    }
    if (!tables.boundaries.conflicts().isEmpty()) {
      page.section("conflicts", "Conflicts that are expected", tables.conflicts());
    }
    if (!view.plan().boundaries().noConflicts().isEmpty()) {
      page.section("no-conflicts", "Where no conflict is expected", tables.noConflicts());
    }
  }

  private Block shared() {
    TableDraft table =
        page.table("shared-table", "Paths that several workstreams may change, and how")
            .columns("Paths", "Mode", "Condition", "Steward", "Plan line");
    int number = 0;
    for (Shared shared : boundaries.shared()) {
      table.row(
          Anchors.of("shared", Integer.toString(++number)),
          Tone.NEUTRAL,
          paths(shared.paths()),
          Line.of(shared.mode().word()).list(),
          condition(shared),
          shared.steward().map(id -> List.of(view.links().person(id))).orElseGet(Line::none),
          List.of(view.links().place(shared.origin().self())));
    }
    return table.table();
  }

  /** Under what condition shared paths may be changed; the plan's own words come last. */
  static List<Inline> condition(Shared shared) {
    String words =
        switch (shared.mode()) {
          case COORDINATE -> "each commit needs the trailer Coordinated-with: <person id>";
          case INFORM -> "it warns, so tell the others";
          case APPEND_ONLY -> "only add lines";
          case STEWARD -> "only its steward changes them";
        };
    Line line = Line.of(words);
    return (shared.condition().isEmpty()
            ? line
            : line.text(". ").rich(shared.condition(), shared.origin().of("condition")))
        .list();
  }

  private Block conflicts() {
    TableDraft table =
        page.table("conflicts-table", "Who gives way where two workstreams change one path")
            .columns("Paths", "Between", "Resolution", "Plan line");
    int number = 0;
    for (Conflict conflict : boundaries.conflicts()) {
      table.row(
          Anchors.of("conflict", Integer.toString(++number)),
          Tone.NEUTRAL,
          paths(conflict.paths()),
          view.links().workstreams(conflict.between()),
          resolution(conflict),
          List.of(view.links().place(conflict.origin().self())));
    }
    return table.table();
  }

  /** What is said is the plan's claim, so it is the checked-out plan's. */
  private Block noConflicts() {
    TableDraft table =
        page.table("no-conflicts-table", "Workstreams that are said not to conflict")
            .columns("Between", "Why", "Observed", "Plan line");
    int number = 0;
    for (NoConflict assertion : view.plan().boundaries().noConflicts()) {
      List<ClaimCheck> claims =
          view.assessment().claims().stream()
              .filter(claim -> claim.place().equals(assertion.origin().of("between")))
              .toList();
      boolean wrong =
          claims.stream().anyMatch(c -> c.agreement() == ClaimCheck.Agreement.CONTRADICTS);
      table.row(
          Anchors.of("no-conflict", Integer.toString(++number)),
          wrong ? Tone.WARNING : Tone.NEUTRAL,
          view.links().workstreams(assertion.between()),
          new Line().rich(assertion.reason(), assertion.origin().of("reason")).cell(),
          new Line()
              .joined(
                  "; ", claims.stream().map(c -> view.claims().seen(Optional.of(c), "")).toList())
              .cell(),
          List.of(view.links().place(assertion.origin().self())));
    }
    return table.table();
  }

  private List<Inline> resolution(Conflict conflict) {
    return resolution(view, conflict);
  }

  /** Who gives way where two workstreams change one path. */
  static List<Inline> resolution(View view, Conflict conflict) {
    Line line = new Line();
    switch (conflict.resolution()) {
      case OWNER_WINS ->
          conflict
              .winner()
              .ifPresent(id -> line.text("the version of ").add(view.links().workstream(id)));
      case MERGE_BOTH -> line.text("both changes are kept");
      case CONSULT -> line.text("the two talk to each other first");
    }
    if (!conflict.notes().isEmpty()) {
      line.text(". ").rich(conflict.notes(), conflict.origin().of("notes"));
    }
    return line.list();
  }

  private static List<Inline> paths(PathPatterns patterns) {
    Line line = new Line();
    patterns.patterns().forEach(p -> line.text(line.isEmpty() ? "" : " ").code(p.text()));
    return line.cell();
  }
}
