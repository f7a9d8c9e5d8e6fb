package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Sprints.sprint;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.SampleEverything;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Task.State;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.Sprints;
import dev.coord.testing.Tasks;
import dev.coord.testing.Workstreams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is late on 2026-11-20, a Friday. */
class OverdueTest {

  private static List<Finding> late(Plans.Builder plan, Evidences seen) {
    return Cases.of(plan).evidence(seen).at("2026-11-20T12:00:00Z").assess().findings().stream()
        .filter(f -> f.kind() == Finding.Kind.OVERDUE)
        .toList();
  }

  private static List<String> texts(Plans.Builder plan, Evidences seen) {
    return late(plan, seen).stream().map(Finding::text).toList();
  }

  private static List<String> texts(Workstreams workstream) {
    Evidences seen = evidence().active("feature/a", Deltas.live().build());
    return texts(Plans.plan().workstreams(workstream), seen);
  }

  @Test
  void a_workstream_past_its_day_is_late() {
    Evidences seen = evidence().active("feature/a", Deltas.live().build());

    assertThat(
            late(Plans.plan().workstreams(workstream("a").line("due", 7).due("2026-11-19")), seen))
        .containsExactly(
            new Finding(
                Finding.Kind.OVERDUE,
                Severity.WARN,
                "a",
                "workstream a was due on 2026-11-19 and is not merged",
                "Do it, or move its day.",
                Optional.of(Places.line(7)),
                List.of()));
  }

  @Test
  void nothing_is_late_on_its_day() {
    assertThat(texts(workstream("a").due("2026-11-20").tasks(Tasks.todo("t").due("2026-11-20"))))
        .isEmpty();
  }

  @Test
  void the_day_is_that_of_the_projects_zone() {
    Plans.Builder plan =
        Plans.plan().zone("Pacific/Auckland").workstreams(workstream("a").due("2026-11-20"));
    Evidences seen = evidence().active("feature/a", Deltas.live().build());

    assertThat(texts(plan, seen))
        .containsExactly("workstream a was due on 2026-11-20 and is not merged");
  }

  @Test
  void a_merged_workstream_is_not_late() {
    Plans.Builder plan = Plans.plan().workstreams(workstream("a").due("2026-11-01"));

    assertThat(texts(plan, evidence().merged("feature/a", Deltas.merged().build()))).isEmpty();
  }

  @Test
  void what_cannot_be_told_is_not_known_to_be_merged() {
    Plans.Builder plan = Plans.plan().workstreams(workstream("a").due("2026-11-01"));

    assertThat(texts(plan, evidence().gone("feature/a")))
        .containsExactly("workstream a was due on 2026-11-01 and is not known to be merged");
  }

  @Test
  void a_workstream_that_was_given_up_is_not_late() {
    assertThat(texts(workstream("a").due("2026-11-01").status("Dropped"))).isEmpty();
  }

  @Test
  void a_workstream_with_a_duration_is_due_on_the_last_of_its_working_days() {
    assertThat(texts(workstream("a").start("2026-11-16").duration(4)))
        .containsExactly("workstream a was due on 2026-11-19 and is not merged");
    assertThat(texts(workstream("a").start("2026-11-16").duration(5))).isEmpty();
    assertThat(texts(workstream("a").duration(1))).isEmpty();
    assertThat(texts(workstream("a").start("2026-01-01"))).isEmpty();
  }

  @Test
  void tasks_past_their_day_are_late_at_every_level() {
    assertThat(
            texts(
                workstream("a")
                    .tasks(
                        Tasks.todo("t")
                            .due("2026-11-18")
                            .nested(Tasks.doing("u").due("2026-11-19")),
                        Tasks.done("v").due("2026-11-01"),
                        Tasks.dropped("w").nested(Tasks.todo("x").due("2026-11-01")))))
        .containsExactlyInAnyOrder(
            "task t of a was due on 2026-11-18", "task u of a was due on 2026-11-19");
  }

  @Test
  void tasks_of_sprints_are_late_as_well() {
    Sprints sprint = sprint("s").days(1, 1, Tasks.todo("t").line(7).due("2026-11-18"));

    assertThat(late(Plans.plan().sprints(sprint), evidence()))
        .extracting(Finding::text, Finding::subject, f -> f.location().orElseThrow())
        .containsExactly(tuple("task t of s was due on 2026-11-18", "s", Places.line(7)));
  }

  @Test
  void a_block_that_is_over_with_open_tasks_is_late_under_its_title_or_its_time() {
    Sprints sprint =
        sprint("s")
            .start("2026-11-16")
            .days(1, 2, Tasks.todo("t"))
            .titled("Put together", new Stretch(Counting.DAYS, 3, 3), Tasks.todo("u"))
            .days(5, 5, Tasks.todo("v"));

    assertThat(texts(Plans.plan().sprints(sprint), evidence()))
        .containsExactly(
            "days 1-2 ended on 2026-11-17 with open tasks",
            "Put together ended on 2026-11-18 with open tasks");
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void an_open_action_past_its_day_is_late(State state) {
    Plans.Builder plan = Plans.plan().actions(Plans.action("call", 9, "2026-11-19", state));

    assertThat(texts(plan, evidence()))
        .isEqualTo(
            state == State.DONE || state == State.DROPPED
                ? List.of()
                : List.of("action call was due on 2026-11-19"));
  }

  @Test
  void an_action_is_not_late_on_its_day() {
    assertThat(
            texts(
                Plans.plan().actions(Plans.action("call", 9, "2026-11-20", State.TODO)),
                evidence()))
        .isEmpty();
  }

  @Test
  void tasks_of_the_handbook_are_late_too() {
    String yaml =
        """
        coord: 1
        project: {name: Shop}
        testing: {sign_off: {by: ana, criteria: [{text: A, due: 2026-01-05}]}}
        reports: [{id: r, next: [{horizon: soon, tasks: [{text: B, due: 2026-01-06}]}]}]
        """;
    PlanFile file =
        new PlanFile("coord.yml", Optional.empty(), yaml.getBytes(StandardCharsets.UTF_8));
    Plan plan = new PlanReader().read(List.of(file)).plan().orElseThrow();

    assertThat(SampleEverything.assessment(plan, "").findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.OVERDUE)
        .extracting(Finding::subject, Finding::text)
        .containsExactly(
            tuple("testing sign-off", "task a of testing sign-off was due on 2026-01-05"),
            tuple("report r", "task b of report r was due on 2026-01-06"));
  }

  private static List<String> written(String plan) {
    return Cases.shop(plan)
        .evidence(evidence().active("feature/a", Deltas.live().build()))
        .at("2026-11-20T12:00:00Z")
        .assess()
        .findings()
        .stream()
        .filter(f -> f.kind() == Finding.Kind.OVERDUE)
        .map(Finding::text)
        .toList();
  }

  @Test
  void a_review_of_the_plan_is_late_the_day_after() {
    assertThat(written("project: {name: Shop, next_review: 2026-11-19}\n"))
        .containsExactly("the review of the plan was due on 2026-11-19");
    assertThat(written("project: {name: Shop, next_review: 2026-11-20}\n")).isEmpty();
  }

  @Test
  void a_project_past_its_end_is_late_while_work_is_open() {
    String end = "project: {name: Shop, expected_end: 2026-11-19}\n";

    assertThat(written(end + "workstreams: [{id: a, branch: feature/a}]\n"))
        .containsExactly("the project was expected to end on 2026-11-19, and a is not merged");
    assertThat(written(end + "workstreams: [{id: a, branch: feature/a}, {id: b}]\n"))
        .containsExactly(
            "the project was expected to end on 2026-11-19, and a and 1 more are not merged");
    assertThat(written(end + "workstreams: [{id: a, branch: feature/a, status: Dropped}]\n"))
        .isEmpty();
    assertThat(written(end)).isEmpty();
  }

  @Test
  void what_an_event_was_to_bring_is_late_when_it_is_over() {
    String event =
        """
        events:
          - id: kickoff
            kind: kickoff
            dates: %s
            deliverables: ["[ ] K-1: Minutes", "[x] K-2: List"]
        """;

    assertThat(written(event.formatted("2026-11-19")))
        .containsExactly("event kickoff ended on 2026-11-19 without its deliverable K-1");
    assertThat(written(event.formatted("2026-11-20"))).isEmpty();
  }

  @Test
  void a_metric_is_late_when_its_day_is_over_and_its_target_is_not_seen_to_be_met() {
    String metrics =
        """
        metrics:
          - {id: missed, category: outcome, value: 4, target: "<= 3", by: 2026-11-19}
          - {id: met, category: outcome, value: 3, target: "<= 3", by: 2026-11-19}
          - {id: today, category: outcome, value: 4, target: "<= 3", by: 2026-11-20}
          - {id: vague, category: outcome, value: good, target: better, by: 2026-11-19}
          - {id: unknown, category: quality, tests: {failed: "= 0"}, by: 2026-11-19}
        """;

    assertThat(written(metrics))
        .containsExactlyInAnyOrder(
            "metric missed was to meet its target by 2026-11-19 and misses it",
            "metric vague was to meet its target by 2026-11-19 and is not known to meet it",
            "metric unknown was to meet its target by 2026-11-19 and is not known to meet it");
  }

  @Test
  void a_gate_on_what_is_overdue_counts_metrics() {
    String plan =
        """
        metrics: [{id: m, category: outcome, value: 4, target: "<= 3", by: 2026-11-19}]
        gates: [{plan: {overdue: "= 0"}}]
        """;

    assertThat(Cases.written(plan).assess().gates())
        .extracting(row -> row.verdict().summary())
        .containsExactly("1 != 0 (+1, past their day, the first of m)");
  }
}
