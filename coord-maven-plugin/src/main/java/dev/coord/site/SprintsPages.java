package dev.coord.site;

import dev.coord.assess.SprintState;
import dev.coord.assess.SprintState.BlockState;
import dev.coord.assess.SprintState.Phase;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** All sprints at a glance, and a page for each. */
final class SprintsPages {

  /** Workstreams of a sprint that its row names. */
  private static final int NAMED = 4;

  private SprintsPages() {}

  static List<Page> of(View view) {
    List<Page> pages = new ArrayList<>();
    pages.add(overview(view));
    for (SprintState state : view.assessment().sprints()) {
      pages.add(SprintPage.of(view, state));
    }
    return pages;
  }

  private static Page overview(View view) {
    List<SprintState> sprints = view.assessment().sprints();
    Draft page = new Draft("sprints", "Sprints");
    List<Sources.Missing> missing = missing(view);
    Sources.banner(missing).ifPresent(page::add);
    if (sprints.isEmpty()) {
      page.add(EmptyState.SPRINTS.block());
      return page.page(
          Answer.of(Tone.NEUTRAL, "The plan has no sprints."),
          view.links().edit(view.plan().project().origin().self()));
    }
    TableDraft table =
        page.table("sprints-table", "Sprints with their dates and claimed progress")
            .columns("Sprint", "Phase", "Start", "End", "Tasks claimed done", "Overdue blocks")
            .columns("Workstreams");
    for (SprintState state : sprints) {
      table.row(
          Anchors.of("sprint", state.sprint().id()),
          SprintPage.answer(state).tone(),
          name(state),
          new Line().badge(Tones.of(state.phase()), state.phase().word()).list(),
          start(state),
          end(state),
          progress(state),
          blocks(state),
          workstreams(view, state));
    }
    page.section("all", "All sprints", table.table());
    return page.page(
        answer(sprints).without(missing),
        view.links().edit(sprints.get(0).sprint().origin().self()));
  }

  /** All of a few; of many the first, for the sprint's page lists them. */
  private static List<Inline> workstreams(View view, SprintState state) {
    List<String> ids = state.workstreams();
    if (ids.size() <= NAMED + 1) {
      return view.links().workstreams(ids);
    }
    Target all = Target.page("sprints/" + state.sprint().id(), "workstreams");
    return new Line()
        .addAll(view.links().workstreams(ids.subList(0, NAMED)))
        .text(" and ")
        .add(Inline.link((ids.size() - NAMED) + " more", all))
        .list();
  }

  /** Claims are read at the tips of branches, so without git they may be old ones. */
  static List<Sources.Missing> missing(View view) {
    return view.missing(EnumSet.of(Sources.Kind.GIT));
  }

  private static Answer answer(List<SprintState> sprints) {
    Answer now = now(sprints);
    List<SprintState> left =
        sprints.stream().filter(s -> s.phase() == Phase.OVER && s.done() < s.tasks()).toList();
    if (left.isEmpty()) {
      return now;
    }
    int tasks = left.stream().mapToInt(s -> s.tasks() - s.done()).sum();
    String over =
        Words.count(left.size(), "sprint")
            + Words.either(left.size(), " is", " are")
            + " over with "
            + Words.count(tasks, "task")
            + " open. ";
    return new Answer(Tone.WARNING, Line.of(over).addAll(now.sentence()).list());
  }

  private static Answer now(List<SprintState> sprints) {
    Optional<SprintState> running =
        sprints.stream().filter(s -> s.phase() == Phase.RUNNING).findFirst();
    if (running.isPresent()) {
      Answer answer = SprintPage.answer(running.get());
      return new Answer(
          answer.tone(),
          Line.of("Now: ").addAll(name(running.get())).text(". ").addAll(answer.sentence()).list());
    }
    Optional<SprintState> next =
        sprints.stream().filter(s -> s.phase() == Phase.PLANNED).findFirst();
    return next.map(
            s ->
                new Answer(
                    Tone.NEUTRAL,
                    Line.of("No sprint is running; next is ")
                        .addAll(name(s))
                        .text(s.start().map(day -> " on " + day).orElse("") + ".")
                        .list()))
        .orElseGet(() -> Answer.of(Tone.NEUTRAL, "No sprint is running, and none is planned."));
  }

  static List<Inline> name(SprintState state) {
    return List.of(
        Inline.link(state.sprint().title(), Target.page("sprints/" + state.sprint().id())));
  }

  static List<Inline> start(SprintState state) {
    return day(state.start(), state.sprint().start().isPresent());
  }

  static List<Inline> end(SprintState state) {
    return day(state.end(), state.sprint().end().isPresent());
  }

  private static List<Inline> day(Optional<LocalDate> day, boolean said) {
    return said || day.isEmpty() ? day(day) : Line.of(day.get() + " (computed)").list();
  }

  static List<Inline> day(Optional<LocalDate> day) {
    return day.map(d -> List.<Inline>of(new Inline.Day(d))).orElseGet(Line::none);
  }

  static List<Inline> progress(SprintState state) {
    return state.tasks() == 0
        ? Line.none()
        : List.of(
            new Inline.Progress(
                state.done(),
                state.tasks(),
                Optional.of(Target.page("sprints/" + state.sprint().id()))));
  }

  /** How many blocks are overdue, with the first of them; the first of all where none is. */
  private static List<Inline> blocks(SprintState state) {
    List<BlockState> blocks = state.blocks();
    if (blocks.isEmpty()) {
      return Line.none();
    }
    int first = 0;
    while (first < blocks.size() && !blocks.get(first).overdue()) {
      first++;
    }
    return List.of(
        Inline.link(
            overdue(state) + " of " + blocks.size(),
            Target.page(
                "sprints/" + state.sprint().id(),
                SprintPage.anchor(first == blocks.size() ? 1 : first + 1))));
  }

  static long overdue(SprintState state) {
    return state.blocks().stream().filter(BlockState::overdue).count();
  }
}
