package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.site.model.Axis;
import dev.coord.site.model.Block;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.PlanTexts;
import dev.coord.testing.Written;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The day of judgement is Saturday, 2026-11-21. */
class TimelinePageTest {

  private static Plan plan(String project, String... workstreams) {
    return PlanTexts.shop(
        "project: {name: Shop"
            + project
            + "}\nworkstreams:\n  - "
            + String.join("\n  - ", workstreams)
            + "\n");
  }

  private static Page page(Plan plan) {
    return Pages.of(Written.assessed(plan), "timeline");
  }

  private static final String STARTED = ", started: 2026-11-16";

  private static final String[] CHAIN = {
    "{id: a, duration: 3, critical: true}",
    "{id: b, duration: 2, depends_on: [a]}",
    "{id: c, duration: 1, critical: true}"
  };

  @Test
  void the_earliest_end_of_all_is_told_beside_the_expected_one() {
    assertThat(Pages.verdict(page(plan(STARTED, CHAIN))))
        .isEqualTo(
            "[neutral] By durations and dependencies, all was to be finished on 2026-11-20.");
    assertThat(Pages.verdict(page(plan(", started: 2026-11-23", CHAIN))))
        .isEqualTo(
            "[neutral] By durations and dependencies, all can be finished on 2026-11-27 at the"
                + " earliest.");
    assertThat(Pages.verdict(page(plan(STARTED + ", expected_end: 2026-11-19", CHAIN))))
        .isEqualTo(
            "[warning] By durations and dependencies, all was to be finished on 2026-11-20;"
                + " expected is 2026-11-19.");
  }

  @Test
  void what_was_given_up_is_not_counted_among_the_workstreams_without_a_day() {
    assertThat(
            Pages.text(page(plan(STARTED, "{id: a, duration: 2}", "{id: b, status: cancelled}"))))
        .contains("Workstreams and waves over time")
        .doesNotContain("not drawn");
    assertThat(Pages.text(page(plan(STARTED, "{id: a, duration: 2}", "{id: b}"))))
        .contains("1 open workstream without any day is not drawn");
  }

  @Test
  void an_end_that_what_is_open_today_has_missed_already_is_said_to_be_too_early() {
    Plan plan =
        plan(
            STARTED,
            "{id: a, duration: 2}",
            "{id: b, duration: 10, depends_on: [a]}",
            "{id: c, duration: 1}");

    assertThat(Pages.verdict(page(plan)))
        .isEqualTo(
            "[warning] By durations and dependencies, all can be finished on 2026-12-01 at the"
                + " earliest. That is too early: 1 open workstream is past the last day that it"
                + " leaves.");
  }

  @Test
  void what_takes_longer_than_its_length_says_which_task_it_waits_for() {
    assertThat(
            Pages.text(
                page(
                    plan(
                        STARTED,
                        "{id: a, duration: 2, tasks: [{id: t, text: T, depends_on: [b/u]}]}",
                        "{id: b, duration: 1, tasks: [{id: u, text: U, due: 2026-11-20}]}"))))
        .contains("2026-11-16 to 2026-11-20; task t waits for b/u, by 2026-11-20 |")
        .contains("b(workstreams/b) `coord.yml:5` | 2026-11-16 | ");
  }

  @Test
  void an_end_out_of_reach_has_no_date() {
    assertThat(Pages.verdict(page(plan(STARTED, "{id: a, duration: 9999}"))))
        .contains("all can be finished on a day more than ten years ahead at the earliest");
  }

  @Test
  void a_mark_that_is_not_so_is_told_on_the_page_of_its_workstream() {
    String text = Pages.text(Pages.of(Written.assessed(plan(STARTED, CHAIN)), "workstreams/c"));

    assertThat(text)
        .contains(
            "Critical path: the plan says so, [warning: contradicts] it can be 4 working days late")
        .contains("a claim about it is contradicted(claims#claim-c")
        .doesNotContain("] contradicts(");
  }

  @Test
  void float_and_critical_path_stand_beside_the_marks() {
    String text = Pages.text(page(plan(STARTED, CHAIN)));

    assertThat(text)
        .contains(
            "a(workstreams/a) `coord.yml:4` | 2026-11-16 to 2026-11-18 | 2026-11-16 to 2026-11-18 | 0 days [info:"
                + " critical] [neutral: marked critical] |")
        .contains(
            "b(workstreams/b) `coord.yml:5` | 2026-11-19 to 2026-11-20 | 2026-11-19 to 2026-11-20 | 0 days"
                + " [info: critical] |")
        .contains(
            "c(workstreams/c) `coord.yml:6` | 2026-11-16 | 2026-11-20 | 4 days [warning: marked"
                + " critical] |");
  }

  @Test
  void float_that_a_missing_length_may_use_up_is_told_as_that_of_what_has_times() {
    String heading = "At the latest, of what has times | Float, of what has times";

    assertThat(Pages.text(page(plan(STARTED, "{id: a, duration: 2}", "{id: b, depends_on: [a]}"))))
        .contains(heading)
        .contains("what others wait for may have less float than is told");
    assertThat(Pages.text(page(plan(STARTED, CHAIN)))).doesNotContain("of what has times");
  }

  @Test
  void without_a_length_the_end_cannot_be_told_and_it_is_said_what_is_missing() {
    Page page = page(plan(STARTED, "{id: a, duration: 2}", "{id: b, depends_on: [a]}"));

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[unknown] It was not to be finished before 2026-11-17, and the end cannot be told: when 1"
                + " of 2 open workstreams ends is not known.");
    assertThat(Pages.text(page))
        .contains("b(workstreams/b): it has no length; it can begin on 2026-11-18 at the earliest")
        .doesNotContain("critical]");
    assertThat(Pages.verdict(page(plan(", expected_end: 2026-12-09", "{id: a, due: 2026-11-20}"))))
        .isEqualTo(
            "[unknown] When all is finished cannot be told: 1 workstream has no length; expected is"
                + " 2026-12-09.");
  }

  @Test
  void what_is_past_its_day_and_not_merged_is_late_by_working_days() {
    String text =
        Pages.text(
            page(
                plan(
                    STARTED,
                    "{id: a, start: 2026-11-16, due: 2026-11-18}",
                    "{id: b, start: 2026-11-19, due: 2026-11-20}",
                    "{id: c, start: 2026-11-16, duration: 2, status: dropped}",
                    "{id: d, start: 2026-11-16, duration: 4, launch: {day: 1}}")));

    assertThat(text)
        .contains("| due 2026-11-18 [unknown: 2 working days past] and not known to be merged\n")
        .contains("| due 2026-11-20\n")
        .contains("| launched Day 1 [unknown: 1 working day past] and not known to be merged\n")
        .containsOnlyOnce("2 working days past");
  }

  @Test
  void what_git_shows_to_be_open_past_its_day_is_late() {
    Assessment assessment =
        Cases.written("workstreams: [{id: a, branch: feature/a, due: 2026-11-18}]")
            .evidence(Evidences.evidence().active("feature/a", Deltas.live().build()))
            .assess();

    assertThat(Pages.text(Pages.of(assessment, "timeline")))
        .containsPattern("due 2026-11-18 \\[warning: \\d+ working days? late\\]");
  }

  @Test
  void waves_show_what_is_planned_beside_what_can_be() {
    Plan plan =
        PlanTexts.with(
            plan(STARTED, CHAIN),
            PlanTexts.wave("wave-1", 9, new Stretch(Counting.DAYS, 4, 4), "a", "b"),
            PlanTexts.wave("wave-2", "c"));

    assertThat(Pages.text(page(plan)))
        .contains(
            "`coord.yml:9` | 2026-11-16 to 2026-11-20 [warning: later than planned] | 2026-11-16 to"
                + " 2026-11-20 | 0 days [info: critical] | Day 4: 2026-11-19 |")
        .contains(
            "`coord.yml:91` | 2026-11-16 to 2026-11-20 | 2026-11-20 | 0 days [info: critical] | – |"
                + " c(workstreams/c)");
  }

  @Test
  void a_wave_that_cannot_be_told_says_why_and_what_bounds_it() {
    Plan plan =
        PlanTexts.with(
            plan(STARTED, "{id: a, duration: 3}", "{id: b}"),
            PlanTexts.wave("wave-1", 9, new Stretch(Counting.DAYS, 4, 4), "a"),
            PlanTexts.wave("wave-2", "b"));

    assertThat(Pages.text(page(plan)))
        .contains("| merged not before 2026-11-19 | – | – | – | b(workstreams/b)")
        .contains("wave-2(merges#wave-wave-2): it merges b, of which no end can be told");
  }

  @Test
  void a_mark_that_is_wrong_whatever_is_missing_is_seen() {
    assertThat(
            Pages.text(
                page(
                    plan(
                        STARTED,
                        "{id: a, duration: 3, critical: true}",
                        "{id: b, duration: 10, critical: true}",
                        "{id: c}"))))
        .contains("7 days [warning: marked critical]")
        .contains("0 days [neutral: marked critical]");
  }

  @Test
  void a_wave_that_waits_for_its_day_leaves_the_float_of_the_work_beside_its_own() {
    Plan plan =
        PlanTexts.with(
            plan(STARTED, "{id: a, duration: 3, critical: true}", "{id: b, duration: 1}"),
            PlanTexts.wave("wave-1", 9, new Stretch(Counting.DAYS, 5, 5), "a", "b"));

    assertThat(Pages.text(page(plan)))
        .contains("2 days (0 without the planned days) [neutral: marked critical]")
        .contains("4 days (2 without the planned days) |");
  }

  @Test
  void without_a_first_day_days_have_numbers() {
    assertThat(Pages.text(page(plan("", CHAIN)))).contains("| day 4 to day 5 |");
  }

  @Test
  void sprints_and_events_stand_below_with_their_dates() {
    String text =
        Pages.text(
            page(
                PlanTexts.shop(
                    """
                    project: {name: Shop, calendar: {sprint_length: 10}}
                    sprints: [{id: sprint-1, start: 2026-11-16}]
                    events: [{id: demo, sprint: sprint-1, day: 10}, {id: standup, cadence: daily}]
                    """)));

    assertThat(text)
        .contains(
            "sprint-1(sprints/sprint-1) | 2026-11-16 | 2026-11-27 (computed) | [info: running] |")
        .contains("2026-11-27 | demo(calendar#event-demo) | [neutral: planned] |")
        .doesNotContain("standup");
  }

  @Test
  void the_schedule_is_drawn_with_today_what_is_late_and_what_is_critical() {
    Gantt gantt =
        gantt(
            plan(
                STARTED,
                "{id: a, start: 2026-11-16, due: 2026-11-18}",
                "{id: b, duration: 2, depends_on: [a]}"));

    assertThat(gantt.axis().first()).contains(LocalDate.of(2026, 11, 16));
    assertThat(gantt.today()).contains(new Axis.Tick(5, "today, 2026-11-21"));
    assertThat(gantt.bars().get(0).mark().note()).isEqualTo("critical, 2 days past");
    assertThat(gantt.bars().get(0).lateSince()).hasValue(3);
    assertThat(gantt.bars())
        .extracting(bar -> bar.mark().name() + " " + bar.start() + " to " + bar.end())
        .containsExactly("a 0 to 3", "b 3 to 5");
    assertThat(gantt.bars()).extracting(Gantt.Bar::critical).containsExactly(true, true);
  }

  @Test
  void days_off_lie_between_the_bars() {
    Gantt gantt =
        gantt(plan(STARTED, "{id: a, duration: 5}", "{id: b, duration: 1, depends_on: [a]}"));

    assertThat(gantt.bars()).extracting(Gantt.Bar::end).containsExactly(5L, 8L);
    assertThat(gantt.bars()).extracting(Gantt.Bar::start).containsExactly(0L, 7L);
  }

  @Test
  void a_workstream_without_a_length_is_drawn_on_the_day_it_is_due() {
    Gantt gantt = gantt(plan(STARTED, "{id: a, due: 2026-11-25}"));

    assertThat(gantt.bars())
        .extracting(bar -> bar.shape() + " " + bar.mark().note())
        .containsExactly("MILESTONE due");
  }

  @Test
  void today_is_at_the_edge_when_the_plan_is_long_over() {
    Gantt gantt = gantt(plan("", "{id: a, start: 2024-01-01, due: 2024-01-05}"));

    assertThat(gantt.axis().length()).isEqualTo(5);
    assertThat(gantt.today()).contains(new Axis.Tick(5, "today is later: 2026-11-21"));
  }

  @Test
  void of_many_workstreams_the_critical_ones_are_drawn_and_it_is_said_how_many_are_not() {
    String[] many =
        IntStream.rangeClosed(1, 300)
            .mapToObj(i -> "{id: w" + i + ", duration: " + (i == 299 ? 9 : 2) + "}")
            .toArray(String[]::new);
    Block.Figure figure = Figures.one(page(plan(STARTED, many)));

    assertThat(figure.more()).isEqualTo(240);
    assertThat(((Gantt) figure.picture()).bars())
        .hasSize(60)
        .anyMatch(bar -> bar.mark().name().equals("w299") && bar.critical());
    assertThat(figure.table()).isEqualTo(Target.page("timeline", "workstreams-table"));
  }

  private static Gantt gantt(Plan plan) {
    return (Gantt) Figures.one(page(plan)).picture();
  }

  @Test
  void what_is_merged_is_past_and_never_critical() {
    Assessment assessment =
        Cases.written(
                "workstreams:\n"
                    + "  - {id: z, branch: feature/z, start: 2026-11-02, duration: 40}\n"
                    + "  - {id: a, branch: feature/a, duration: 3, depends_on: [z]}\n")
            .evidence(
                Evidences.evidence()
                    .merged("feature/z", Deltas.changing("z"))
                    .active("feature/a", Deltas.changing("a")))
            .assess();
    Page page = Pages.of(assessment, "timeline");

    assertThat(Pages.text(page))
        .containsPattern("z\\(workstreams/z\\) [^|]*\\| merged( on 20[0-9-]+)? \\| – \\| – \\|")
        .containsPattern("a\\(workstreams/a\\) [^|]*\\| 20[0-9-]+ to 20[0-9-]+ \\|.*critical\\]")
        .containsSubsequence("#workstream-z", "#workstream-a");
    assertThat(Pages.verdict(page))
        .startsWith("[neutral] By durations and dependencies, what is left can be finished on ");
  }

  @Test
  void a_mark_that_is_right_by_all_of_the_plan_is_right_when_a_part_of_it_is_merged() {
    Assessment assessment =
        Cases.written(
                "workstreams:\n"
                    + "  - {id: z, branch: feature/z, duration: 10, critical: true}\n"
                    + "  - {id: a, branch: feature/a, duration: 5, depends_on: [z], critical: true}\n"
                    + "  - {id: c, branch: feature/c, duration: 12}\n")
            .evidence(
                Evidences.evidence()
                    .merged("feature/z", Deltas.changing("z"))
                    .active("feature/a", Deltas.changing("a"))
                    .active("feature/c", Deltas.changing("c")))
            .assess();

    assertThat(Pages.text(Pages.of(assessment, "timeline")))
        .contains("[neutral: marked critical]")
        .doesNotContain("[warning: marked critical]");
  }

  @Test
  void what_is_past_its_day_is_told_first() {
    Assessment assessment =
        Cases.written(
                "workstreams:\n"
                    + "  - {id: a, branch: feature/a, due: 2026-11-18}\n"
                    + "  - {id: b, branch: feature/b, due: 2026-11-12}\n")
            .evidence(
                Evidences.evidence()
                    .active("feature/a", Deltas.changing("a"))
                    .active("feature/b", Deltas.changing("b")))
            .assess();

    assertThat(Pages.verdict(Pages.of(assessment, "timeline")))
        .matches(
            "\\[warning\\] 2 workstreams are past their day, b\\(workstreams/b\\) by \\d+ working"
                + " days\\. When all is finished cannot be told: 2 workstreams have no length\\.");
  }

  @Test
  void when_all_is_merged_nothing_is_left() {
    Assessment assessment =
        Cases.written("workstreams: [{id: a, branch: feature/a, due: 2026-11-18}]")
            .evidence(Evidences.evidence().merged("feature/a", Deltas.changing("a")))
            .assess();

    assertThat(Pages.verdict(Pages.of(assessment, "timeline")))
        .isEqualTo("[neutral] Nothing is left to do: all that was not given up is merged.");
  }
}
