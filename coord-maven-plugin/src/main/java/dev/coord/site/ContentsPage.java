package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.assess.HandoffState;
import dev.coord.assess.MetricResult;
import dev.coord.assess.SprintState;
import dev.coord.assess.WorkstreamState;
import dev.coord.concurrent.SideBySide;
import dev.coord.plan.Action;
import dev.coord.plan.Epic;
import dev.coord.plan.Person;
import dev.coord.plan.Task;
import dev.coord.rule.Verdict;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
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
import java.util.stream.Stream;

/** Where is it? Everything the site tells of, with a link to its place. */
final class ContentsPage {

  private final View view;
  private final Draft page = new Draft(Page.CONTENTS, "Index");
  private final List<String> counts = new ArrayList<>();

  private ContentsPage(View view) {
    this.view = view;
  }

  /**
   * The page.
   *
   * @param pages the pages before it
   */
  static Page of(View view, List<Page> pages) {
    return new ContentsPage(view).build(pages);
  }

  private Page build(List<Page> pages) {
    section(
        "pages",
        "Pages",
        "page",
        pages.stream().map(p -> List.of(Inline.link(p.title(), Target.page(p.path())))).toList());
    section(
        "workstreams",
        "Workstreams",
        "workstream",
        view.assessment().workstreams().stream().map(this::workstream).toList());
    section(
        "epics", "Epics", "epic", view.plan().epics().stream().map(ContentsPage::epic).toList());
    section(
        "sprints",
        "Sprints",
        "sprint",
        view.assessment().sprints().stream().map(this::sprint).toList());
    section(
        "events",
        "Events",
        "event",
        CalendarPage.happenings(view).stream().map(this::event).toList());
    counted("tasks", "Tasks", Words.count(innermost(), "task"), tasks());
    section(
        "handoffs",
        "Handoffs",
        "handoff",
        view.handoffs().stream().map(ContentsPage::handoff).toList());
    section(
        "waves",
        "Waves",
        "wave",
        view.plan().merges().waves().stream().map(MergesPage::named).toList());
    section(
        "gates",
        "Gates",
        "gate",
        view.assessment().gates().stream()
            .filter(gate -> !gate.isOfNoGates())
            .map(this::gate)
            .toList());
    section(
        "metrics",
        "Metrics",
        "metric",
        view.assessment().metrics().stream().map(ContentsPage::metric).toList());
    section(
        "people",
        "People",
        "person",
        "people",
        view.assessment().people().stream().map(this::person).toList());
    section(
        "actions",
        "Actions",
        "action",
        view.plan().actions().stream().map(ContentsPage::action).toList());
    ListedRows rows = new ListedRows(pages);
    handbook(rows);
    section(
        "waivers", "Waivers", "waiver", rows.of("gates", "waivers-table", any -> true, 0, 1, 2));
    section(
        "findings", "Findings", "finding", rows.of("index", "findings-table", any -> true, 2, 0));
    section(
        "failures",
        "Test classes with failures",
        "test class with failures",
        "test classes with failures",
        rows.of("tests", "suites-table", row -> row.tone() == Tone.BAD, 0));
    List<List<Inline>> reports = new ArrayList<>();
    for (String path : List.of("tests", "coverage")) {
      reports.addAll(rows.of(path, "reports-table", any -> true, 0, 1));
    }
    section("reports", "Reports", "report", reports);
    List<Block> missing = PlanPart.missing(view.plan());
    if (!missing.isEmpty()) {
      page.section("more", "What the plan could hold too", missing);
    }
    return page.page(
        Answer.of(Tone.NEUTRAL, "Listed are " + Words.list(counts) + "."),
        view.links().edit(view.plan().project().origin().self()));
  }

  private void handbook(ListedRows rows) {
    section("risks", "Risks", "risk", rows.of("risks", "risks-table", any -> true, 0, 1));
    section(
        "deliverables",
        "Deliverables of testing",
        "deliverable",
        rows.of("testing", "deliverables-table", any -> true, 0, 3));
    section(
        "environments",
        "Environments",
        "environment",
        rows.of("environments", "environments-table", any -> true, 0));
    section(
        "playbooks",
        "Playbooks",
        "playbook",
        rows.of("playbooks", "playbooks-table", any -> true, 0));
    section(
        "decisions",
        "Decisions",
        "decision",
        rows.of("decisions", "decisions-table", any -> true, 0, 1));
    section(
        "period-reports",
        "Reports of the team",
        "report of the team",
        "reports of the team",
        rows.of("reports", "reports-table", any -> true, 0));
    section(
        "scenarios",
        "Scenarios",
        "scenario",
        rows.of("scenarios", "scenarios-table", any -> true, 0));
  }

  private void section(String id, String heading, String noun, List<List<Inline>> items) {
    section(id, heading, noun, noun + "s", items);
  }

  private void section(
      String id, String heading, String one, String several, List<List<Inline>> items) {
    counted(
        id, heading, items.size() + Words.either(items.size(), " " + one, " " + several), items);
  }

  private void counted(String id, String heading, String count, List<List<Inline>> items) {
    if (!items.isEmpty()) {
      counts.add(count);
      page.section(id, heading, new Block.Items(false, items));
    }
  }

  private List<Inline> workstream(WorkstreamState state) {
    Line line = new Line().add(view.links().workstream(state.id()));
    if (!state.workstream().title().equals(state.id())) {
      line.text(" " + state.workstream().title());
    }
    return line.text(" ").add(Tones.badge(state.observed())).list();
  }

  private static List<Inline> epic(Epic epic) {
    return new Line()
        .add(Inline.link(epic.id(), Target.page("epics", Anchors.of("epic", epic.id()))))
        .text(" " + (epic.title().equals(epic.id()) ? epic.kind().word() : epic.title()))
        .list();
  }

  private List<Inline> sprint(SprintState state) {
    return new Line()
        .add(Inline.link(state.sprint().title(), Target.page("sprints/" + state.sprint().id())))
        .text(" " + state.phase().word())
        .list();
  }

  private List<Inline> event(CalendarPage.Happening happening) {
    Line line = new Line().add(CalendarPage.name(happening.event()));
    happening.when().span().ifPresent(span -> line.text(" " + span));
    return line.text(" ").add(CalendarPage.state(view, happening)).list();
  }

  /**
   * Tasks as all pages count them: one that has parts is counted by these, and listed with them.
   */
  private int innermost() {
    Stream<Task> workstreams =
        view.assessment().workstreams().stream().flatMap(s -> s.workstream().tasks().stream());
    Stream<Task> sprints =
        view.assessment().sprints().stream()
            .flatMap(s -> s.sprint().blocks().stream())
            .flatMap(block -> block.tasks().stream());
    return (int)
        Stream.concat(workstreams, sprints)
            .flatMap(Task::flat)
            .filter(task -> task.tasks().isEmpty())
            .count();
  }

  private List<List<Inline>> tasks() {
    Stream<List<Inline>> workstreams =
        SideBySide.map(
                view.assessment().workstreams(),
                state -> tasks("workstreams/", state.id(), state.workstream().tasks()).toList())
            .stream()
            .flatMap(List::stream);
    Stream<List<Inline>> sprints =
        view.assessment().sprints().stream()
            .map(SprintState::sprint)
            .flatMap(
                s ->
                    s.blocks().stream().flatMap(block -> tasks("sprints/", s.id(), block.tasks())));
    return Stream.concat(workstreams, sprints).toList();
  }

  private static Stream<List<Inline>> tasks(String folder, String owner, List<Task> tasks) {
    return tasks.stream().flatMap(Task::flat).map(task -> task(folder, owner, task));
  }

  private static List<Inline> task(String folder, String owner, Task task) {
    Target row = Target.page(folder + owner, Anchors.of("task", task.id()));
    return Line.of(owner + ": ")
        .addAll(TaskName.of(task, row).list())
        .text(" ")
        .add(Tones.badge(task.state()))
        .list();
  }

  private static List<Inline> handoff(HandoffState state) {
    return new Line()
        .add(Inline.link(state.handoff().title(), HandoffsPage.row(state.handoff())))
        .text(" ")
        .add(HandoffsPage.badge(state))
        .list();
  }

  private List<Inline> gate(GateResult gate) {
    return new Line().add(view.links().gate(gate)).text(" ").add(Tones.badge(gate)).list();
  }

  private static List<Inline> metric(MetricResult result) {
    String id = result.metric().id();
    String key =
        result.verdicts().stream()
            .findFirst()
            .map(Verdict::key)
            .filter(k -> !k.isEmpty())
            .orElse("");
    String row = Anchors.of("metric", key.isEmpty() ? id : id + "." + key);
    Line line = new Line().add(Inline.link(id, Target.page("metrics", row)));
    return result.metric().title().equals(id)
        ? line.list()
        : line.text(" " + result.metric().title()).list();
  }

  private List<Inline> person(Person person) {
    Line line = new Line().add(view.links().person(person.id()));
    return person.role().isEmpty() ? line.list() : line.text(" " + person.role()).list();
  }

  private static List<Inline> action(Action action) {
    return new Line()
        .add(Inline.link(action.id(), Target.page("actions", Anchors.of("action", action.id()))))
        .text(" ")
        .rich(action.title(), action.origin().of("title"))
        .text(" ")
        .add(Tones.badge(action.status()))
        .list();
  }
}
