package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;

/** All workstreams at a glance, and a page for each. */
final class WorkstreamsPages {

  private WorkstreamsPages() {}

  /** What makes each of them: a large plan has more of these than of all other pages. */
  static List<Supplier<List<Page>>> makers(View view) {
    List<Supplier<List<Page>>> makers = new ArrayList<>();
    makers.add(() -> List.of(overview(view)));
    view.assessment()
        .workstreams()
        .forEach(state -> makers.add(() -> List.of(WorkstreamPage.of(view, state))));
    return makers;
  }

  private static Page overview(View view) {
    Draft page = new Draft("workstreams", "Workstreams");
    List<WorkstreamState> workstreams = view.assessment().workstreams();
    List<Sources.Missing> missing = view.missing(EnumSet.of(Sources.Kind.GIT));
    Sources.banner(missing).ifPresent(page::add);
    if (workstreams.isEmpty()) {
      page.add(EmptyState.WORKSTREAMS.block());
      return page.page(
          Answer.of(Tone.NEUTRAL, "The plan has no workstreams.").without(missing),
          view.links().edit(view.plan().project().origin().self()));
    }
    page.section("all", "All workstreams", WorkstreamTable.of(view, page, workstreams));
    WaitsSection.add(view, page);
    LaunchTable.add(view, page, workstreams);
    return page.page(
        answer(view, workstreams).without(missing),
        view.links().edit(workstreams.get(0).workstream().origin().self()));
  }

  private static Answer answer(View view, List<WorkstreamState> workstreams) {
    List<String> counts = new ArrayList<>();
    for (Status status :
        List.of(
            Status.MERGED,
            Status.MERGED_OUT_OF_ORDER,
            Status.REVERTED,
            Status.READY,
            Status.ACTIVE,
            Status.STALE,
            Status.NOT_STARTED,
            Status.ABANDONED,
            Status.UNKNOWN)) {
      long number = workstreams.stream().filter(w -> w.observed() == status).count();
      if (number > 0) {
        counts.add(number + " " + status.words());
      }
    }
    String of = Words.count(workstreams.size(), "workstream") + ": " + Words.list(counts);
    List<String> broken = marked(view, workstreams, Tone.BAD);
    if (!broken.isEmpty()) {
      return Answer.of(Tone.BAD, of + ". A gate fails for " + Words.list(broken, 5) + ".");
    }
    List<String> unknown =
        workstreams.stream()
            .filter(w -> w.observed() == Status.UNKNOWN)
            .map(WorkstreamState::id)
            .toList();
    List<String> untold = new ArrayList<>(marked(view, workstreams, Tone.UNKNOWN));
    untold.removeAll(unknown);
    if (!unknown.isEmpty() || !untold.isEmpty()) {
      String did =
          unknown.isEmpty() ? "" : " What " + Words.list(unknown, 5) + " did cannot be told.";
      String gates =
          untold.isEmpty() ? "" : " A gate cannot be told for " + Words.list(untold, 5) + ".";
      return Answer.of(Tone.UNKNOWN, of + "." + did + gates);
    }
    List<String> warned = marked(view, workstreams, Tone.WARNING);
    if (!warned.isEmpty()) {
      return Answer.of(Tone.WARNING, of + ". Look at " + Words.list(warned, 5) + ".");
    }
    boolean all = workstreams.stream().allMatch(w -> w.observed().isMerged());
    return Answer.of(all ? Tone.GOOD : Tone.INFO, of + ".");
  }

  private static List<String> marked(View view, List<WorkstreamState> workstreams, Tone tone) {
    return workstreams.stream()
        .filter(w -> WorkstreamTable.tone(view, w) == tone)
        .map(WorkstreamState::id)
        .toList();
  }
}
