package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Cases;
import org.junit.jupiter.api.Test;

/** What tasks and the ways to start are called, where they are looked for. */
class TaskNameTest {

  private static String page(String plan, String path) {
    return Pages.text(Pages.of(Cases.written(plan).assess(), path));
  }

  @Test
  void an_id_made_from_the_text_is_not_said_twice() {
    String text =
        page(
            "workstreams: [{id: a, tasks: [\"[ ] Basket totals\", \"[ ] A-1: Refunds\"]}]",
            "workstreams/a");

    assertThat(text)
        .contains("1. Basket totals(workstreams/a#task-basket-totals) [neutral: todo]")
        .contains("1. A-1(workstreams/a#task-a-1) {Refunds} [neutral: todo]")
        .contains("#task-basket-totals [neutral] {Basket totals} | ")
        .contains("#task-a-1 [neutral] `A-1` {Refunds} | ");
  }

  @Test
  void a_text_with_marks_keeps_them_and_has_its_link_beside() {
    assertThat(page("workstreams: [{id: a, tasks: [\"[ ] Write `a.py`\"]}]", "workstreams/a"))
        .contains("1. {Write `a.py`} (task(workstreams/a#task-write-a-py)) [neutral: todo]");
  }

  @Test
  void what_is_being_done_stands_in_the_table_of_workstreams() {
    String plan = "workstreams: [{id: a, tasks: [{text: Refunds, state: doing}]}]";

    assertThat(page(plan, "workstreams"))
        .contains("0 of 1(workstreams/a#tasks) now: Refunds(workstreams/a#task-refunds)");
  }

  @Test
  void launches_stand_in_their_order_on_the_page_of_workstreams() {
    String text =
        page(
            """
            workstreams:
              - {id: a, launch: {terminal: Tab 3, directory: ../a, wait_for: [b]}}
              - {id: b, title: Base, launch: {order: 1, command: claude, prompt_file: docs/b.md}}
              - {id: c}
            """,
            "workstreams");

    assertThat(text)
        .contains("## How to start, in order #launch\n")
        .containsSubsequence(
            "#launch-b [neutral] Base(workstreams/b#launch) | 1 | – | – | – | `claude` | `docs/b.md`",
            "#launch-a [neutral] a(workstreams/a#launch) | – | – | Tab 3 | `../a` | – | – | b(")
        .doesNotContain("#launch-c");
  }
}
