package dev.coord.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.WorkCalendar;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkDaysTest {

  /** A Thursday; the next day is a holiday. */
  private static final LocalDate START = day("2026-12-24");

  private static final WorkDays WORK_DAYS =
      new WorkDays(Plans.plan().holiday("2026-12-25").build().project().calendar());

  @TestFactory
  Stream<DynamicTest> a_span_is_whole() {
    return RecordChecks.of(new Span(START, START));
  }

  @Test
  void weekends_and_holidays_are_not_worked() {
    assertThat(WORK_DAYS.isWorked(START)).isTrue();
    assertThat(WORK_DAYS.isWorked(day("2026-12-25"))).isFalse();
    assertThat(WORK_DAYS.isWorked(day("2026-12-26"))).isFalse();
    assertThat(WORK_DAYS.isWorked(day("2026-12-27"))).isFalse();
    assertThat(WORK_DAYS.isWorked(day("2026-12-28"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 2026-12-24", "2, 2026-12-28", "5, 2026-12-31", "7, 2027-01-04"})
  void days_are_counted_over_weekends_and_holidays(int number, String expected) {
    assertThat(WORK_DAYS.day(START, number)).contains(day(expected));
  }

  @ParameterizedTest
  @CsvSource({"1, 2026-12-28", "2, 2026-12-24", "3, 2026-12-23"})
  void days_are_counted_back_over_weekends_and_holidays(int number, String expected) {
    assertThat(WORK_DAYS.back(day("2026-12-28"), number)).contains(day(expected));
  }

  @Test
  void a_day_too_far_back_has_no_date() {
    assertThat(WORK_DAYS.back(START, 3000)).isEmpty();
  }

  @Test
  void day_one_is_the_first_worked_day_from_the_start_on() {
    assertThat(WORK_DAYS.day(day("2026-12-25"), 1)).contains(day("2026-12-28"));
  }

  @Test
  void day_zero_is_the_last_worked_day_before_the_first() {
    assertThat(WORK_DAYS.day(START, 0)).contains(day("2026-12-23"));
    assertThat(WORK_DAYS.day(day("2026-12-28"), 0)).contains(day("2026-12-24"));
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.DAYS, 0, 2)))
        .contains(span("2026-12-23", "2026-12-28"));
  }

  @Test
  void week_zero_is_the_week_before_the_first() {
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.WEEKS, 0, 0)))
        .contains(span("2026-12-17", "2026-12-23"));
  }

  @Test
  void weeks_of_a_phase_are_those_from_its_first_day_on() {
    Stretch weeks = new Stretch(Counting.PHASE_WEEKS, Optional.of("phase-3"), 9, 10);

    assertThat(WORK_DAYS.span(START, weeks)).contains(span("2027-02-18", "2027-03-03"));
  }

  @Test
  void days_of_the_week_are_the_next_ones() {
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.WEEKDAYS, 4, 5)))
        .contains(span("2026-12-24", "2026-12-25"));
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.WEEKDAYS, 1, 2)))
        .contains(span("2026-12-28", "2026-12-29"));
  }

  @Test
  void the_worked_part_of_a_span_leaves_out_what_is_free_at_its_ends() {
    assertThat(WORK_DAYS.worked(span("2026-12-25", "2027-01-03")))
        .isEqualTo(span("2026-12-28", "2027-01-01"));
    assertThat(WORK_DAYS.worked(span("2026-12-25", "2026-12-27")))
        .isEqualTo(span("2026-12-25", "2026-12-27"));
  }

  @Test
  void a_calendar_with_too_few_working_days_has_no_such_day() {
    assertThat(WORK_DAYS.day(START, 5000)).isEmpty();
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.DAYS, 1, 5000))).isEmpty();
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.DAYS, 5000, 5000))).isEmpty();
  }

  @Test
  void a_team_may_work_on_other_days() {
    WorkDays sundays =
        new WorkDays(
            new WorkCalendar(
                Places.origin(),
                ZoneId.of("UTC"),
                Optional.empty(),
                Set.of(DayOfWeek.SUNDAY),
                new TreeSet<>(),
                OptionalInt.empty()));

    assertThat(sundays.day(START, 2)).contains(day("2027-01-03"));
  }

  @Test
  void days_of_a_sprint_are_working_days() {
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.DAYS, 2, 3)))
        .contains(span("2026-12-28", "2026-12-29"));
  }

  @Test
  void weeks_of_a_sprint_are_seven_days_from_its_first_on() {
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.WEEKS, 1, 1)))
        .contains(span("2026-12-24", "2026-12-30"));
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.WEEKS, 2, 3)))
        .contains(span("2026-12-31", "2027-01-13"));
  }

  @Test
  void weeks_beyond_any_sprint_have_no_date() {
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.WEEKS, 522, 522))).isPresent();
    assertThat(WORK_DAYS.span(START, new Stretch(Counting.WEEKS, 1, 300_000_000_000L))).isEmpty();
  }

  @Test
  void dates_are_dates_whether_worked_or_not() {
    Stretch christmas =
        new Stretch(Counting.DATES, day("2026-12-25").toEpochDay(), day("2026-12-26").toEpochDay());

    assertThat(WORK_DAYS.span(START, christmas)).contains(span("2026-12-25", "2026-12-26"));
  }

  @Test
  void a_span_contains_both_of_its_ends() {
    Span span = span("2026-12-24", "2026-12-26");

    assertThat(span.contains(day("2026-12-23"))).isFalse();
    assertThat(span.contains(day("2026-12-24"))).isTrue();
    assertThat(span.contains(day("2026-12-26"))).isTrue();
    assertThat(span.contains(day("2026-12-27"))).isFalse();
  }

  @Test
  void a_span_ends_on_or_after_its_begin() {
    assertThatIllegalArgumentException().isThrownBy(() -> span("2026-12-24", "2026-12-23"));
  }

  @Test
  void a_span_may_hold_another_and_is_told_by_its_ends() {
    Span span = span("2026-12-24", "2026-12-26");

    assertThat(span.contains(span("2026-12-25", "2026-12-26"))).isTrue();
    assertThat(span.contains(span("2026-12-25", "2026-12-27"))).isFalse();
    assertThat(span).hasToString("2026-12-24 to 2026-12-26");
    assertThat(span("2026-12-24", "2026-12-24")).hasToString("2026-12-24");
  }

  private static Span span(String first, String last) {
    return new Span(day(first), day(last));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
