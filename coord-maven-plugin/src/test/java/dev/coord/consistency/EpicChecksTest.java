package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpicChecksTest {

  /** Each contradiction in a line: what it is about, what the plan says, what is against it. */
  private static List<String> found(String... lines) {
    return EpicChecks.of(Written.plan(lines))
        .map(c -> c.subject() + ": " + c.claim() + " " + c.place() + ": " + c.found())
        .toList();
  }

  private static List<String> progress(String progress, String... issues) {
    return found(
        "epics:",
        "  - {id: a, progress: " + progress + ", issues: [" + String.join(", ", issues) + "]}");
  }

  private static String[] issues(int closed, int open) {
    List<String> issues = new java.util.ArrayList<>();
    for (int i = 1; i <= closed + open; i++) {
      issues.add("\"[" + (i <= closed ? "x" : " ") + "] #" + i + ": A\"");
    }
    return issues.toArray(String[]::new);
  }

  @Test
  void a_count_that_is_not_that_of_its_issues_contradicts() {
    assertThat(progress("4/5 (80%)", issues(5, 0)))
        .containsExactly(
            "epic a: progress: 4/5 (80%) coord.yml:4:23: its issues say 5 of 5 (100%)");
    assertThat(progress("4/5", issues(3, 2)))
        .containsExactly("epic a: progress: 4/5 coord.yml:4:23: its issues say 3 of 5");
    assertThat(progress("5/6", issues(5, 0)))
        .containsExactly("epic a: progress: 5/6 coord.yml:4:23: its issues say 5 of 5");
  }

  @Test
  void a_count_that_is_that_of_its_issues_agrees() {
    assertThat(progress("4/5 (80%)", issues(4, 1))).isEmpty();
    assertThat(progress("4/5", issues(4, 1))).isEmpty();
  }

  @Test
  void a_percentage_above_what_its_issues_say_contradicts_and_one_below_does_not() {
    assertThat(progress("64%", issues(5, 3)))
        .containsExactly("epic a: progress: 64% coord.yml:4:23: its issues say 5 of 8 (62.5%)");
    assertThat(progress("63%", issues(5, 3))).isEmpty();
    assertThat(progress("10%", issues(5, 3))).isEmpty();
  }

  @Test
  void issues_that_were_dropped_do_not_count() {
    assertThat(progress("100%", "\"[x] #1: A\"", "\"[-] #2: B\"")).isEmpty();
    assertThat(progress("100%", "\"[x] #1: A\"", "\"[ ] B\"")).hasSize(1);
  }

  @Test
  void without_issues_the_tasks_of_its_workstreams_are_counted() {
    String[] plan = {
      "workstreams:",
      "  - {id: w, tasks: [\"[x] A\", {text: B, tasks: [\"[x] C\", \"[ ] D\"]}, \"[-] E\"]}",
      "epics:",
      "  - {id: a, workstreams: [w], progress: %s}"
    };
    String last = plan[3];
    plan[3] = last.formatted("70%");
    assertThat(found(plan))
        .containsExactly("epic a: progress: 70% coord.yml:6:41: its tasks say 2 of 3 (66.6%)");
    plan[3] = last.formatted("67%");
    assertThat(found(plan)).isEmpty();
    plan[3] = last.formatted("1/3");
    assertThat(found(plan))
        .containsExactly("epic a: progress: 1/3 coord.yml:6:41: its tasks say 2 of 3 (66.6%)");
    plan[3] = last.formatted("3/6");
    assertThat(found(plan)).as("weeks, for example").isEmpty();
    plan[3] = last.formatted("5/6");
    assertThat(found(plan)).hasSize(1);
  }

  /** What is found of an epic beside another one that shares the second of its workstreams. */
  private static List<String> shared(String claim, String own, String both) {
    return found(
        "workstreams:",
        "  - {id: v, tasks: [" + own + "]}",
        "  - {id: w, tasks: [" + both + "]}",
        "epics:",
        "  - {id: b, workstreams: [w]}",
        "  - {id: a, workstreams: [v, w], " + claim + "}");
  }

  @Test
  void open_tasks_of_a_workstream_that_two_epics_share_contradict_neither() {
    assertThat(shared("progress: 100%", "\"[x] A\"", "\"[x] B\", \"[ ] C\"")).isEmpty();
    assertThat(shared("progress: 2/2", "\"[x] A\"", "\"[x] B\", \"[ ] C\"")).isEmpty();
    assertThat(shared("progress: 1/2", "\"[x] A\"", "\"[x] B\", \"[ ] C\"")).isEmpty();
    assertThat(shared("progress: 100%", "", "\"[ ] B\"")).isEmpty();
  }

  @Test
  void what_is_the_epics_own_contradicts_it_beside_what_it_shares() {
    assertThat(shared("progress: 100%", "\"[ ] A\"", "\"[x] B\", \"[ ] C\""))
        .containsExactly(
            "epic a: progress: 100% coord.yml:8:44: its tasks say at most 1 of 2 (50%): 1 that is"
                + " open may be another epic's, which shares the workstream");
    assertThat(shared("progress: 50%", "\"[ ] A\"", "\"[x] B\", \"[ ] C\"")).isEmpty();
  }

  @Test
  void where_all_that_is_shared_is_done_each_epic_is_held_against_all_of_it() {
    assertThat(shared("progress: 1/3", "\"[x] A\"", "\"[x] B\", \"[x] C\""))
        .containsExactly("epic a: progress: 1/3 coord.yml:8:44: its tasks say 3 of 3 (100%)");
    assertThat(shared("progress: 100%", "\"[ ] A\"", "\"[x] B\""))
        .containsExactly("epic a: progress: 100% coord.yml:8:44: its tasks say 1 of 2 (50%)");
  }

  @Test
  void where_nothing_can_be_counted_nothing_is_said() {
    assertThat(progress("100%")).isEmpty();
    assertThat(found("epics: [{id: a}, {id: b, issues: [\"[ ] #1: A\"]}]")).isEmpty();
    assertThat(found("workstreams: [{id: w}]", "epics: [{id: a, workstreams: [w], progress: 9%}]"))
        .isEmpty();
  }

  @Test
  void a_percentage_may_be_a_point_from_its_own_count_and_no_more() {
    assertThat(progress("4/6 (67%)")).isEmpty();
    assertThat(progress("4/5 (81%)")).isEmpty();
    assertThat(progress("4/5 (82%)"))
        .containsExactly("epic a: progress: 4/5 (82%) coord.yml:4:23: 4 of 5 is 80%");
    assertThat(progress("4/5 (78%)")).hasSize(1);
  }

  @Test
  void two_statements_of_the_same_weeks_that_differ_contradict_each_other() {
    assertThat(
            found(
                "epics:",
                "  - id: phase-3",
                "    progress:",
                "      - {percent: 92%, where: Summary}",
                "      - {percent: 83%, where: Conclusion}"))
        .containsExactly(
            "epic phase-3: progress: 92% coord.yml:6:9: it is claimed at 92% (Summary) and at 83%"
                + " (Conclusion, coord.yml:7:9)");
    assertThat(progress("[92%, 91%]")).hasSize(1);
    assertThat(progress("[4/5, 5/6]")).hasSize(1);
    assertThat(progress("[4/5, 78%]")).hasSize(1);
    assertThat(progress("[78%, 4/5]")).hasSize(1);
  }

  @Test
  void statements_that_are_the_same_or_of_other_weeks_do_not() {
    assertThat(progress("[92%, 92%]")).isEmpty();
    assertThat(progress("[4/5, 8/10]")).isEmpty();
    assertThat(progress("[67%, 4/6]")).isEmpty();
    assertThat(progress("[92%, {percent: 83%, weeks: 1-2}, {percent: 100%, weeks: 1}]")).isEmpty();
  }

  @Test
  void statements_of_the_same_weeks_are_told_with_them() {
    assertThat(progress("[{percent: 92%, weeks: 1-2}, {percent: 83%, weeks: 1-2}]"))
        .containsExactly(
            "epic a: progress: 92% in weeks 1-2 coord.yml:4:24: it is claimed at 92% and at 83%"
                + " (coord.yml:4:52)");
  }

  @Test
  void progress_of_some_weeks_is_not_held_against_all_issues() {
    assertThat(progress("{percent: 100%, weeks: 1-2}", issues(1, 3))).isEmpty();
  }

  @Test
  void one_issue_in_two_states_contradicts_itself() {
    assertThat(
            found(
                "epics:",
                "  - {id: a, issues: [\"[x] #7: A\"]}",
                "  - {id: b, issues: [\"[ ] #7: A\", \"[ ] B\"]}",
                "  - {id: c, issues: [\"[x] #7: A\", \"[ ] B\"]}"))
        .containsExactly(
            "epic a/#7: issue #7 is closed coord.yml:4:22: epic b says that it is open"
                + " (coord.yml:5:22)");
  }

  /** Three of four issues are closed, and one of four tasks is done. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "progress: 75%;      issues: issues;  ''",
        "progress: 100%;     issues: issues;  progress: 100%: its issues say 3 of 4 (75%)",
        "status: 75% done;   issues: issues;  ''",
        "status: 90% done;   issues: issues;  status: 90% done: its issues say 3 of 4",
        "progress: 75%;      notes: none;     progress: 75%: its tasks say 1 of 4 (25%)",
        "progress: 25%;      notes: none;     ''",
        "status: 75% done;   notes: none;     status: 75% done: its tasks say 1 of 4",
        "progress: 3/4;      issues: issues;  ''",
        "progress: 75%;      'issues: [\"[-] #1: A\"]'; progress: 75%: its tasks say 1 of 4 (25%)",
      })
  void a_share_of_issues_is_none_of_tasks_and_is_held_against_these_where_there_are_no_issues(
      String claim, String issues, String found) {
    String list =
        issues.replace("issues: issues", "issues: [" + String.join(", ", issues(3, 1)) + "]");

    assertThat(
            Consistency.of(
                    Written.plan(
                        "workstreams: [{id: a, tasks: [\"[x] t\", \"[ ] u\", \"[ ] v\", \"[ ] w\"]}]",
                        "epics: [{id: e, " + claim + ", " + list + ", workstreams: [a]}]"))
                .stream()
                .map(c -> c.claim() + ": " + c.found()))
        .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found));
  }

  @Test
  void a_word_for_the_whole_is_held_against_issues_and_tasks_both() {
    assertThat(
            Contradictions.lines(
                """
                workstreams: [{id: a, tasks: ["[x] t", "[ ] u", "[ ] v", "[ ] w"]}]
                epics: [{id: e, progress: 1/1, status: done, issues: ["[x] #1: A"], workstreams: [a]}]
                """))
        .containsExactly("epic e: status: done (coord.yml:4:40), but its tasks say 1 of 4");
  }

  @Test
  void tasks_of_work_that_was_given_up_do_not_count() {
    String plan =
        """
        workstreams:
          - {id: a, tasks: ["[x] t"]}
          - {id: b, status: STATUS, tasks: ["[ ] u"]}
        epics: [{id: e, progress: 100%, workstreams: [a, b]}]
        """;

    assertThat(Contradictions.lines(plan.replace("STATUS", "active"))).hasSize(1);
    assertThat(Contradictions.lines(plan.replace("STATUS", "dropped"))).isEmpty();
  }
}
