package dev.coord.plan;

import dev.coord.path.PathPatterns;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of work.
 *
 * @param id explicit, or a slug of the text; unique in its workstream or block
 * @param text what is to be done, Markdown; never empty
 * @param state the claim
 * @param owners ids of people
 * @param size an estimate as the team writes them, may be empty
 * @param dependsOn ids of tasks of the same workstream, or {@code workstream/task}
 * @param tasks nested tasks
 * @param doneWhen the rule that proves the claim
 * @param sprint id of the sprint that it and what is nested in it belongs to
 */
public record Task(
    Origin origin,
    String id,
    String text,
    State state,
    List<String> owners,
    Optional<LocalDate> due,
    String size,
    List<String> dependsOn,
    PathPatterns paths,
    List<Task> tasks,
    Optional<Rule> doneWhen,
    Optional<String> sprint) {

  /** What is claimed of a task. */
  public enum State {
    /** Not begun. */
    TODO,
    /** Begun. */
    DOING,
    /** Begun, and held up. */
    BLOCKED,
    /** Finished. */
    DONE,
    /** Given up; not counted. */
    DROPPED;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the id and copies the collections.
   *
   * @throws IllegalArgumentException when the text is empty or the id is none
   */
  public Task {
    Parts.require(origin, state, due, size, paths, doneWhen, sprint);
    Ids.require(id);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a task has a text");
    }
    owners = List.copyOf(owners);
    dependsOn = List.copyOf(dependsOn);
    tasks = List.copyOf(tasks);
  }

  /** A task that says no sprint. */
  public Task(
      Origin origin,
      String id,
      String text,
      State state,
      List<String> owners,
      Optional<LocalDate> due,
      String size,
      List<String> dependsOn,
      PathPatterns paths,
      List<Task> tasks,
      Optional<Rule> doneWhen) {
    this(
        origin,
        id,
        text,
        state,
        owners,
        due,
        size,
        dependsOn,
        paths,
        tasks,
        doneWhen,
        Optional.empty());
  }

  /** Whether it is still to be done: neither done nor given up. */
  public boolean isOpen() {
    return state != State.DONE && state != State.DROPPED;
  }

  /** The same with other tasks nested in it. */
  Task with(List<Task> nested) {
    return new Task(
        origin, id, text, state, owners, due, size, dependsOn, paths, nested, doneWhen, sprint);
  }

  /** This task and all nested ones, depth first in the order written. */
  public Stream<Task> flat() {
    Stream<Task> self = Stream.of(this);
    return tasks.isEmpty() ? self : Stream.concat(self, tasks.stream().flatMap(Task::flat));
  }

  /** This task when nothing is nested in it, otherwise the innermost tasks: what is counted. */
  public Stream<Task> leaves() {
    return tasks.isEmpty() ? Stream.of(this) : tasks.stream().flatMap(Task::leaves);
  }
}
