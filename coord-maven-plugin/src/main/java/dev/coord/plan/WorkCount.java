package dev.coord.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of a body of work is claimed done, counted in its parts.
 *
 * @param of what is counted
 * @param done parts that are claimed done
 * @param total parts that were not given up; never below {@code done}
 */
public record WorkCount(Of of, int done, int total) {

  /** What work is counted in. */
  public enum Of {
    /** Issues of the tracker. */
    ISSUES("issue"),
    /** The innermost tasks. */
    TASKS("task");

    private final String noun;

    Of(String noun) {
      this.noun = noun;
    }

    /** One of them. */
    public String noun() {
      return noun;
    }

    /** Several of them. */
    public String nouns() {
      return noun + "s";
    }
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when one is negative, or more is done than there is
   */
  public WorkCount {
    Parts.require(of);
    if (done < 0 || total < done) {
      throw new IllegalArgumentException(done + " of " + total);
    }
  }

  /** Tasks: nested ones count instead of the task they are nested in, dropped ones do not. */
  public static WorkCount of(Collection<Task> tasks) {
    List<Task> counted = counted(tasks);
    int done = (int) counted.stream().filter(t -> t.state() == Task.State.DONE).count();
    return new WorkCount(Of.TASKS, done, counted.size());
  }

  /** The innermost tasks that were not given up; one whose parts were all given up stands alone. */
  public static List<Task> counted(Collection<Task> tasks) {
    List<Task> counted = new ArrayList<>(tasks.size());
    tasks.forEach(task -> count(task, counted));
    return List.copyOf(counted);
  }

  private static void count(Task task, List<Task> counted) {
    if (task.state() != Task.State.DROPPED) {
      int before = counted.size();
      task.tasks().forEach(part -> count(part, counted));
      if (counted.size() == before) {
        counted.add(task);
      }
    }
  }

  /**
   * An epic: its issues that were not given up, else the tasks of its workstreams.
   *
   * @return empty when it has neither
   */
  public static Optional<WorkCount> of(Plan plan, Epic epic) {
    WorkCount issues = issues(epic);
    if (issues.total() > 0) {
      return Optional.of(issues);
    }
    return Optional.of(of(TaskScope.of(plan, epic))).filter(count -> count.total() > 0);
  }

  /** The issues of an epic that were not given up; it may have none. */
  public static WorkCount issues(Epic epic) {
    List<Epic.Issue> issues = counted(epic);
    int closed = (int) issues.stream().filter(i -> i.state() == Epic.Issue.State.CLOSED).count();
    return new WorkCount(Of.ISSUES, closed, issues.size());
  }

  /** Tasks that were counted in several places. */
  static WorkCount sum(Stream<WorkCount> counts) {
    return counts.reduce(
        new WorkCount(Of.TASKS, 0, 0),
        (a, b) -> new WorkCount(Of.TASKS, a.done + b.done, a.total + b.total));
  }

  /** The issues of an epic that were not given up. */
  public static List<Epic.Issue> counted(Epic epic) {
    return epic.issues().stream().filter(i -> i.state() != Epic.Issue.State.DROPPED).toList();
  }

  /** {@code 4 of 5 issues}. */
  @Override
  public String toString() {
    return done + " of " + total + " " + (total == 1 ? of.noun() : of.nouns());
  }
}
