package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.Comparator;
import java.util.List;

/** How to start: one row for each workstream with a recipe, in the order of the launches. */
final class LaunchTable {

  private final View view;
  private final TableDraft table;

  private LaunchTable(View view, Draft page) {
    this.view = view;
    this.table =
        page.table("launch-table", "Where and with what each workstream is started")
            .columns("Workstream", "Order", "When", "Terminal", "Directory", "Command")
            .columns("Prompt file", "Waits for");
  }

  static void add(View view, Draft page, List<WorkstreamState> workstreams) {
    List<Workstream> launched =
        workstreams.stream()
            .map(WorkstreamState::workstream)
            .filter(w -> w.launch().isPresent())
            .sorted(
                Comparator.comparingInt(
                    w -> w.launch().orElseThrow().order().orElse(Integer.MAX_VALUE)))
            .toList();
    if (!launched.isEmpty()) {
      LaunchTable rows = new LaunchTable(view, page);
      launched.forEach(w -> rows.row(w, w.launch().orElseThrow()));
      page.section("launch", "How to start, in order", rows.table.table());
    }
  }

  private void row(Workstream workstream, Launch launch) {
    table.row(
        Anchors.of("launch", workstream.id()),
        Tone.NEUTRAL,
        List.of(
            Inline.link(
                workstream.title(), Target.page("workstreams/" + workstream.id(), "launch"))),
        launch.order().isPresent()
            ? Line.of(Integer.toString(launch.order().getAsInt())).list()
            : Line.none(),
        WaveDetails.when(launch.when()).cell(),
        Line.of(launch.terminal()).cell(),
        launch.directory().isEmpty() ? Line.none() : new Line().code(launch.directory()).list(),
        launch.command().isEmpty() ? Line.none() : new Line().code(launch.command()).list(),
        launch.promptFile().map(file -> List.of(view.links().file(file))).orElseGet(Line::none),
        view.links().workstreams(launch.waitFor()));
  }
}
