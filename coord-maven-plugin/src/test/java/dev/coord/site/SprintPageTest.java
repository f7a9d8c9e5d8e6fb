package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.SamplePlan;
import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.SprintState;
import dev.coord.assess.SprintState.BlockState;
import dev.coord.assess.SprintState.Phase;
import dev.coord.plan.Sprint;
import dev.coord.plan.Task;
import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Many;
import dev.coord.testing.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SprintPageTest {

  private static SprintState state(Phase phase, int done, int tasks, boolean overdue) {
    SprintState sample = SampleAssessments.sprint();
    List<BlockState> blocks = overdue ? sample.blocks() : List.of();
    return new SprintState(sample.sprint(), sample.dates(), phase, blocks, done, tasks, List.of());
  }

  private static AssessmentDraft with(SprintState... sprints) {
    return new AssessmentDraft(SampleAssessments.passing()).sprints(sprints);
  }

  private static String verdict(SprintState state) {
    return Pages.verdict(Pages.of(with(state), "sprints/sprint-1"));
  }

  @Test
  void of_many_workstreams_the_overview_names_the_first_and_leads_to_the_others() {
    assertThat(overview(5)).endsWith("| " + links(5));
    assertThat(overview(25)).endsWith("| " + links(4) + " and 21 more(sprints/s#workstreams)");
  }

  private static String links(int workstreams) {
    return IntStream.rangeClosed(1, workstreams)
        .mapToObj(i -> "w" + i + "(workstreams/w" + i + ")")
        .collect(Collectors.joining(", "));
  }

  private static String overview(int workstreams) {
    String plan =
        "workstreams:\n"
            + Many.lines(workstreams, i -> "  - id: w" + (i + 1))
            + "sprints:\n  - id: s\n    start: 2026-11-02\n    end: 2026-11-13\n    priorities:\n"
            + Many.lines(workstreams, i -> "      - {workstream: w" + (i + 1) + ", focus: x}");
    return Pages.lines(Pages.of(Cases.written(plan).assess(), "sprints")).stream()
        .filter(line -> line.startsWith("  #sprint-s "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_running_sprint_tells_its_end_and_what_is_claimed_done() {
    assertThat(verdict(state(Phase.RUNNING, 3, 8, false)))
        .isEqualTo("[info] It runs until 2026-11-25: 3 of 8 tasks claimed done.");
  }

  @Test
  void an_overdue_block_warns() {
    assertThat(verdict(state(Phase.RUNNING, 3, 8, true)))
        .isEqualTo(
            "[warning] It runs until 2026-11-25: 3 of 8 tasks claimed done, 1 block overdue.");
  }

  @Test
  void a_sprint_that_is_claimed_done_is_not_green_for_that() {
    assertThat(verdict(state(Phase.RUNNING, 8, 8, false)))
        .isEqualTo("[info] All of it is claimed done: 8 of 8 tasks claimed done.");
    assertThat(verdict(state(Phase.OVER, 8, 8, false)))
        .isEqualTo("[neutral] It is over, and all is claimed done: 8 of 8 tasks claimed done.");
  }

  @Test
  void a_sprint_that_is_over_with_open_tasks_did_not_finish() {
    assertThat(verdict(state(Phase.OVER, 7, 8, false)))
        .isEqualTo("[warning] It is over and did not finish: 7 of 8 tasks claimed done.");
  }

  @Test
  void a_planned_sprint_tells_its_start() {
    assertThat(verdict(state(Phase.PLANNED, 0, 8, false)))
        .isEqualTo(
            "[neutral] It has not begun and starts on 2026-11-12: 0 of 8 tasks claimed done.");
  }

  @Test
  void a_sprint_without_tasks_has_nothing_to_tell_by() {
    assertThat(verdict(state(Phase.RUNNING, 0, 0, false)))
        .isEqualTo("[info] It runs until 2026-11-25: no tasks to tell by.");
  }

  @Test
  void a_sprint_without_dates_is_unknown_and_shows_what_to_add() {
    Page page = Pages.of(with(state(Phase.UNDATED, 1, 2, false)), "sprints/sprint-1");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[unknown] Whether it is over cannot be told, as the sprint has no dates: 1 of 2 tasks claimed done.");
    assertThat(Pages.text(page)).contains("<neutral> No dates yet", "end: 2026-01-16");
  }

  @Test
  void days_that_the_plan_does_not_say_are_marked_as_computed() {
    SprintState sample = SampleAssessments.sprint();
    Sprint undated =
        new Sprint(
            sample.sprint().origin(),
            "sprint-1",
            "First",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "",
            List.of(),
            List.of(),
            "");
    SprintState state =
        new SprintState(undated, sample.dates(), Phase.RUNNING, List.of(), 0, 0, List.of());

    for (String page : List.of("sprints", "sprints/sprint-1")) {
      assertThat(Pages.text(Pages.of(with(state), page)))
          .contains("2026-11-12 (computed)", "2026-11-25 (computed)");
    }
    assertThat(verdict(state)).isEqualTo("[info] It runs until 2026-11-25: no tasks to tell by.");
  }

  @Test
  void the_overview_tells_of_the_running_sprint_else_of_the_next() {
    assertThat(Pages.verdict(Pages.of(with(state(Phase.RUNNING, 3, 8, false)), "sprints")))
        .isEqualTo(
            "[info] Now: Sell and take back(sprints/sprint-1). It runs until 2026-11-25: 3 of 8 tasks"
                + " claimed done.");
    assertThat(Pages.verdict(Pages.of(with(state(Phase.PLANNED, 3, 8, false)), "sprints")))
        .isEqualTo(
            "[neutral] No sprint is running; next is Sell and take back(sprints/sprint-1) on 2026-11-12.");
    assertThat(Pages.verdict(Pages.of(with(state(Phase.OVER, 8, 8, false)), "sprints")))
        .isEqualTo("[neutral] No sprint is running, and none is planned.");
    assertThat(Pages.verdict(Pages.of(with(state(Phase.OVER, 3, 8, false)), "sprints")))
        .isEqualTo(
            "[warning] 1 sprint is over with 5 tasks open. No sprint is running, and none is"
                + " planned.");
  }

  @Test
  void what_proves_a_task_of_a_block_stands_beside_it() {
    Task task = SamplePlan.sprint().blocks().get(0).tasks().get(0);
    ClaimCheck claim =
        new ClaimCheck(
            "sprint-1/" + task.id(),
            "task is todo",
            task.origin().of("state"),
            "docs/search.md exists",
            ClaimCheck.Agreement.CONTRADICTS,
            List.of());
    AssessmentDraft draft = new AssessmentDraft(SampleAssessments.passing()).claims(claim);

    assertThat(Pages.text(Pages.of(draft, "sprints/sprint-1")))
        .contains("[warning: contradicts] docs/search.md exists proof(claims#claim-sprint-1-");
    assertThat(Pages.text(Pages.of(draft, "claims")))
        .contains("sprint-1/" + task.id() + "(sprints/sprint-1#task-");
  }

  @Test
  void less_than_was_expected_is_told_only_of_blocks_that_are_over() {
    assertThat(
            Pages.text(
                Pages.of(new AssessmentDraft(SampleAssessments.failing()), "sprints/sprint-1")))
        .contains(
            "#expected-1-checkout [warning]",
            "| 60% | 1 of 5(workstreams/checkout#tasks) [warning: less than expected]");
  }

  @Test
  void tables_of_different_blocks_are_told_apart_by_their_captions() {
    String plan =
        """
        workstreams: [{id: a, tasks: ["[ ] One"]}]
        sprints:
          - id: one
            blocks:
              - {day: 1, title: Dig, expected: {a: 50%}}
              - {day: 2, title: Sow, expected: {a: 100%}}
        """;

    assertThat(Pages.text(Pages.of(Cases.written(plan).assess(), "sprints/one")))
        .contains("Dig, expected at its end and claimed now")
        .contains("Sow, expected at its end and claimed now");
  }

  @Test
  void the_tasks_that_name_a_sprint_are_listed_and_counted_there_alone() {
    Assessment assessment =
        SampleEverything.assessment(
            Written.plan(
                """
                workstreams:
                  - id: a
                    tasks:
                      - {id: early, text: Early, sprint: one, tasks: ["[x] Dig", "[ ] Sow"]}
                      - {id: late, text: Late, sprint: two, tasks: ["[ ] Reap"]}
                  - {id: b, tasks: ["[ ] Sing"]}
                sprints:
                  - {id: one, blocks: [{day: 1, workstreams: [a, b]}]}
                  - {id: two, blocks: [{day: 1, workstreams: [a, b]}]}
                """),
            "");
    String one = Pages.text(Pages.of(assessment, "sprints/one"));

    assertThat(one)
        .contains("Tasks claimed done: 1 of 2(", "Tasks of a in the sprint", "Dig", "Sow")
        .contains("(1 of 2 tasks(sprints/one#tasks))", "(its tasks name no sprint(")
        .doesNotContain("Reap", "Sing");
    assertThat(Pages.text(Pages.of(assessment, "sprints/two")))
        .contains("Tasks claimed done: 0 of 1(", "Reap");
  }
}
