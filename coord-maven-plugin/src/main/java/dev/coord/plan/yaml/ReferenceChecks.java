package dev.coord.plan.yaml;

import dev.coord.plan.yaml.TaskScope.Dependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds names of things that the plan does not define. */
final class ReferenceChecks {
  private final ReadContext context;

  private ReferenceChecks(ReadContext context) {
    this.context = context;
  }

  /**
   * Checks all references.
   *
   * @param people whether the plan lists its people: else any id may name one
   */
  static void check(ReadContext context, boolean people) {
    ReferenceChecks checks = new ReferenceChecks(context);
    for (Reference reference : context.references()) {
      boolean known = reference.kinds().stream().anyMatch(k -> checks.knows(k, reference.id()));
      if (!known && (people || !reference.kinds().contains(Kind.PERSON))) {
        checks.report(reference);
      }
    }
    checks.tasks();
    context.bareTasks().forEach(checks::bare);
  }

  private boolean knows(Kind kind, String id) {
    return context.names().knows(kind, id) || context.doubts().mayDefine(kind);
  }

  private void report(Reference reference) {
    List<String> nouns = reference.kinds().stream().map(Kind::noun).toList();
    Collection<String> known = context.names().of(reference.kinds().get(0));
    if (nouns.size() > 1) {
      known = new ArrayList<>(known);
      for (Kind kind : reference.kinds().subList(1, nouns.size())) {
        known.addAll(context.names().of(kind));
      }
    }
    context.error(
        reference.place(),
        "no " + Words.either(nouns) + " has the id " + Words.quote(reference.id()),
        remedy(
            reference.id(),
            known,
            "Define it under \"" + reference.kinds().get(0).key() + "\", or mend the id."));
  }

  private String remedy(String id, Collection<String> known, String define) {
    return context
        .nearest()
        .to(id, known)
        .map(near -> "Perhaps " + Words.quote(near) + " was meant.")
        .orElse(known.isEmpty() ? define : "Known are " + Words.list(known) + ". " + define);
  }

  private void tasks() {
    Map<String, String> workstreamOfTask = new HashMap<>();
    context
        .workstreamTasks()
        .forEach((id, scope) -> scope.ids().forEach(t -> workstreamOfTask.putIfAbsent(t, id)));
    for (TaskScope scope : context.taskScopes()) {
      for (Dependency dependency : scope.dependencies()) {
        if (!scope.mayHave(dependency.task())) {
          task(scope, dependency, workstreamOfTask);
        }
      }
    }
  }

  private void task(TaskScope scope, Dependency dependency, Map<String, String> workstreamOfTask) {
    String name = dependency.task();
    int slash = name.indexOf('/');
    if (slash < 0) {
      Optional<String> elsewhere = Optional.ofNullable(workstreamOfTask.get(name));
      context.error(
          dependency.place(),
          "no task of the same list has the id " + Words.quote(name),
          elsewhere
              .map(id -> "Write " + Words.quote(id + "/" + name) + " for the task of " + id + ".")
              .orElseGet(() -> remedy(name, scope.ids(), "Define it there.")));
      return;
    }
    String workstream = name.substring(0, slash);
    String task = name.substring(slash + 1);
    TaskScope other = context.workstreamTasks().get(workstream);
    if (other == null && !knows(Kind.WORKSTREAM, workstream)) {
      report(new Reference(List.of(Kind.WORKSTREAM), workstream, dependency.place()));
    } else if (other != null && !other.mayHave(task)) {
      context.error(
          dependency.place(),
          "no task of workstream " + Words.quote(workstream) + " has the id " + Words.quote(task),
          remedy(task, other.ids(), "Define it there."));
    }
  }

  /** A task without its workstream: what is shown in its place is a task that is there. */
  private void bare(BareTask task) {
    Map<String, TaskScope> tasks = context.workstreamTasks();
    Optional<String> of =
        Stream.concat(task.provider().stream(), tasks.keySet().stream())
            .filter(id -> tasks.containsKey(id) && tasks.get(id).ids().contains(task.name()))
            .findFirst();
    String remedy =
        of.map(id -> "Write the workstream before it, as in " + example(task, id, task.name()))
            .or(() -> some(task).map(example -> "Write one that is there, as in " + example))
            .orElse("Define it under the tasks of a workstream, and write that one before it.");
    context.error(
        task.field().place(),
        task.field().label()
            + " must be a task of a workstream, but is "
            + Words.quote(task.name()),
        remedy);
  }

  /** The task whose name is nearest, else one of the workstream that is said beside it, or any. */
  private Optional<String> some(BareTask task) {
    Map<String, TaskScope> tasks = context.workstreamTasks();
    List<String> ids =
        Stream.concat(task.provider().stream(), tasks.keySet().stream())
            .filter(id -> tasks.containsKey(id) && !tasks.get(id).ids().isEmpty())
            .toList();
    return ids.stream()
        .flatMap(id -> near(task, id, tasks.get(id).ids()))
        .findFirst()
        .or(
            () ->
                ids.stream()
                    .findFirst()
                    .map(id -> example(task, id, tasks.get(id).ids().iterator().next())));
  }

  private Stream<String> near(BareTask task, String workstream, Collection<String> ids) {
    return context.nearest().to(task.name(), ids).stream().map(id -> example(task, workstream, id));
  }

  private static String example(BareTask task, String workstream, String id) {
    return task.field().example(workstream + "/" + id) + ".";
  }
}
