package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpicStatusTest {

  private static List<String> found(String... lines) {
    return Told.of(EpicStatus.of(Written.plan(lines)));
  }

  private static List<String> status(String status, String rest) {
    return found("epics:", "  - {id: a, status: \"" + status + "\", " + rest + "}");
  }

  @Test
  void done_contradicts_issues_that_are_open_and_progress_that_is_not_complete() {
    assertThat(status("Done", "progress: 4/5, issues: [\"[x] #1: A\", \"[ ] #2: B\"]"))
        .containsExactly(
            "epic a at 4: status: Done, but its issues say 1 of 2 (4): Correct the status, or what"
                + " it is held against.",
            "epic a at 4: status: Done, but its progress is claimed at 4/5 (coord.yml:4:39) (4):"
                + " Correct the status, or what it is held against.");
    assertThat(status("complete", "progress: [100%, {percent: 90%, weeks: 1-2}]"))
        .containsExactly(
            "epic a at 4: status: complete, but its progress is claimed at 90% in weeks 1-2"
                + " (coord.yml:4:50) (4): Correct the status, or what it is held against.");
    assertThat(status("Done", "progress: 5/5, issues: [\"[x] #1: A\", \"[-] #2: B\"]")).isEmpty();
  }

  @Test
  void without_issues_it_is_held_against_the_tasks_of_its_workstreams() {
    assertThat(
            found(
                "workstreams: [{id: w, tasks: [\"[x] A\", \"[ ] B\"]}]",
                "epics:",
                "  - {id: a, status: finished, workstreams: [w]}"))
        .containsExactly(
            "epic a at 5: status: finished, but its tasks say 1 of 2 (5): Correct the status, or"
                + " what it is held against.");
  }

  @ParameterizedTest
  @CsvSource({
    "finished,    [ ], 0",
    "finished,    [x], 0",
    "60%,         [ ], 0",
    "Not started, [ ], 0",
    "Not started, [x], 1"
  })
  void a_workstream_of_two_epics_tells_of_each_when_all_of_it_is_done(
      String status, String second, int contradictions) {
    assertThat(
            found(
                "workstreams: [{id: w, tasks: [\"[x] A\", \"" + second + " B\"]}]",
                "epics:",
                "  - {id: a, status: " + status + ", workstreams: [w]}",
                "  - {id: b, workstreams: [w]}"))
        .hasSize(contradictions);
  }

  @Test
  void not_started_contradicts_what_is_done() {
    assertThat(status("Not started", "progress: 2/5, issues: [\"[x] #1: A\", \"[ ] #2: B\"]"))
        .hasSize(2)
        .first()
        .isEqualTo(
            "epic a at 4: status: Not started, but its issues say 1 of 2 (4): Correct the status,"
                + " or what it is held against.");
    assertThat(status("backlog", "progress: {percent: 50%, weeks: 1-2}")).hasSize(1);
    assertThat(status("to be planned", "progress: 0/5, issues: [\"[ ] #1: A\"]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "in progress,    100%,    1",
    "in progress,    5/5,     1",
    "not done,       100%,    1",
    "on hold,        99%,     1",
    "in progress,    98%,     0",
    "in progress,    0%,      0",
    "in review,      100%,    0",
    "dropped,        100%,    0",
    "Done since #12, 4/5,     1",
    "Done 2026-01-05,4/5,     1",
    "60% complete,   8/12,    1",
    "67% complete,   8/12,    0",
    "60% complete,   8/12 (60%), 0",
    "100% complete,  11/12,   1",
    "0%,             1/2,     1",
    "green,          4/5,     0"
  })
  void a_status_and_a_claim_of_the_whole_cannot_both_be_so(
      String status, String progress, int contradictions) {
    assertThat(status(status, "progress: \"" + progress + "\"")).hasSize(contradictions);
  }

  @Test
  void all_issues_may_be_closed_while_work_goes_on() {
    assertThat(status("in progress", "issues: [\"[x] #1: A\"]")).isEmpty();
  }

  @Test
  void a_share_above_what_is_counted_contradicts() {
    assertThat(status("80% done", "issues: [\"[x] #1: A\", \"[ ] #2: B\"]"))
        .containsExactly(
            "epic a at 4: status: 80% done, but its issues say 1 of 2 (4): Correct the status, or"
                + " what it is held against.");
    assertThat(status("40% done", "issues: [\"[x] #1: A\", \"[ ] #2: B\"]")).isEmpty();
  }

  @Test
  void a_status_that_tells_of_a_part_says_nothing_of_the_whole() {
    assertThat(status("Weeks 1-4 are complete", "progress: 50%")).isEmpty();
    assertThat(status("3 of 5 issues done", "progress: 50%")).isEmpty();
  }

  @Test
  void words_of_the_vocabulary_count_by_their_meaning() {
    assertThat(
            Told.of(
                EpicStatus.of(
                    PlanTexts.shop(
                        """
                        project: {name: Shop, vocabulary: {green: all is done}}
                        epics: [{id: a, status: Green, progress: 4/5}]
                        """))))
        .hasSize(1);
  }

  @Test
  void more_than_all_of_it_contradicts_what_is_counted() {
    assertThat(status("120% complete", "issues: [\"[ ] #1: A\", \"[ ] #2: B\"]"))
        .containsExactly(
            "epic a at 4: status: 120% complete, but its issues say 0 of 2 (4): Correct the status,"
                + " or what it is held against.");
  }

  @ParameterizedTest
  @CsvSource({
    "2/2 done,             1",
    "2 of 2 issues closed, 1",
    "2 / 2,                1",
    "1 of 2 issues closed, 0",
    "3 of 3 reviews done,  0",
    "5/5,                  0"
  })
  void a_count_of_all_its_issues_is_held_against_them(String status, int contradictions) {
    assertThat(status(status, "issues: [\"[x] #1: A\", \"[ ] #2: B\"]")).hasSize(contradictions);
  }
}
