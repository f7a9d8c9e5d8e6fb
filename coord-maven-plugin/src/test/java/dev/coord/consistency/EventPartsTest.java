package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventPartsTest {

  private static Plan plan(String project, String event) {
    return PlanTexts.shop(
        "project: {name: Shop"
            + project
            + "}\n"
            + "sprints: [{id: sprint-1}]\n"
            + "events:\n"
            + "  - {id: sync, "
            + event
            + "}\n");
  }

  private static List<String> told(String project, String event) {
    return Told.of(EventParts.of(plan(project, event)));
  }

  private static final String STARTED = ", started: 2026-01-05";

  @Test
  void topics_and_schedule_lie_within_their_event() {
    assertThat(
            told(
                STARTED, "weeks: 1-2, topics: [{week: 2, text: a}], schedule: [{day: 1, what: a}]"))
        .isEmpty();
    assertThat(told(STARTED, "days: 1-5, topics: [{week: 1, text: a}]")).isEmpty();
    assertThat(told(STARTED, "weeks: 1-2, topics: [{week: 3, text: a}]"))
        .containsExactly(
            "event sync at 5: the topic is week 3, 2026-01-19 to 2026-01-25, but the event is weeks"
                + " 1-2, 2026-01-05 to 2026-01-18 (5): Keep the topic within the event.");
    assertThat(
            told(
                STARTED,
                "days: 1-3, schedule: [{days: 3-4, what: a}, {date: 2026-01-08, what: b}]"))
        .containsExactly(
            "event sync at 5: the schedule's line is days 3-4, 2026-01-07 to 2026-01-08, but the"
                + " event is days 1-3, 2026-01-05 to 2026-01-07 (5): Keep the schedule's line"
                + " within the event.",
            "event sync at 5: the schedule's line is 2026-01-08, but the event is days 1-3,"
                + " 2026-01-05 to 2026-01-07 (5): Keep the schedule's line within the event.");
  }

  @Test
  void a_week_of_an_event_that_is_on_some_of_its_days_lies_within_it() {
    assertThat(
            told(
                STARTED,
                "weeks: 1-4, weekday: Tuesday, topics: [{week: 1, text: a}, {weeks: 2-4, text: b}]"))
        .isEmpty();
    assertThat(told(STARTED, "days: 8-9, schedule: [{week: 2, what: a}]")).isEmpty();
    assertThat(
            told(
                STARTED,
                "weeks: 1-4, weekday: Tuesday, topics: [{weeks: 4-5, text: a}, {week: 5, text: b},"
                    + " {week: 5, weekday: Tuesday, text: c}]"))
        .extracting(line -> line.substring(0, line.indexOf(", but")))
        .containsExactly(
            "event sync at 5: the topic is weeks 4-5, 2026-01-26 to 2026-02-08",
            "event sync at 5: the topic is week 5, 2026-02-02 to 2026-02-08",
            "event sync at 5: the topic is week 5, Tuesday, 2026-02-03");
  }

  @Test
  void without_dates_the_order_of_days_tells() {
    assertThat(told("", "days: 13-15, schedule: [{day: 13, what: a}, {day: 16, what: b}]"))
        .containsExactly(
            "event sync at 5: the schedule's line is day 16, but the event is days 13-15 (5): Keep"
                + " the schedule's line within the event.");
  }

  @Test
  void an_event_without_a_time_says_nothing() {
    assertThat(told(STARTED, "topics: [{week: 3, text: a}]")).isEmpty();
    assertThat(told(STARTED, "cadence: weekly, weekday: Friday, topics: [{week: 3, text: a}]"))
        .isEmpty();
    assertThat(told("", "date: 2026-01-05, topics: [{week: 3, text: a}]")).isEmpty();
  }

  private static List<String> windows(String project, String event) {
    return Told.of(Windows.of(plan(project, event)));
  }

  @Test
  void days_of_a_sprint_of_ten_days_end_with_the_tenth() {
    String sprintLength = ", calendar: {sprint_length: 10}";

    assertThat(windows(sprintLength, "sprint: sprint-1, days: 9-10")).isEmpty();
    assertThat(
            windows(sprintLength, "sprint: sprint-1, days: 13-15, schedule: [{day: 11, what: a}]"))
        .containsExactly(
            "event sync at 5: the event ends on working day 15, but the sprint has 10 working days"
                + " by the \"sprint_length\" of the calendar (2): End the event within the sprint.",
            "event sync at 5: the schedule's line ends on working day 11, but the sprint has 10"
                + " working days by the \"sprint_length\" of the calendar (2): End the schedule's"
                + " line within the sprint.");
  }

  @Test
  void an_event_of_a_sprint_whose_length_is_not_known_says_nothing() {
    assertThat(windows("", "sprint: sprint-1, days: 13-15, topics: [{week: 9, text: a}]"))
        .isEmpty();
    assertThat(windows(", calendar: {sprint_length: 10}", "days: 13-15")).isEmpty();
  }
}
