package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.path.PathPattern;
import dev.coord.plan.Task;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;

/** Tasks and the tasks nested in them, each with what is claimed and what was observed. */
final class TaskTable {

  static final String NESTED = "↳ ";

  private final View view;
  private final String page;
  private final String home;
  private final TableDraft table;

  private TaskTable(View view, String page, String home, TableDraft table) {
    this.view = view;
    this.page = page;
    this.home = home;
    this.table = table;
  }

  static Block.Table of(View view, Draft page, String id, String caption, List<Task> tasks) {
    return of(view, page, page.path(), id, caption, tasks);
  }

  /**
   * Tasks of another page.
   *
   * @param home the page where all of their list are
   */
  static Block.Table of(
      View view, Draft page, String home, String id, String caption, List<Task> tasks) {
    TableDraft table =
        page.table(id, caption)
            .columns("Task", "Claimed", "Evidence", "Who", "Due", "Waits for", "Plan line");
    TaskTable rows = new TaskTable(view, page.path(), home, table);
    tasks.forEach(task -> rows.add(task, 0));
    return table.table();
  }

  private void add(Task task, int depth) {
    Optional<ClaimCheck> claim = view.claims().of(task);
    boolean overdue = open(task) && view.isPast(task.due());
    boolean contradicted =
        claim.filter(c -> c.agreement() == ClaimCheck.Agreement.CONTRADICTS).isPresent();
    Line text = Line.of(NESTED.repeat(depth)).addAll(TaskName.of(task).list());
    if (!task.size().isEmpty()) {
      text.text(" (" + task.size() + ")");
    }
    for (PathPattern pattern : task.paths().patterns()) {
      text.text(" ").code(pattern.text());
    }
    table.row(
        page.equals(home) ? Anchors.of("task", task.id()) : Anchors.of("task", home, task.id()),
        overdue || contradicted ? Tone.WARNING : Tone.NEUTRAL,
        text.list(),
        List.of(Tones.badge(task.state())),
        evidence(task, claim),
        view.links().people(task.owners()),
        due(task, overdue),
        new Line()
            .joined(", ", task.dependsOn().stream().map(id -> List.of(task(id))).toList())
            .cell(),
        List.of(view.links().place(task.origin().self())));
    task.tasks().forEach(nested -> add(nested, depth + 1));
  }

  /** A task that another waits for: {@code workstream/task}, or one of the same list. */
  private Inline task(String id) {
    return id.indexOf('/') < 0
        ? Inline.link(id, Target.page(home, Anchors.of("task", id)))
        : view.links().subject(id);
  }

  /** What was observed of the task; a task without a rule is a claim and no more. */
  private List<Inline> evidence(Task task, Optional<ClaimCheck> claim) {
    if (claim.isPresent()) {
      Line line =
          new Line()
              .add(Tones.badge(claim.get().agreement()))
              .text(" " + view.brief(claim.get().observed()) + " ")
              .add(view.links().claim("proof", claim.get()));
      task.doneWhen().ifPresent(rule -> line.text(" by ").code(RuleNotation.of(rule)));
      return line.list();
    }
    return task.doneWhen()
        .map(rule -> Line.of("to be proved by ").code(RuleNotation.of(rule)).list())
        .orElseGet(() -> Line.of("claim only").list());
  }

  private static List<Inline> due(Task task, boolean overdue) {
    Line line = new Line();
    task.due().ifPresent(day -> line.text(day.toString()));
    return (overdue ? line.text(" ").badge(Tone.WARNING, "overdue") : line).cell();
  }

  private static boolean open(Task task) {
    return task.state() != Task.State.DONE && task.state() != Task.State.DROPPED;
  }
}
