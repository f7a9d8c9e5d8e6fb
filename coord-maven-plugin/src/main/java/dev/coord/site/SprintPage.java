package dev.coord.site;

import dev.coord.assess.ExpectedProgress;
import dev.coord.assess.SprintState;
import dev.coord.assess.SprintState.BlockState;
import dev.coord.assess.SprintState.Phase;
import dev.coord.assess.WorkstreamState;
import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.plan.Sprint;
import dev.coord.plan.WorkCount;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Will the sprint finish? Told from what is claimed done, never from the calendar alone. */
final class SprintPage {

  private final View view;
  private final SprintState state;
  private final Sprint sprint;
  private final Draft page;

  private SprintPage(View view, SprintState state) {
    this.view = view;
    this.state = state;
    this.sprint = state.sprint();
    this.page = new Draft("sprints/" + sprint.id(), sprint.title(), "sprints");
  }

  static Page of(View view, SprintState state) {
    return new SprintPage(view, state).build();
  }

  /** Whether the sprint will finish, as far as its tasks tell. */
  static Answer answer(SprintState state) {
    int open = state.tasks() - state.done();
    long overdue = SprintsPages.overdue(state);
    String tasks =
        state.tasks() == 0
            ? "no tasks to tell by"
            : state.done() + " of " + Words.count(state.tasks(), "task") + " claimed done";
    String late = overdue > 0 ? ", " + Words.count(overdue, "block") + " overdue" : "";
    String end = state.end().map(day -> " until " + day).orElse("");
    boolean done = state.tasks() > 0 && open == 0;
    return switch (state.phase()) {
      case UNDATED ->
          Answer.of(
              Tone.UNKNOWN,
              "Whether it is over cannot be told, as the sprint has no dates: " + tasks + ".");
      case PLANNED ->
          Answer.of(
              Tone.NEUTRAL,
              "It has not begun"
                  + state.start().map(day -> " and starts on " + day).orElse("")
                  + ": "
                  + tasks
                  + ".");
      case RUNNING ->
          done
              ? Answer.of(Tone.INFO, "All of it is claimed done: " + tasks + ".")
              : Answer.of(
                  overdue > 0 ? Tone.WARNING : Tone.INFO,
                  "It runs" + end + ": " + tasks + late + ".");
      case OVER ->
          done
              ? Answer.of(Tone.NEUTRAL, "It is over, and all is claimed done: " + tasks + ".")
              : Answer.of(
                  Tone.WARNING,
                  "It is over"
                      + (open > 0 ? " and did not finish" : "")
                      + ": "
                      + tasks
                      + late
                      + ".");
    };
  }

  private Page build() {
    List<Sources.Missing> missing = SprintsPages.missing(view);
    Sources.banner(missing).ifPresent(page::add);
    if (state.phase() == Phase.UNDATED) {
      page.add(EmptyState.DATES.block());
    }
    facts();
    if (!sprint.goals().isEmpty()) {
      page.section(
          "goals",
          "Goals",
          new Block.Items(
              false,
              sprint.goals().stream()
                  .map(g -> new Line().rich(g, sprint.origin().of("goals")).cell())
                  .toList()));
    }
    if (!sprint.insight().isEmpty()) {
      page.add(
          new Block.Callout(
              Tone.INFO,
              "Key insight",
              List.of(Line.prose(sprint.insight(), sprint.origin().of("insight")))));
    }
    priorities();
    for (int i = 0; i < state.blocks().size(); i++) {
      block(i + 1, state.blocks().get(i));
    }
    tasks();
    events();
    List<WorkstreamState> active =
        state.workstreams().stream().flatMap(id -> view.state(id).stream()).toList();
    if (!active.isEmpty()) {
      page.section("workstreams", "Workstreams in it", WorkstreamTable.of(view, page, active));
    }
    List<Block> burnUp = BurnUp.of(view, page, Part.sprint(sprint.id()), "history-table");
    if (!burnUp.isEmpty()) {
      page.section("history", "Burn-up", burnUp);
    }
    if (!sprint.notes().isEmpty()) {
      page.section("notes", "Notes", Line.prose(sprint.notes(), sprint.origin().of("notes")));
    }
    return page.page(
        answer(state).contradicted(view.claims().contradictions(sprint.id())).without(missing),
        view.links().edit(sprint.origin().self()));
  }

  private void facts() {
    List<Block.Definition> facts = new ArrayList<>();
    facts.add(
        new Block.Definition(
            "Phase", new Line().badge(Tones.of(state.phase()), state.phase().word()).list()));
    facts.add(new Block.Definition("Id", new Line().code(sprint.id()).list()));
    facts.add(new Block.Definition("Start", SprintsPages.start(state)));
    facts.add(new Block.Definition("End", SprintsPages.end(state)));
    facts.add(new Block.Definition("Tasks claimed done", SprintsPages.progress(state)));
    Line contradicted = Beside.contradictions(view, sprint.id());
    if (!contradicted.isEmpty()) {
      facts.add(new Block.Definition("Contradicted", contradicted.list()));
    }
    facts.add(
        new Block.Definition("Written in", List.of(view.links().place(sprint.origin().self()))));
    page.add(new Block.Definitions(facts));
  }

  /**
   * The tasks that name the sprint; those of a workstream that is in no other stand on its page.
   */
  private void tasks() {
    List<Block> tables = new ArrayList<>();
    view.sprintTasks()
        .ofWorkstreams(sprint)
        .forEach(
            (id, tasks) -> {
              if (view.sprintTasks().names(id)) {
                tables.add(
                    TaskTable.of(
                        view,
                        page,
                        "workstreams/" + id,
                        Anchors.of("tasks-of", id),
                        "Tasks of " + id + " in the sprint",
                        tasks));
              }
            });
    if (!tables.isEmpty()) {
      page.section("tasks", "Tasks", tables);
    }
  }

  private void events() {
    List<List<Inline>> events =
        CalendarPage.happenings(view).stream()
            .filter(h -> h.event().sprint().equals(Optional.of(sprint.id())))
            .map(h -> CalendarPage.line(view, h))
            .toList();
    if (!events.isEmpty()) {
      page.section("events", "Events", new Block.Items(false, events));
    }
  }

  private void priorities() {
    if (sprint.priorities().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("priorities-table", "What matters most for each workstream")
            .columns("Workstream", "Focus", "Timeline", "Observed", "Plan line");
    for (Sprint.Priority priority : sprint.priorities()) {
      table.row(
          Anchors.of("priority", priority.workstream()),
          Tone.NEUTRAL,
          List.of(view.links().workstream(priority.workstream())),
          new Line().rich(priority.focus(), priority.origin().of("focus")).cell(),
          Line.of(priority.timeline()).cell(),
          view.state(priority.workstream())
              .map(w -> WorkstreamTable.observed(view, w))
              .orElseGet(Line::none),
          List.of(view.links().place(priority.origin().self())));
    }
    page.section("priorities", "Priorities", table.table());
  }

  private void block(int number, BlockState block) {
    Sprint.Block plan = block.block();
    List<Block> blocks = new ArrayList<>();
    Line line =
        new Line().badge(phaseTone(block), block.overdue() ? "overdue" : block.phase().word());
    block.dates().ifPresent(span -> line.text(" " + span));
    if (!plan.workstreams().isEmpty()) {
      line.text(", active: ").addAll(active(plan.workstreams()));
    }
    if (!plan.launches().isEmpty()) {
      line.text(", launched: ").addAll(view.links().workstreams(plan.launches()));
    }
    List<Inline> merged = block.dates().map(this::merged).orElse(List.of());
    if (!merged.isEmpty()) {
      line.text(", merges: ").addAll(merged);
    }
    blocks.add(
        new Block.Paragraph(line.text(" ").add(view.links().place(plan.origin().self())).list()));
    if (block.when().ways().size() > 1) {
      When.ways(block.when()).ifPresent(blocks::add);
    }
    if (!plan.outputs().isEmpty()) {
      blocks.add(
          new Block.Items(
              false,
              plan.outputs().stream()
                  .map(o -> Line.of("Output: ").rich(o, plan.origin().of("outputs")).list())
                  .toList()));
    }
    if (!plan.tasks().isEmpty()) {
      blocks.add(
          TaskTable.of(
              view,
              page,
              "block-" + number + "-tasks",
              "Tasks of " + heading(number, plan),
              plan.tasks()));
    }
    if (!plan.expected().isEmpty()) {
      blocks.add(expected(number, block));
    }
    if (!plan.notes().isEmpty()) {
      blocks.add(Line.prose(plan.notes(), plan.origin().of("notes")));
    }
    page.section(anchor(number), heading(number, plan), blocks);
  }

  /** The waves that are planned for days of a block. */
  private List<Inline> merged(Span dates) {
    PlanCalendar calendar = PlanCalendar.of(view.plan());
    return new Line()
        .joined(
            ", ",
            view.plan().merges().waves().stream()
                .filter(
                    wave ->
                        calendar
                            .wave(wave)
                            .span()
                            .filter(span -> !span.first().isBefore(dates.first()))
                            .filter(span -> !span.last().isAfter(dates.last()))
                            .isPresent())
                .map(wave -> MergesPage.named(wave))
                .toList())
        .list();
  }

  /** Workstreams, each with how far it is; the share leads to its tasks. */
  private List<Inline> active(List<String> ids) {
    return new Line()
        .joined(
            ", ",
            ids.stream()
                .map(
                    id -> {
                      Line line = new Line().add(view.links().workstream(id));
                      share(id).ifPresent(share -> line.text(" (").add(share).text(")"));
                      return line.list();
                    })
                .toList())
        .list();
  }

  /** How far a workstream is with its tasks of this sprint. */
  private Optional<Inline> share(String id) {
    Target all = Target.page("workstreams/" + id, "tasks");
    WorkCount count =
        WorkCount.of(view.sprintTasks().ofWorkstreams(sprint).getOrDefault(id, List.of()));
    if (view.sprintTasks().isUndecided(id)) {
      return Optional.of(Inline.link("its tasks name no sprint", all));
    }
    return count.total() == 0
        ? Optional.empty()
        : Optional.of(
            Inline.link(
                count.done() + " of " + Words.count(count.total(), "task"),
                view.sprintTasks().names(id)
                    ? Target.page("sprints/" + sprint.id(), "tasks")
                    : all));
  }

  /** The section of a block, counted from 1. */
  static String anchor(int number) {
    return "block-" + number;
  }

  private static String heading(int number, Sprint.Block plan) {
    String when = plan.when().isUnsaid() ? "block " + number : plan.when().toString();
    String upper = Character.toUpperCase(when.charAt(0)) + when.substring(1);
    return plan.title().isEmpty() ? upper : upper + ": " + plan.title();
  }

  private static Tone phaseTone(BlockState block) {
    return block.overdue() ? Tone.WARNING : Tones.of(block.phase());
  }

  /** What was expected of each workstream at the block's end, beside what it claims by now. */
  private Block expected(int number, BlockState block) {
    TableDraft table =
        page.table(
                "block-" + number + "-expected",
                heading(number, block.block()) + ", expected at its end and claimed now")
            .columns("Workstream")
            .number("Expected")
            .columns("Claimed now", "Plan line");
    for (Map.Entry<String, Integer> entry : block.block().expected().entrySet()) {
      Optional<WorkstreamState> workstream = view.state(entry.getKey());
      boolean less =
          block.phase() == Phase.OVER
              && workstream.filter(w -> ExpectedProgress.isLess(entry.getValue(), w)).isPresent();
      Line now = new Line();
      workstream.ifPresent(w -> now.addAll(WorkstreamTable.tasks(w)));
      if (less) {
        now.text(" ").badge(Tone.WARNING, "less than expected");
      }
      table.row(
          Anchors.of("expected", Integer.toString(number), entry.getKey()),
          less ? Tone.WARNING : Tone.NEUTRAL,
          List.of(view.links().workstream(entry.getKey())),
          Line.of(entry.getValue() + "%").list(),
          now.cell(),
          List.of(view.links().place(block.block().origin().of("expected"))));
    }
    return table.table();
  }
}
