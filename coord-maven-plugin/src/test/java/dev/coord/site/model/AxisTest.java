package dev.coord.site.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Axis.Tick;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  private static List<String> ticks(String first, long length) {
    return new Axis(Optional.of(LocalDate.parse(first)), length)
        .ticks(4).stream().map(tick -> tick.at() + " " + tick.text()).toList();
  }

  @Test
  void few_days_are_all_named_and_weeks_by_their_mondays() {
    assertThat(ticks("2026-11-18", 3))
        .containsExactly("0 2026-11-18", "1 2026-11-19", "2 2026-11-20");
    assertThat(ticks("2026-11-18", 6))
        .containsExactly("0 2026-11-18", "2 2026-11-20", "4 2026-11-22");
    assertThat(ticks("2026-11-18", 20))
        .containsExactly("5 2026-11-23", "12 2026-11-30", "19 2026-12-07");
    assertThat(ticks("2026-11-16", 28)).hasSize(4).first().isEqualTo("0 2026-11-16");
  }

  @ParameterizedTest
  @CsvSource({"1", "9", "300", "4000", "1000000"})
  void never_more_days_are_named_than_fit(long length) {
    assertThat(ticks("2026-11-17", length)).hasSizeBetween(1, 4);
    assertThat(new Axis(Optional.empty(), length).ticks(4)).hasSizeBetween(1, 4);
  }

  @Test
  void without_dates_days_have_round_distances() {
    assertThat(new Axis(Optional.empty(), 37).ticks(4))
        .extracting(Tick::text)
        .containsExactly("day 1", "day 11", "day 21", "day 31");
  }
}
