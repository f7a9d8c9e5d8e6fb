package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.SamplePlan;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Task;
import dev.coord.plan.Task.State;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextTasksTest {

  private static List<String> next(int most, Task... tasks) {
    Workstream workstream =
        SamplePlan.workstream(
            "w",
            "w",
            "ana",
            Optional.empty(),
            "",
            List.of(),
            new PathPatterns(List.of()),
            new PathPatterns(List.of()),
            List.of(tasks));
    return NextTasks.of(SampleAssessments.failing().plan(), workstream, most).stream()
        .map(Task::id)
        .toList();
  }

  private static Task task(String id, State state, Task... nested) {
    return SamplePlan.task(id, id, state, nested);
  }

  private static Task after(Task task, String... ids) {
    return SamplePlan.due(task, LocalDate.of(2026, 1, 1), List.of(ids), Optional.empty());
  }

  @Test
  void begun_tasks_come_before_those_not_begun() {
    assertThat(next(3, task("a", State.TODO), task("b", State.DOING))).containsExactly("b", "a");
  }

  @Test
  void closed_and_blocked_tasks_are_left_out() {
    assertThat(
            next(
                9,
                task("a", State.DONE),
                task("b", State.DROPPED),
                task("c", State.BLOCKED),
                task("d", State.TODO)))
        .containsExactly("d");
  }

  @Test
  void the_innermost_tasks_are_named_in_the_order_written() {
    assertThat(next(9, task("a", State.TODO, task("a1", State.DONE), task("a2", State.TODO))))
        .containsExactly("a2");
  }

  @Test
  void nothing_of_a_blocked_task_can_be_begun() {
    assertThat(next(9, task("a", State.BLOCKED, task("a1", State.TODO)))).isEmpty();
  }

  @Test
  void a_task_waits_for_what_it_depends_on() {
    assertThat(next(9, task("a", State.TODO), after(task("b", State.TODO), "a")))
        .containsExactly("a");
    assertThat(next(9, task("a", State.DONE), after(task("b", State.TODO), "a")))
        .containsExactly("b");
  }

  @Test
  void a_task_waits_for_one_of_another_workstream() {
    assertThat(next(9, after(task("b", State.TODO), "checkout/CHK-2"))).isEmpty();
    assertThat(next(9, after(task("b", State.TODO), "checkout/CHK-1"))).containsExactly("b");
  }

  @Test
  void no_more_are_named_than_asked_for() {
    assertThat(next(1, task("a", State.TODO), task("b", State.TODO))).containsExactly("a");
  }
}
