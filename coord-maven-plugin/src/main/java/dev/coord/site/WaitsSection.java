package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.schedule.Waits;
import dev.coord.schedule.Waits.Wait;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;

/** Who waits for whom, and where the plan says so: as a graph and as a table. */
final class WaitsSection {

  private WaitsSection() {}

  /** Adds the section, if anybody waits. */
  static void add(View view, Draft page) {
    Waits waits = Waits.of(view.plan());
    DependencyPicture picture = new DependencyPicture(view);
    TableDraft table =
        page.table("waits-table", "What each workstream waits for")
            .columns("Workstream", "Waits for", "Observed", "By", "Plan line");
    for (WorkstreamState state : view.assessment().workstreams()) {
      for (Wait wait : waits.of(state.id())) {
        boolean there = view.state(wait.on()).filter(s -> s.observed().isMerged()).isPresent();
        boolean over = state.observed().isOver();
        picture.add(wait.on(), state.id(), !there && !over);
        Line observed = new Line();
        view.state(wait.on()).ifPresent(other -> observed.add(Tones.badge(other.observed())));
        if (over && !there) {
          observed.text(" " + state.id() + " waits no more: ").add(Tones.badge(state.observed()));
        }
        table.row(
            Anchors.of("waits", state.id(), wait.on()),
            Tone.NEUTRAL,
            List.of(view.links().workstream(state.id())),
            List.of(view.links().workstream(wait.on())),
            observed.cell(),
            Line.of(words(wait)).list(),
            List.of(view.links().place(wait.place())));
      }
    }
    if (!table.isEmpty()) {
      Block.Table rows = table.table();
      picture
          .figure("Who waits for whom", Target.page("workstreams", rows.id()))
          .ifPresentOrElse(
              figure -> page.section("waits", "Who waits for whom", figure, rows),
              () -> page.section("waits", "Who waits for whom", rows));
    }
  }

  private static String words(Wait wait) {
    return switch (wait.why()) {
      case DEPENDENCY -> "dependency";
      case LAUNCH -> "launch";
      case HANDOFF -> "handoff";
    };
  }
}
