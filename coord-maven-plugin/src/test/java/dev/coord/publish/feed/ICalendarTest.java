package dev.coord.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.assess.Appointment;
import dev.coord.assess.Appointments;
import dev.coord.assess.Assessment;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.testing.Many;
import dev.coord.testing.Written;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ICalendarTest {

  private static final String DATED =
      """
      sprints:
        - {id: s1, title: First sprint, start: 2026-03-02, end: 2026-03-13}
      events:
        - {id: window, title: "Window: *load*, soak; all", kind: testing, dates: 2026-03-09 to 2026-03-10}
        - {id: freeze, title: Freeze, kind: freeze, dates: 2026-03-12, time: "from 17:00"}
      merges:
        waves:
          - {id: wave-1, date: 2026-03-11, workstreams: [basket]}
      workstreams:
        - id: basket
          due: 2026-03-10
          tasks:
            - {id: B-1, text: "Add `Money`", due: 2026-03-05}
            - {id: B-2, text: Old, state: done, due: 2026-03-04}
      actions:
        - {id: keys, title: Order keys, when: 2026-03-03}
      """;

  private static Assessment dated(String text) {
    return Written.assessed(Written.plan(text));
  }

  private static String calendar(Assessment assessment) {
    Map<String, byte[]> files =
        new SiteFiles(assessment, SampleAssessments.siteFrame(), Optional.empty()).files();
    return new String(files.get("calendar.ics"), StandardCharsets.UTF_8);
  }

  private static String unfolded(String calendar) {
    return calendar.replace("\r\n ", "");
  }

  private static List<String> values(String calendar, String name) {
    return unfolded(calendar)
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1))
        .toList();
  }

  @Test
  void a_plan_with_days_has_this_calendar() {
    Golden.assertGolden("calendar.ics", calendar(dated(DATED)).replace("\r\n", "\n"));
  }

  @Test
  void everything_dated_and_open_is_in_it_in_the_order_of_its_days() {
    assertThat(values(calendar(dated(DATED)), "UID"))
        .containsExactly(
            "sprint/s1@shop.coord",
            "action/keys@shop.coord",
            "task/basket/B-1@shop.coord",
            "event/window@shop.coord",
            "workstream/basket@shop.coord",
            "wave/wave-1@shop.coord",
            "event/freeze@shop.coord");
  }

  @Test
  void the_last_day_is_in_it() {
    String calendar = calendar(dated(DATED));

    assertThat(values(calendar, "DTSTART;VALUE=DATE")).startsWith("20260302", "20260303");
    assertThat(values(calendar, "DTEND;VALUE=DATE")).startsWith("20260314", "20260304");
  }

  @Test
  void a_day_that_moves_keeps_its_identity() {
    List<String> moved =
        values(calendar(dated(DATED.replace("dates: 2026-03-12", "dates: 2026-04-12"))), "UID");

    assertThat(moved).containsExactlyInAnyOrderElementsOf(values(calendar(dated(DATED)), "UID"));
  }

  @Test
  void no_two_appointments_have_one_identity() {
    List<String> keys =
        Appointments.of(
                dated(
                    """
                    workstreams:
                      - {id: a, tasks: [{id: b-c, text: One, due: 2026-03-05}]}
                      - {id: a-b, tasks: [{id: c, text: Two, due: 2026-03-05}]}
                    events:
                      - {id: e, title: Weekly, weekday: monday, dates: 2026-03-02 to 2026-03-20}
                      - {id: e-2, title: Other, dates: 2026-03-02}
                    """))
            .stream()
            .map(Appointment::key)
            .toList();

    assertThat(keys)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder(
            "task/a/b-c", "task/a-b/c", "event/e", "event/e/2", "event/e/3", "event/e-2");
  }

  @Test
  void texts_are_escaped_and_without_marks_of_markdown() {
    assertThat(values(calendar(dated(DATED)), "SUMMARY"))
        .contains(
            "Window: load\\, soak\\; all (testing)",
            "Add Money (task due)",
            "Freeze (freeze\\, from 17:00)");
  }

  @Test
  void lines_end_as_the_standard_says_and_have_at_most_75_bytes() {
    String title = "Ünïcode 👍 und noch mehr Wörter, ".repeat(6);
    Appointment long1 =
        new Appointment(
            "event-x",
            "review",
            title,
            "",
            new Span(day("2026-01-01"), day("2026-01-01")),
            "index");
    String calendar =
        ICalendar.of(
            List.of(long1),
            SampleAssessments.siteFrame(),
            "Shop",
            new PlainTexts(SampleAssessments.passing()));

    assertThat(calendar).endsWith("END:VCALENDAR\r\n");
    assertThat(calendar.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(List.of(calendar.split("\r\n")))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
        .hasSizeGreaterThan(15);
    assertThat(values(calendar, "SUMMARY"))
        .containsExactly(title.strip().replace(",", "\\,") + " (review)");
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void a_text_cannot_add_a_line() {
    Appointment evil =
        new Appointment(
            "event-x",
            "review",
            "a\r\nATTACH:http://evil.example\nEND:VEVENT " + HostileAssessment.EVIL,
            "\nBEGIN:VALARM",
            new Span(day("2026-01-01"), day("2026-01-01")),
            "index");

    String calendar =
        ICalendar.of(
            List.of(evil),
            SampleAssessments.siteFrame(),
            "Shop\r\nX: y",
            new PlainTexts(HostileAssessment.assessment()));

    assertThat(unfolded(calendar).lines().map(line -> line.replaceAll("[:;].*", "")))
        .containsExactly(
            "BEGIN",
            "VERSION",
            "PRODID",
            "METHOD",
            "X-WR-CALNAME",
            "BEGIN",
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "CATEGORIES",
            "URL",
            "TRANSP",
            "END",
            "END");
  }

  @Test
  void a_plan_without_days_has_no_calendar() {
    Assessment assessment = dated("workstreams: [{id: a}]\n");

    assertThat(Appointments.of(assessment)).isEmpty();
    assertThat(new SiteFiles(assessment, SampleAssessments.siteFrame(), Optional.empty()).files())
        .containsKey("workstreams/a.md")
        .doesNotContainKey("calendar.ics");
  }

  @Test
  void a_run_that_could_judge_nothing_says_so_in_the_only_entry_and_takes_no_name() {
    String calendar = ICalendar.withoutVerdict(SampleAssessments.siteFrame(), day("2026-03-02"));

    assertThat(unfolded(calendar).lines())
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//coord//coord 1.0//EN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:nothing-judged@project.coord",
            "DTSTAMP:20261121T080000Z",
            "DTSTART;VALUE=DATE:20260302",
            "DTEND;VALUE=DATE:20260303",
            "SUMMARY:No dates are known: coord could judge nothing (error)",
            "COMMENT:No day of the plan is known until what is wrong is mended\\; the site says what"
                + " that is.",
            "CATEGORIES:error",
            "URL:https://shop.example/coord/index.html",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @Test
  void what_comes_again_and_again_is_bounded() {
    String events =
        "events:\n"
            + Many.lines(
                30,
                i ->
                    "  - {id: e%d, title: Daily, cadence: daily, weekday: monday,".formatted(i)
                        + " dates: 2026-01-01 to 2035-12-31}");

    assertThat(Appointments.of(dated(events))).hasSize(Appointments.MOST);
  }
}
