package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.testing.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What of a plan counts for which of its parts. */
class TaskScopeTest {

  private static final String PARTITIONED =
      """
      workstreams:
        - {id: a, tasks: ["[x] one", "[ ] two"]}
        - {id: b, tasks: ["[x] three", "[-] four", {text: five, tasks: ["[x] x", "[ ] y"]}]}
        - {id: c, tasks: ["[ ] six"]}
      sprints:
        - id: s
          priorities: [{workstream: a}]
          blocks: [{days: 1-2, workstreams: [a], tasks: ["[x] Plan it", "[ ] Show it"]}]
        - {id: t, blocks: [{days: 1, launches: [b]}, {days: 2, workstreams: [c], tasks: ["[ ] z"]}]}
      epics: [{id: e, workstreams: [a, b]}, {id: f, workstreams: [c]}]
      """;

  @Test
  void the_project_is_the_sum_of_its_sprints_where_each_workstream_is_active_in_one() {
    Plan plan = Written.plan(PARTITIONED);

    assertThat(WorkCount.of(TaskScope.of(plan))).hasToString("4 of 9 tasks");
    assertThat(sprints(plan)).isEqualTo(WorkCount.of(TaskScope.of(plan)));
  }

  @Test
  void the_project_is_the_sum_of_its_workstreams_and_blocks() {
    Plan plan = Written.plan(PARTITIONED);
    List<WorkCount> parts = new ArrayList<>();
    plan.workstreams().forEach(w -> parts.add(WorkCount.of(w.tasks())));
    plan.sprints().forEach(s -> s.blocks().forEach(b -> parts.add(WorkCount.of(b.tasks()))));

    assertThat(WorkCount.sum(parts.stream())).isEqualTo(WorkCount.of(TaskScope.of(plan)));
  }

  @Test
  void a_workstream_of_two_sprints_counts_once_for_the_project_and_in_none_of_them() {
    Plan plan =
        Written.plan(
            """
            workstreams: [{id: a, tasks: ["[x] one", "[ ] two"]}]
            sprints: [{id: s, priorities: [{workstream: a}]}, {id: t, priorities: [{workstream: a}]}]
            """);

    assertThat(WorkCount.of(TaskScope.of(plan))).hasToString("1 of 2 tasks");
    assertThat(sprints(plan)).hasToString("0 of 0 tasks");
  }

  private static final String NAMED =
      """
      workstreams:
        - id: a
          tasks:
            - {id: first, text: first, sprint: s, tasks: ["[x] one", "[ ] two", {text: late, sprint: t}]}
            - {text: both, tasks: [{text: here, state: done, sprint: s}, "[ ] nowhere"]}
            - "[ ] three"
        - {id: b, tasks: ["[x] four"]}
      sprints: [{id: s, priorities: [{workstream: a}, {workstream: b}]}, {id: t, blocks: [{day: 1, workstreams: [a]}]}]
      """;

  @Test
  void a_task_counts_in_the_sprint_that_it_or_what_it_is_nested_in_names_and_in_no_other() {
    Plan plan = Written.plan(NAMED);
    SprintTasks tasks = new SprintTasks(plan);

    assertThat(plan.sprints().stream().map(tasks::of).map(WorkCount::of))
        .extracting(WorkCount::toString)
        .containsExactly("3 of 4 tasks", "0 of 1 task");
    assertThat(tasks.ofWorkstreams(plan.sprints().get(0)).get("a"))
        .extracting(Task::id)
        .containsExactly("first", "both");
    assertThat(WorkCount.of(TaskScope.of(plan))).hasToString("3 of 7 tasks");
  }

  @Test
  void past_versions_count_named_sprints_as_the_plan_does_now() {
    Plan plan = Written.plan(NAMED);

    PlanSnapshot snapshot = PlanSnapshot.of(List.of(PlanExtract.of(plan)));

    for (Sprint sprint : plan.sprints()) {
      assertThat(snapshot.counts().get(Part.sprint(sprint.id())))
          .isEqualTo(WorkCount.of(TaskScope.of(plan, sprint)));
    }
  }

  @Test
  void of_a_workstream_in_several_sprints_without_a_named_one_nobody_says_where_its_tasks_belong() {
    Plan plan =
        Written.plan(
            """
            workstreams: [{id: a, tasks: ["[x] one"]}, {id: b, tasks: ["[x] two"]}]
            sprints:
              - {id: s, priorities: [{workstream: a}, {workstream: b}]}
              - {id: t, priorities: [{workstream: a}]}
            """);
    SprintTasks tasks = new SprintTasks(plan);

    assertThat(tasks.isUndecided("a")).isTrue();
    assertThat(tasks.isUndecided("b")).isFalse();
    assertThat(tasks.ofWorkstreams(plan.sprints().get(0)).keySet()).containsExactly("b");
  }

  @Test
  void past_versions_count_each_part_as_the_plan_does_now() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      Plan plan = Written.plan(random(random));

      PlanSnapshot snapshot = PlanSnapshot.of(List.of(PlanExtract.of(plan)));

      assertThat(snapshot.counts().get(Part.PROJECT)).isEqualTo(WorkCount.of(TaskScope.of(plan)));
      assertThat(sprints(plan)).isEqualTo(snapshot.counts().get(Part.PROJECT));
      for (Sprint sprint : plan.sprints()) {
        assertThat(snapshot.counts().get(Part.sprint(sprint.id())))
            .isEqualTo(WorkCount.of(TaskScope.of(plan, sprint)));
      }
      for (Epic epic : plan.epics()) {
        assertThat(snapshot.counts().get(Part.epic(epic.id())))
            .isEqualTo(WorkCount.of(plan, epic).orElseThrow());
      }
    }
  }

  @Test
  void a_plan_of_several_files_counts_what_they_count_together() {
    PlanExtract one =
        PlanExtract.of(Written.plan("workstreams: [{id: a, tasks: ['[x] one', '[ ] two']}]"));
    PlanExtract other =
        PlanExtract.of(
            List.of(),
            Written.plan(
                    """
                    workstreams: [{id: a}]
                    sprints: [{id: s, blocks: [{day: 1, workstreams: [a], tasks: ["[ ] x"]}]}]
                    """)
                .sprints(),
            List.of(),
            Optional.empty());

    PlanSnapshot snapshot = PlanSnapshot.of(List.of(one, other, other));

    assertThat(snapshot.counts().get(Part.PROJECT)).hasToString("1 of 3 tasks");
    assertThat(snapshot.counts().get(Part.sprint("s"))).hasToString("1 of 3 tasks");
  }

  private static WorkCount sprints(Plan plan) {
    return WorkCount.sum(plan.sprints().stream().map(s -> WorkCount.of(TaskScope.of(plan, s))));
  }

  /** A plan of which each workstream is active in one of two sprints, and in one of two epics. */
  private static String random(Random random) {
    StringBuilder workstreams = new StringBuilder("workstreams:\n");
    List<List<String>> sprints = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<String>> epics = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < 6; i++) {
      workstreams.append("  - {id: w" + i + ", tasks: " + tasks(random) + "}\n");
      sprints.get(i < 2 ? i : random.nextInt(2)).add("w" + i);
      epics.get(i < 2 ? i : random.nextInt(2)).add("w" + i);
    }
    StringBuilder rest = new StringBuilder("sprints:\n");
    for (int i = 0; i < 2; i++) {
      rest.append("  - {id: s" + i + ", blocks: [{day: 1, workstreams: " + sprints.get(i));
      rest.append(", tasks: " + tasks(random) + "}, {day: 2, tasks: " + tasks(random) + "}]}\n");
    }
    return workstreams.toString()
        + rest
        + ("epics: [{id: e, workstreams: " + epics.get(0) + "}, ")
        + ("{id: f, workstreams: " + epics.get(1) + "}]\n");
  }

  /** At least one task that was not given up. */
  private static String tasks(Random random) {
    List<String> tasks = new ArrayList<>(List.of("\"[ ] t\""));
    for (int i = random.nextInt(4); i > 0; i--) {
      tasks.add("\"[" + " x-!".charAt(random.nextInt(4)) + "] t" + i + "\"");
    }
    return tasks.toString();
  }
}
