package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.WorkHistory.Point;
import dev.coord.evidence.PlanHistory;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.PlanSnapshot;
import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.plan.WorkCount;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What past versions of the plan tell. Judged on 2026-11-20. */
class WorkHistoryTest {

  private static final String NOW =
      """
      workstreams: [{id: a, due: 2026-12-04, tasks: ["[x] one", "[x] two", "[ ] three"]}]
      epics: [{id: e, workstreams: [a]}, {id: f, issues: [{number: 1, title: x, state: closed}]}]
      """;

  private static PlanHistory.Version version(String commit, String day, String text) {
    return new PlanHistory.Version(
        commit, LocalDate.parse(day), PlanSnapshot.of(List.of(PlanExtract.of(Written.plan(text)))));
  }

  private static WorkHistory history(String now, PlanHistory.Version... versions) {
    return WorkHistory.of(
        Cases.written(now).evidence(Evidences.evidence().past(versions)).assess());
  }

  private static WorkHistory history() {
    return history(
        NOW,
        version("1", "2026-10-01", "workstreams: [{id: a, tasks: ['[ ] one']}]"),
        version("2", "2026-11-02", "workstreams: [{id: a, tasks: ['[ ] one', '[ ] two']}]"),
        version("3", "2026-11-03", "workstreams: [{id: a, tasks: ['[ ] one', '[ ] two']}]"),
        version("4", "2026-11-09", "workstreams: [{id: a, tasks: ['[x] one', '[ ] two']}]"));
  }

  @Test
  void each_change_of_what_is_done_or_of_the_scope_is_a_point_and_the_plan_now_is_the_last() {
    assertThat(history().points(Part.workstream("a")))
        .extracting(Point::day, Point::commit, point -> point.count().toString())
        .containsExactly(
            tuple(LocalDate.parse("2026-10-01"), Optional.of("1"), "0 of 1 task"),
            tuple(LocalDate.parse("2026-11-02"), Optional.of("2"), "0 of 2 tasks"),
            tuple(LocalDate.parse("2026-11-09"), Optional.of("4"), "1 of 2 tasks"),
            tuple(LocalDate.parse("2026-11-20"), Optional.empty(), "2 of 3 tasks"));
    assertThat(history().points(Part.PROJECT)).hasSize(4);
  }

  @Test
  void an_epic_counts_its_issues_else_the_tasks_of_its_workstreams() {
    WorkHistory history =
        history(
            NOW,
            version(
                "1", "2026-11-01", NOW.replace("[x] two", "[ ] two").replace("closed", "open")));

    assertThat(history.on(Part.epic("e"), LocalDate.parse("2026-11-19")))
        .contains(new WorkCount(WorkCount.Of.TASKS, 1, 3));
    assertThat(history.on(Part.epic("f"), LocalDate.parse("2026-11-19")))
        .contains(new WorkCount(WorkCount.Of.ISSUES, 0, 1));
    assertThat(history.on(Part.epic("f"), LocalDate.parse("2026-11-20")))
        .contains(new WorkCount(WorkCount.Of.ISSUES, 1, 1));
    assertThat(history.on(Part.epic("f"), LocalDate.parse("2026-10-31"))).isEmpty();
  }

  @Test
  void the_pace_is_that_of_four_weeks_in_tenths_rounded_down() {
    assertThat(history().pace(Part.workstream("a"))).hasValue(5);
  }

  @Test
  void the_pace_of_a_shorter_history_is_that_since_it_began_and_of_less_than_a_week_none() {
    PlanHistory.Version tenDaysAgo =
        version("1", "2026-11-10", "workstreams: [{id: a, tasks: ['[ ] one']}]");
    PlanHistory.Version sixDaysAgo =
        version("1", "2026-11-14", "workstreams: [{id: a, tasks: ['[ ] one']}]");

    assertThat(history(NOW, tenDaysAgo).pace(Part.workstream("a"))).hasValue(14);
    assertThat(history(NOW, sixDaysAgo).pace(Part.workstream("a"))).isEmpty();
  }

  @Test
  void what_is_no_longer_claimed_done_makes_the_pace_negative() {
    WorkHistory history =
        history(
            "workstreams: [{id: a, tasks: ['[ ] one']}]",
            version("1", "2026-11-06", "workstreams: [{id: a, tasks: ['[x] one']}]"));

    assertThat(history.pace(Part.workstream("a"))).hasValue(-5);
  }

  @Test
  void a_promised_day_that_was_moved_is_told_with_each_day_and_its_commit() {
    WorkHistory history =
        history(
            NOW,
            version("1", "2026-11-01", "workstreams: [{id: a, due: 2026-11-20}]"),
            version("2", "2026-11-05", "workstreams: [{id: a, due: 2026-11-27}]"),
            version("3", "2026-11-06", "workstreams: [{id: b, due: 2026-11-20}]"));

    assertThat(history.moved()).containsOnlyKeys(Part.workstream("a"));
    assertThat(history.moved().get(Part.workstream("a")))
        .extracting(p -> p.day() + " " + p.commit().orElse("now"))
        .containsExactly("2026-11-20 1", "2026-11-27 2", "2026-12-04 now");
  }

  @Test
  void what_the_plan_no_longer_promises_is_not_a_promise_that_moved() {
    WorkHistory history =
        history(
            "workstreams: [{id: a}]",
            version("1", "2026-11-01", "workstreams: [{id: a, due: 2026-11-20}]"),
            version("2", "2026-11-05", "workstreams: [{id: a, due: 2026-11-27}]"));

    assertThat(history.moved()).isEmpty();
  }

  @Test
  void without_a_history_nothing_is_told() {
    WorkHistory history = WorkHistory.of(Cases.written(NOW).assess());

    assertThat(history.points(Part.PROJECT)).isEmpty();
    assertThat(history.parts()).isEmpty();
    assertThat(history.pace(Part.PROJECT)).isEmpty();
    assertThat(history.moved()).isEmpty();
  }
}
