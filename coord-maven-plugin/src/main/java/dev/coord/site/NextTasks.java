package dev.coord.site;

import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which tasks of a workstream can be worked on now, by the plan's own claims. */
public final class NextTasks {

  private final Plan plan;
  private final Workstream workstream;
  private final Map<String, Map<String, Task>> tasks = new HashMap<>();
  private final List<Task> begun = new ArrayList<>();
  private final List<Task> ready = new ArrayList<>();

  private NextTasks(Plan plan, Workstream workstream) {
    this.plan = plan;
    this.workstream = workstream;
    workstream.tasks().forEach(this::look);
  }

  /**
   * The innermost open tasks that wait for no other, those already begun first, otherwise in the
   * order written.
   */
  public static List<Task> of(Plan plan, Workstream workstream, int most) {
    NextTasks next = new NextTasks(plan, workstream);
    return Stream.concat(next.begun.stream(), next.ready.stream()).limit(most).toList();
  }

  /** The tasks that the plan calls blocked, innermost or not, in the order written. */
  public static List<Task> blocked(Workstream workstream) {
    return workstream.tasks().stream()
        .flatMap(Task::flat)
        .filter(task -> task.state() == Task.State.BLOCKED)
        .toList();
  }

  /**
   * An open task of another workstream that open tasks wait for.
   *
   * @param workstream whose it is
   * @param before those that wait for it, one at least
   */
  public record Awaited(String workstream, Task task, List<Task> before) {
    /** Copies the list. */
    public Awaited {
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(task, "task");
      before = List.copyOf(before);
    }
  }

  /** The open tasks of others that open tasks of a workstream wait for, in the order written. */
  public static List<Awaited> awaited(Plan plan, Workstream workstream) {
    NextTasks all = new NextTasks(plan, workstream);
    Map<String, List<Task>> before = new LinkedHashMap<>();
    for (Task task : workstream.tasks()) {
      open(task)
          .forEach(
              one ->
                  one.dependsOn().stream()
                      .filter(id -> id.indexOf('/') > 0)
                      .forEach(id -> before.computeIfAbsent(id, x -> new ArrayList<>()).add(one)));
    }
    List<Awaited> awaited = new ArrayList<>();
    before.forEach(
        (id, tasks) ->
            all.find(id)
                .filter(on -> !closed(on) && !id.startsWith(workstream.id() + "/"))
                .ifPresent(
                    on -> awaited.add(new Awaited(id.substring(0, id.indexOf('/')), on, tasks))));
    return awaited;
  }

  private static Stream<Task> open(Task task) {
    return closed(task)
        ? Stream.empty()
        : Stream.concat(Stream.of(task), task.tasks().stream().flatMap(NextTasks::open));
  }

  private void look(Task task) {
    if (closed(task) || task.state() == Task.State.BLOCKED || !dependenciesDone(task)) {
      return;
    }
    if (!task.tasks().isEmpty()) {
      task.tasks().forEach(this::look);
    } else {
      (task.state() == Task.State.DOING ? begun : ready).add(task);
    }
  }

  private boolean dependenciesDone(Task task) {
    return task.dependsOn().stream().allMatch(id -> find(id).filter(NextTasks::closed).isPresent());
  }

  private Optional<Task> find(String id) {
    int slash = id.indexOf('/');
    Optional<Workstream> of =
        slash < 0 ? Optional.of(workstream) : plan.workstream(id.substring(0, slash));
    return of.flatMap(w -> Optional.ofNullable(known(w).get(id.substring(slash + 1))));
  }

  /** The tasks of a workstream by their ids. */
  private Map<String, Task> known(Workstream of) {
    return tasks.computeIfAbsent(
        of.id(),
        any -> {
          Map<String, Task> byId = new HashMap<>();
          of.tasks().stream().flatMap(Task::flat).forEach(t -> byId.putIfAbsent(t.id(), t));
          return byId;
        });
  }

  private static boolean closed(Task task) {
    return task.state() == Task.State.DONE || task.state() == Task.State.DROPPED;
  }
}
