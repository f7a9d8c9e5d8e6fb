package dev.coord.site;

import dev.coord.plan.Ids;
import dev.coord.plan.Task;
import dev.coord.site.draft.Line;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.regex.Pattern;

/** What a task is called: by the id that the team gave it and its text, or by its text alone. */
final class TaskName {

  private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>&~|]|https?:|www\\.");

  private TaskName() {}

  /** Without a link, as the heading of its own row. */
  static Line of(Task task) {
    Line line = new Line();
    if (isNamed(task)) {
      line.code(task.id()).text(" ");
    }
    return line.rich(task.text(), task.origin().of("text"));
  }

  /** With a link to its row. */
  static Line of(Task task, Target row) {
    if (isNamed(task)) {
      return new Line()
          .add(Inline.link(task.id(), row))
          .text(" ")
          .rich(task.text(), task.origin().of("text"));
    }
    return MARKS.matcher(task.text()).find()
        ? of(task).text(" (").add(Inline.link("task", row)).text(")")
        : new Line().add(Inline.link(task.text(), row));
  }

  /** Whether its id says anything that its text does not. */
  private static boolean isNamed(Task task) {
    return !task.id().equals(Ids.slug(task.text()));
  }
}
