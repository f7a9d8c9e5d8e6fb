package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuesTwiceTest {

  private static List<String> told(String first, String again) {
    return Told.of(
        IssuesTwice.of(
            Written.plan(
                "workstreams: [{id: a}, {id: b}]",
                "epics:",
                "  - {id: one, issues: [" + first + "]}",
                "  - {id: two, issues: [" + again + "]}")));
  }

  @Test
  void one_issue_with_two_titles_is_found() {
    assertThat(told("\"[ ] #12: Refunds\"", "\"[ ] #12: Vouchers\""))
        .containsExactly(
            "epic one/#12 at 5: issue #12 is called \"Refunds\", but epic two says that it is called"
                + " \"Vouchers\" (coord.yml:6:24) (6): Write the same in both, or list it once.");
  }

  @Test
  void one_issue_of_two_workstreams_and_pull_requests_is_found() {
    assertThat(
            told(
                "{number: 1, title: x, workstream: a, pull_request: 3}",
                "{number: 1, title: x, workstream: b, pull_request: 4}"))
        .extracting(line -> line.substring(0, line.indexOf(" (coord")))
        .containsExactly(
            "epic one/#1 at 5: issue #1 is of workstream a, but epic two says that it is of workstream"
                + " b",
            "epic one/#1 at 5: issue #1 is brought by pull request 3, but epic two says that it is"
                + " brought by pull request 4");
  }

  @Test
  void what_is_said_alike_or_of_other_issues_agrees() {
    assertThat(told("\"[ ] #12: Refunds \"", "\"[ ] #12: refunds\"")).isEmpty();
    assertThat(told("\"[ ] #12: Refunds\"", "\"[ ] #13: Vouchers\"")).isEmpty();
    assertThat(told("\"[ ] Refunds\"", "\"[ ] Vouchers\"")).isEmpty();
    assertThat(told("{number: 1, title: x, workstream: a}", "{number: 1, title: x}")).isEmpty();
  }

  @Test
  void marks_of_code_in_a_title_are_no_difference() {
    assertThat(told("\"[ ] #12: Refund `orders`\"", "\"[ ] #12: Refund orders\"")).isEmpty();
  }
}
