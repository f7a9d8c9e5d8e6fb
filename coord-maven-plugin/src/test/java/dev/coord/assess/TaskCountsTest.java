package dev.coord.assess;

import static dev.coord.testing.Tasks.doing;
import static dev.coord.testing.Tasks.done;
import static dev.coord.testing.Tasks.dropped;
import static dev.coord.testing.Tasks.todo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.TaskCounts.Count;
import dev.coord.plan.Task;
import dev.coord.testing.Tasks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskCountsTest {

  @Test
  void done_tasks_are_counted_of_all() {
    assertThat(count(done("a"), doing("b"), todo("c"))).isEqualTo(new Count(1, 3));
    assertThat(count()).isEqualTo(new Count(0, 0));
  }

  @Test
  void nested_tasks_count_instead_of_the_whole() {
    assertThat(count(done("a").nested(done("b"), todo("c").nested(done("d"), todo("e")))))
        .isEqualTo(new Count(2, 3));
  }

  @Test
  void what_was_given_up_does_not_count_nor_what_is_nested_in_it() {
    assertThat(count(done("a"), dropped("b"), dropped("c").nested(todo("d"), done("e"))))
        .isEqualTo(new Count(1, 1));
    assertThat(count(todo("a").nested(done("b"), dropped("c")))).isEqualTo(new Count(1, 1));
  }

  @Test
  void a_task_whose_parts_were_all_given_up_counts_itself() {
    assertThat(count(todo("a").nested(dropped("b")), done("c"))).isEqualTo(new Count(1, 2));
  }

  @Test
  void open_tasks_are_found_at_every_level() {
    List<Task> tasks =
        tasks(
            todo("a").nested(done("b"), doing("c")),
            done("d").nested(todo("e")),
            dropped("f").nested(todo("g")));

    assertThat(TaskCounts.open(tasks)).extracting(Task::id).containsExactly("a", "c", "e");
  }

  private static Count count(Tasks... tasks) {
    return TaskCounts.count(tasks(tasks));
  }

  private static List<Task> tasks(Tasks... tasks) {
    return Stream.of(tasks).map(Tasks::build).toList();
  }
}
