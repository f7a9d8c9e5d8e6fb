package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pull requests that two say something different of. */
class PullRequestsTwiceTest {

  private static List<String> told(String issues, String queue) {
    return Told.of(
        PullRequestsTwice.of(
            Written.plan(
                "workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}]",
                "epics:",
                "  - {id: e, issues: [" + issues + "]}",
                "merges:",
                "  queue: [" + queue + "]")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{number: 1, title: x, workstream: a, pull_request: 5}, {number: 2, title: y, workstream: b,"
            + " pull_request: 5} | {pull_request: 9} | pull request 5 at 5: issue #1 of epic e gives"
            + " it to a, but issue #2 of epic e gives it to b (coord.yml:5:128) (5): Name the"
            + " workstream that it brings, or correct the number.",
        "{title: x, workstream: a, pull_request: 5} | {pull_request: 5, workstream: b} | pull request"
            + " 5 at 5: the issue \"x\" of epic e gives it to a, but the merge queue gives it to b"
            + " (coord.yml:7:26) (7): Name the workstream that it brings, or correct the number.",
        "{title: x, workstream: a, pull_request: 5} | {pull_request: 5, source: f/b} | pull request 5"
            + " at 5: the issue \"x\" of epic e gives it to a, but the merge queue gives it to b"
            + " (coord.yml:7:26) (7): Name the workstream that it brings, or correct the number.",
        "{number: 1, title: x, state: closed, pull_request: 5} | {pull_request: 5, status: in review}"
            + " | epic e/#1 at 5: issue #1 is closed by pull request 5, but the merge queue lists that"
            + " with status: in review (coord.yml:7:37) (7): Correct the state of the issue, or take"
            + " the pull request out of the queue.",
        "{title: x, state: closed, pull_request: 5}, {title: y, state: closed, pull_request: 5} |"
            + " {pull_request: 5} | epic e at 5: the issue \"x\" is closed by pull request 5, but the"
            + " merge queue lists that as one to be merged (coord.yml:7:11) (7): Correct the state of"
            + " the issue, or take the pull request out of the queue.",
      })
  void a_pull_request_of_two_workstreams_or_closing_and_waiting_is_found(
      String issues, String queue, String line) {
    assertThat(told(issues, queue)).containsExactly(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // One pull request may bring several issues of one workstream, or say nothing of whose.
        "{title: x, workstream: a, pull_request: 5}, {title: y, workstream: a, pull_request: 5} |"
            + " {pull_request: 5, workstream: a}",
        "{title: x, workstream: a, pull_request: 5}, {title: y, pull_request: 5} | {pull_request: 5}",
        "{title: x, workstream: a, pull_request: 5} | {pull_request: 6, workstream: b}",
        "{title: x, workstream: a, pull_request: 5} | {workstream: b}",
        // Told of the queue by itself.
        "{title: x} | {pull_request: 5, workstream: a}, {pull_request: 5, workstream: b}",
        // What is merged, given up or not understood does not wait.
        "{title: x, state: closed, pull_request: 5} | {pull_request: 5, status: merged}",
        "{title: x, state: closed, pull_request: 5} | {pull_request: 5, status: cancelled}",
        "{title: x, state: closed, pull_request: 5} | {pull_request: 5, status: purple}",
        "{title: x, state: closed, pull_request: 5} | {pull_request: 6, status: ready}",
        "{title: x, state: open, pull_request: 5} | {pull_request: 5, status: ready}",
        "{title: x, state: open, pull_request: 5} | {pull_request: 5, status: merged}",
      })
  void what_can_both_be_so_or_is_told_elsewhere_is_not(String issues, String queue) {
    assertThat(told(issues, queue)).isEmpty();
  }

  @Test
  void what_two_epics_say_of_one_issue_is_told_of_the_issue() {
    String plan =
        """
        workstreams: [{id: a}, {id: b}]
        epics:
          - {id: e, issues: [{number: 1, title: x, workstream: a, pull_request: 5}]}
          - {id: f, issues: [{number: 1, title: x, workstream: b, pull_request: 5}]}
        """;

    assertThat(Contradictions.lines(plan))
        .singleElement()
        .asString()
        .startsWith("epic e/#1: issue #1 is of workstream a");
  }
}
