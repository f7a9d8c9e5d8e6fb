package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Page;
import dev.coord.testing.PlanTexts;
import dev.coord.testing.Written;
import org.junit.jupiter.api.Test;

/** The day of judgement is 2026-11-21. */
class CalendarPageTest {

  private static Page page(String events) {
    return page("calendar", events);
  }

  private static Page page(String path, String events) {
    return Pages.of(
        Written.assessed(
            PlanTexts.shop(
                "people: [{id: ana, name: Ana}]\n"
                    + "sprints: [{id: sprint-1, start: 2026-11-16, end: 2026-11-27}]\n"
                    + "events:\n"
                    + events)),
        path);
  }

  @Test
  void what_comes_next_is_told_first_and_what_is_past_last() {
    Page page =
        page(
            """
              - {id: past, date: 2026-11-20}
              - {id: later, date: 2026-12-01}
              - {id: soon, sprint: sprint-1, day: 6}
            """);

    assertThat(Pages.verdict(page))
        .isEqualTo("[neutral] Next is soon(calendar#event-soon) on 2026-11-23.");
    assertThat(
            Pages.lines(page).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("#event-")))
        .extracting(line -> line.replaceAll(" .*", ""))
        .containsExactly("#event-soon", "#event-later", "#event-past");
  }

  @Test
  void what_runs_today_is_now() {
    Page page =
        page(
            """
              - {id: freeze, kind: freeze, dates: 2026-11-20 to 2026-11-21}
              - {id: test, kind: testing, sprint: sprint-1, weeks: 1-2, weekdays: Monday-Tuesday}
            """);

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[info] Now: freeze(calendar#event-freeze). Next is test(calendar#event-test) on"
                + " 2026-11-23.");
    assertThat(Pages.text(page)).contains("2026-11-16 to 2026-11-17 and 2026-11-23 to 2026-11-24");
  }

  @Test
  void a_meeting_that_comes_again_has_no_date_and_stands_below() {
    Page page =
        page(
            "  - {id: standup, cadence: every day, weekdays: Mon-Fri, time: \"09:30\", minutes: 15}\n");

    assertThat(Pages.verdict(page)).isEqualTo("[neutral] The event has no date.");
    assertThat(Pages.text(page))
        .contains("#regular")
        .contains("| every day | 09:30, 15 min | Monday-Friday |");
  }

  @Test
  void when_all_is_past_nothing_is_to_come() {
    assertThat(Pages.verdict(page("  - {id: a, date: 2026-11-20}\n  - {id: b}\n")))
        .isEqualTo("[neutral] Nothing is to come: the one event with a date is past.");
  }

  @Test
  void the_agenda_is_summed_up_and_held_against_the_meeting() {
    String text =
        Pages.text(
            page(
                """
                  - id: kickoff
                    minutes: 60
                    agenda: [{item: Demo, minutes: 40, points: [Basket]}, {item: Plan, minutes: 35}, Rest]
                """));

    assertThat(text)
        .contains("The agenda takes 75 min of 60; 1 point has no time.")
        .contains(
            "Contradicted: [warning: contradicts] the agenda takes 75 min, but the meeting 60"
                + " proof(claims#claim-event-kickoff)");
  }

  @Test
  void topics_and_days_have_their_dates_and_people() {
    String text =
        Pages.text(
            page(
                """
                  - id: test
                    sprint: sprint-1
                    week: 2
                    topics: [{week: 2, text: Refunds}]
                    schedule:
                      - {weekday: Monday, who: [ana], what: Freezes the code}
                      - {day: 7, what: Tests}
                    deliverables: ["[x] Report"]
                """));

    assertThat(text)
        .contains("Week 2 | 2026-11-23 to 2026-11-29 | {Refunds} |")
        .contains("Monday | 2026-11-23 | Ana(people#person-ana) | {Freezes the code} |")
        .contains("Day 7 | 2026-11-24 | everybody | {Tests} |")
        .contains("#task-report");
  }

  @Test
  void a_sprint_lists_its_events_and_the_index_all() {
    String events = "  - {id: demo, title: Demonstration, sprint: sprint-1, day: 10}\n";

    assertThat(Pages.text(page("sprints/sprint-1", events)))
        .contains("Demonstration(calendar#event-demo) 2026-11-27 [neutral: planned]");
    assertThat(Pages.text(page("contents", events)))
        .contains("Demonstration(calendar#event-demo) 2026-11-27 [neutral: planned]");
  }

  @Test
  void a_block_that_is_counted_in_several_ways_shows_the_dates_of_each() {
    String text =
        Pages.text(
            Pages.of(
                Written.assessed(
                    PlanTexts.shop(
                        """
                        sprints:
                          - id: sprint-1
                            start: 2026-11-16
                            blocks:
                              - {weeks: 1-2, days: 1-9}
                              - {days: 1-2, weekday: Monday}
                        """)),
                "sprints/sprint-1"));

    assertThat(text)
        .contains("- Days 1-9: 2026-11-16 to 2026-11-26\n- Weeks 1-2: 2026-11-16 to 2026-11-29\n");
  }

  @Test
  void all_contradictions_about_an_event_are_told_and_the_page_says_so() {
    String text =
        Pages.text(
            page(
                "calendar",
                """
                  - id: sync
                    kind: ceremony
                    date: 2026-11-20
                    minutes: 10
                    agenda: [{item: One, minutes: 20}]
                    topics: [{date: 2026-12-24, text: Late}]
                """));

    assertThat(text)
        .contains("2 claims(claims#contradicted) are contradicted.")
        .contains("the agenda takes 20 min, but the meeting 10")
        .contains("2026-12-24")
        .contains("contradicts(claims#claim-event-sync)");
    assertThat(text.lines().filter(line -> line.startsWith("Contradicted: ")))
        .singleElement()
        .asString()
        .contains("; [warning: contradicts]");
  }
}
