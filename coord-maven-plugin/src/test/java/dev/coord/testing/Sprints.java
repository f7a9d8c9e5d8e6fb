package dev.coord.testing;

import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.plan.Sprint.Priority;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Task;
import dev.coord.plan.Timing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a sprint together. */
public final class Sprints {

  private final String id;
  private Optional<LocalDate> start = Optional.empty();
  private Optional<LocalDate> end = Optional.empty();
  private final List<Priority> priorities = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  private Sprints(String id) {
    this.id = id;
  }

  /** A sprint without dates and blocks. */
  public static Sprints sprint(String id) {
    return new Sprints(id);
  }

  public Sprints start(String day) {
    start = Optional.of(LocalDate.parse(day));
    return this;
  }

  public Sprints end(String day) {
    end = Optional.of(LocalDate.parse(day));
    return this;
  }

  public Sprints priority(String workstream) {
    priorities.add(new Priority(Places.origin(), workstream, "", ""));
    return this;
  }

  public Sprints days(int first, int last, Tasks... tasks) {
    return block(new Stretch(Counting.DAYS, first, last), tasks);
  }

  public Sprints weeks(int first, int last, Tasks... tasks) {
    return block(new Stretch(Counting.WEEKS, first, last), tasks);
  }

  public Sprints dates(String first, String last, Tasks... tasks) {
    return block(
        new Stretch(
            Counting.DATES,
            LocalDate.parse(first).toEpochDay(),
            LocalDate.parse(last).toEpochDay()),
        tasks);
  }

  /** A block without a time in which workstreams are active. */
  public Sprints block(List<String> active, List<String> launched, Map<String, Integer> expected) {
    return add("", Timing.unsaid(Places.origin()), active, List.of(), launched, expected);
  }

  /** A block that is counted in several ways, the first written on a line, the next ones below. */
  public Sprints timed(int line, Stretch... ways) {
    return add("", PlanTexts.timing(line, ways), List.of(), List.of(), List.of(), Map.of());
  }

  /** A block with a title. */
  public Sprints titled(String title, Stretch when, Tasks... tasks) {
    return add(
        title,
        new Timing(Places.origin(), List.of(when)),
        List.of(),
        built(tasks),
        List.of(),
        Map.of());
  }

  private Sprints block(Stretch when, Tasks... tasks) {
    return titled("", when, tasks);
  }

  private Sprints add(
      String title,
      Timing when,
      List<String> active,
      List<Task> tasks,
      List<String> launched,
      Map<String, Integer> expected) {
    blocks.add(
        new Block(
            Places.origin(10 + blocks.size()),
            title,
            when,
            active,
            tasks,
            launched,
            List.of(),
            expected,
            ""));
    return this;
  }

  private static List<Task> built(Tasks... tasks) {
    return List.of(tasks).stream().map(Tasks::build).toList();
  }

  public Sprint build() {
    return new Sprint(Places.origin(), id, id, start, end, List.of(), "", priorities, blocks, "");
  }
}
