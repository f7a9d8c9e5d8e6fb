package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.testing.PlanTexts;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days on which waves cannot be merged, and ends of projects. */
class WaveDaysTest {

  private static Plan plan(String project, String... workstreams) {
    return PlanTexts.shop(
        "project: {name: Shop"
            + project
            + "}\nworkstreams:\n  - {id: a, duration: 3}\n  - "
            + String.join("\n  - ", workstreams)
            + "\n");
  }

  private static List<String> wave(String project, int day) {
    return Told.of(
        Looked.at(
            WaveDays::of,
            PlanTexts.with(
                plan(project, "{id: b, duration: 2, depends_on: [a]}"),
                PlanTexts.wave("wave-1", 20, new Stretch(Counting.DAYS, day, day), "a", "b"))));
  }

  @Test
  void a_wave_is_merged_when_its_workstreams_can_be_finished() {
    assertThat(wave(", started: 2026-01-05", 5)).isEmpty();
    assertThat(wave(", started: 2026-01-05", 4))
        .containsExactly(
            "wave wave-1 at 20: it is merged on day 4, but b can be finished on 2026-01-09 at the"
                + " earliest (5): Move the day, or shorten what comes before.");
  }

  @Test
  void without_dates_the_days_of_the_project_tell() {
    assertThat(wave("", 5)).isEmpty();
    assertThat(wave("", 4))
        .containsExactly(
            "wave wave-1 at 20: it is merged on day 4, but b can be finished on day 5 at the"
                + " earliest (5): Move the day, or shorten what comes before.");
  }

  /** 9 January 2027 is a Saturday. */
  private static List<String> saturday(String end, String... more) {
    return Told.of(
        Looked.at(
            WaveDays::of,
            PlanTexts.shop(
                "project: {name: Shop, started: 2026-12-21, expected_end: "
                    + end
                    + "}\nworkstreams:\n  - {id: a, duration: 15}\n  - {id: c, duration: 1}\n"
                    + "  - {id: b, duration: 1, depends_on: [a]}\n"
                    + "merges:\n  waves:\n    - {id: w, date: 2027-01-09, workstreams: [a]}\n"
                    + String.join("\n", more))));
  }

  @Test
  void a_wave_whose_day_is_off_work_is_merged_on_it() {
    assertThat(
            saturday(
                "2027-01-11",
                "    - {id: w2, date: 2027-01-09, workstreams: [c]}",
                "    - {id: w3, workstreams: [b]}"))
        .isEmpty();
    assertThat(saturday("2027-01-10"))
        .containsExactly(
            "project at 2: it is expected to end on 2027-01-10, but b can be finished on 2027-01-11"
                + " at the earliest (6): Move the day, or shorten what comes before.");
  }

  @Test
  void the_project_does_not_end_before_a_merge_on_a_day_off() {
    String wave =
        """
        project: {name: Shop, started: 2026-12-21, expected_end: %s}
        workstreams: [{id: a, duration: 3}]
        merges: {waves: [{id: w, date: 2027-01-09, workstreams: [a]}]}
        """;

    assertThat(Told.of(Looked.at(WaveDays::of, PlanTexts.shop(wave.formatted("2027-01-09")))))
        .isEmpty();
    assertThat(Told.of(Looked.at(WaveDays::of, PlanTexts.shop(wave.formatted("2027-01-08")))))
        .containsExactly(
            "project at 2: it is expected to end on 2027-01-08, but wave w can be merged on"
                + " 2027-01-09 at the earliest (4): Move the day, or shorten what comes before.");
  }

  @Test
  void the_project_does_not_end_before_its_last_workstream() {
    String end = ", started: 2026-01-05, expected_end: ";

    assertThat(Told.of(Looked.at(WaveDays::of, plan(end + "2026-01-07", "{id: b, duration: 2}"))))
        .isEmpty();
    assertThat(Told.of(Looked.at(WaveDays::of, plan(end + "2026-01-06", "{id: b, duration: 2}"))))
        .containsExactly(
            "project at 2: it is expected to end on 2026-01-06, but a can be finished on"
                + " 2026-01-07 at the earliest (4): Move the day, or shorten what comes before.");
  }

  private static Wave on(String id, int line, int day, String... workstreams) {
    return PlanTexts.wave(id, line, new Stretch(Counting.DAYS, day, day), workstreams);
  }

  private static List<String> waves(String project, Wave... waves) {
    return Told.of(
        Looked.at(
            WaveDays::of,
            PlanTexts.with(plan(project, "{id: b, duration: 10}", "{id: c}"), waves)));
  }

  @Test
  void waves_are_merged_in_their_order() {
    Wave first = on("w1", 20, 10, "a");
    Wave between = PlanTexts.wave("w2", "c");
    Wave last = on("w3", 22, 5, "c");

    assertThat(waves(", started: 2026-01-05", first, between, last))
        .containsExactly(
            "wave w3 at 22: it is merged on day 5, but wave w1, which comes before it, is merged on"
                + " day 10 (2026-01-16) (20): Change the order of the waves, or one of the two"
                + " days.");
    assertThat(waves("", first, last)).hasSize(1);
    assertThat(waves("", last, first)).isEmpty();
    assertThat(waves("", first, on("w2", 21, 10, "c"))).isEmpty();
  }

  @Test
  void waves_with_dates_are_compared_in_a_project_without_a_first_day() {
    String waves =
        "merges: {waves: [{id: w1, date: 2026-01-16, workstreams: [a]}, {id: w2, DAY, workstreams:"
            + " [b]}]}";
    String workstreams = "workstreams: [{id: a}, {id: b}]";

    assertThat(
            Looked.at(
                WaveDays::of, Written.plan(workstreams, waves.replace("DAY", "date: 2026-01-15"))))
        .extracting(Contradiction::found)
        .containsExactly("wave w1, which comes before it, is merged on 2026-01-16");
    assertThat(Looked.at(WaveDays::of, Written.plan(workstreams, waves.replace("DAY", "day: 1"))))
        .isEmpty();
  }

  @Test
  void waves_into_different_branches_and_what_was_given_up_have_no_order() {
    String plan =
        """
        workstreams: [{id: a}, {id: b}, {id: c, status: dropped}]
        merges:
          waves:
            - {id: w1, date: 2026-01-16, workstreams: [MEMBER], into: BRANCH}
            - {id: w2, date: 2026-01-15, workstreams: [b], into: main}
        """;
    String same = plan.replace("BRANCH", "main");

    assertThat(Looked.at(WaveDays::of, Written.plan(same.replace("MEMBER", "a")))).hasSize(1);
    assertThat(
            Looked.at(
                WaveDays::of,
                Written.plan(plan.replace("BRANCH", "release").replace("MEMBER", "a"))))
        .isEmpty();
    assertThat(Looked.at(WaveDays::of, Written.plan(same.replace("MEMBER", "c")))).isEmpty();
  }

  @Test
  void a_wave_is_not_merged_before_one_that_cannot_be_merged_in_time() {
    assertThat(waves(", started: 2026-01-05", on("w1", 20, 3, "b"), on("w2", 21, 5, "a")))
        .containsExactly(
            "wave w1 at 20: it is merged on day 3, but b can be finished on 2026-01-16 at the"
                + " earliest (5): Move the day, or shorten what comes before.",
            "wave w2 at 21: it is merged on day 5, but wave w1, which comes before it, can be merged"
                + " on 2026-01-16 at the earliest (20): Move the day, or shorten what comes"
                + " before.");
  }

  @Test
  void a_wave_without_all_ends_is_bounded_by_those_that_are_known() {
    assertThat(waves(", started: 2026-01-05", PlanTexts.wave("w1", "b", "c"), on("w2", 21, 5, "a")))
        .containsExactly(
            "wave w2 at 21: it is merged on day 5, but wave w1, which comes before it, cannot be"
                + " merged before 2026-01-16 (91): Move the day, or shorten what comes before.");
  }

  @Test
  void the_project_does_not_end_before_its_last_wave() {
    String end = ", started: 2026-01-05, expected_end: 2026-01-16";

    assertThat(waves(end, on("w1", 20, 10, "a"))).isEmpty();
    assertThat(waves(end, on("w1", 20, 11, "a")))
        .containsExactly(
            "project at 2: it is expected to end on 2026-01-16, but wave w1 can be merged on"
                + " 2026-01-19 at the earliest (20): Move the day, or shorten what comes before.");
    assertThat(waves(end, on("w1", 20, 11, "c")))
        .singleElement()
        .asString()
        .contains("but wave w1 cannot be merged before 2026-01-19");
  }

  @Test
  void a_wave_with_a_date_is_merged_before_the_end_of_a_project_without_a_first_day() {
    String plan =
        """
        coord: 1
        project: {name: Shop, expected_end: 2026-01-15}
        workstreams: [{id: a, duration: 90}]
        merges: {waves: [{id: w1, date: 2026-01-DAY, workstreams: [a]}]}
        """;

    assertThat(Looked.at(WaveDays::of, Written.file(plan.replace("DAY", "15")))).isEmpty();
    assertThat(Looked.at(WaveDays::of, Written.file(plan.replace("DAY", "16"))))
        .extracting(Contradiction::claim, Contradiction::found)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "it is expected to end on 2026-01-15", "wave w1 is merged on 2026-01-16"));
  }
}
