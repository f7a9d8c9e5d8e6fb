package dev.coord.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Origin;
import dev.coord.plan.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private static WorkDays days(Set<DayOfWeek> worked, OptionalInt length, LocalDate... off) {
    return new WorkDays(
        new WorkCalendar(
            Origin.at(Location.ofFile("a.yml")),
            ZoneOffset.UTC,
            Optional.empty(),
            worked,
            new TreeSet<>(Set.of(off)),
            length));
  }

  private static WorkDays usual(LocalDate... off) {
    return days(WorkCalendar.MONDAY_TO_FRIDAY, OptionalInt.empty(), off);
  }

  @Test
  void both_ends_count_and_weekends_do_not() {
    LocalDate monday = LocalDate.of(2026, 1, 5);

    assertThat(usual().between(monday, monday)).isEqualTo(1);
    assertThat(usual().between(monday, monday.plusDays(11))).isEqualTo(10);
    assertThat(usual().between(monday.plusDays(5), monday.plusDays(6))).isZero();
  }

  @Test
  void there_is_nothing_between_a_day_and_one_before_it() {
    LocalDate monday = LocalDate.of(2026, 1, 5);

    assertThat(usual().between(monday, monday.minusDays(1))).isZero();
  }

  @Test
  void holidays_count_only_on_days_that_are_worked() {
    LocalDate monday = LocalDate.of(2026, 1, 5);
    WorkDays days = usual(monday, monday.plusDays(5), monday.plusDays(11), monday.plusDays(20));

    assertThat(days.between(monday, monday.plusDays(11))).isEqualTo(8);
  }

  @Test
  void counting_is_the_same_as_looking_at_each_day() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      EnumSet<DayOfWeek> worked = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
      worked.add(DayOfWeek.of(1 + random.nextInt(7)));
      LocalDate first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(30));
      LocalDate last = first.plusDays(random.nextInt(40));
      LocalDate holiday = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
      long counted =
          first
              .datesUntil(last.plusDays(1))
              .filter(day -> worked.contains(day.getDayOfWeek()) && !day.equals(holiday))
              .count();

      assertThat(days(worked, OptionalInt.empty(), holiday).between(first, last))
          .isEqualTo(counted);
    }
  }

  @Test
  void a_sprint_has_as_many_weeks_as_it_needs() {
    assertThat(usual().sprintWeeks()).isEmpty();
    assertThat(days(WorkCalendar.MONDAY_TO_FRIDAY, OptionalInt.of(10)).sprintWeeks()).hasValue(2);
    assertThat(days(WorkCalendar.MONDAY_TO_FRIDAY, OptionalInt.of(11)).sprintWeeks()).hasValue(3);
  }
}
