package dev.coord.testing;

import dev.coord.plan.Rule;
import dev.coord.plan.Task;
import dev.coord.plan.Task.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Puts a task together. */
public final class Tasks {

  private final String id;
  private final State state;
  private int line = 1;
  private Optional<LocalDate> due = Optional.empty();
  private List<Task> nested = List.of();
  private Optional<Rule> doneWhen = Optional.empty();

  private Tasks(String id, State state) {
    this.id = id;
    this.state = state;
  }

  /** A task in a state. */
  public static Tasks of(String id, State state) {
    return new Tasks(id, state);
  }

  public static Tasks todo(String id) {
    return new Tasks(id, State.TODO);
  }

  public static Tasks doing(String id) {
    return new Tasks(id, State.DOING);
  }

  public static Tasks done(String id) {
    return new Tasks(id, State.DONE);
  }

  public static Tasks dropped(String id) {
    return new Tasks(id, State.DROPPED);
  }

  public Tasks line(int value) {
    line = value;
    return this;
  }

  public Tasks due(String day) {
    due = Optional.of(LocalDate.parse(day));
    return this;
  }

  public Tasks nested(Tasks... value) {
    nested = List.of(value).stream().map(Tasks::build).toList();
    return this;
  }

  public Tasks doneWhen(Rule rule) {
    doneWhen = Optional.of(rule);
    return this;
  }

  public Task build() {
    return new Task(
        Places.origin(line),
        id,
        "Do " + id,
        state,
        List.of(),
        due,
        "",
        List.of(),
        Plans.NOWHERE,
        nested,
        doneWhen);
  }
}
