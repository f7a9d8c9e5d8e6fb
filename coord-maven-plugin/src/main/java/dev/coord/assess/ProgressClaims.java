package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.Progress.Item;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.plan.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the check list of a workstream says the opposite of its tasks in the plan. Both are written
 * by hand: one that says the same proves nothing, and one that says the opposite shows that one of
 * the two is wrong.
 */
final class ProgressClaims {

  private static final Pattern MARKS = Pattern.compile("[`*_]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private ProgressClaims() {}

  static List<ClaimCheck> of(WorktreeEvidence evidence, List<WorkstreamState> workstreams) {
    List<ClaimCheck> checks = new ArrayList<>();
    for (WorkstreamState state : workstreams) {
      Optional.ofNullable(evidence.progress().get(state.id()))
          .flatMap(Observation::optional)
          .ifPresent(progress -> checks.addAll(of(state, progress)));
    }
    return checks;
  }

  private static List<ClaimCheck> of(WorkstreamState state, Progress progress) {
    Map<String, Task> tasks = new HashMap<>();
    List<Task> flat = state.workstream().tasks().stream().flatMap(Task::flat).toList();
    flat.forEach(task -> tasks.putIfAbsent(normal(task.text()), task));
    flat.forEach(task -> tasks.put(normal(task.id()), task));
    List<ClaimCheck> checks = new ArrayList<>();
    for (Item item : progress.items()) {
      task(tasks, item)
          .filter(task -> isOpposite(task, item))
          .ifPresent(task -> checks.add(check(state, progress, task, item)));
    }
    return checks;
  }

  /** The task that an item means: by its text, its id, or its id before a colon as in the plan. */
  private static Optional<Task> task(Map<String, Task> tasks, Item item) {
    String text = normal(item.text());
    int colon = text.indexOf(": ");
    return Optional.ofNullable(tasks.get(text))
        .or(
            () ->
                colon < 0
                    ? Optional.empty()
                    : Optional.ofNullable(tasks.get(text.substring(0, colon)))
                        .filter(task -> normal(task.id()).equals(text.substring(0, colon))));
  }

  private static boolean isOpposite(Task task, Item item) {
    return task.state() != Task.State.DROPPED && (task.state() == Task.State.DONE) != item.done();
  }

  private static ClaimCheck check(WorkstreamState state, Progress progress, Task task, Item item) {
    return new ClaimCheck(
        state.id() + "/" + task.id(),
        "task " + task.id() + " is " + task.state().word(),
        task.origin().of("state"),
        "line "
            + item.line()
            + " of "
            + progress.file()
            + progress.worktree().map(w -> " in " + Worktree.published(w)).orElse(" on its branch")
            + " says it is "
            + (item.done() ? "done" : "open"),
        Agreement.CONTRADICTS,
        List.of(),
        "Correct the plan, or " + progress.file() + ".");
  }

  /** Without marks of Markdown, with single spaces, in small letters. */
  private static String normal(String text) {
    String plain = MARKS.matcher(text).replaceAll("");
    return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
