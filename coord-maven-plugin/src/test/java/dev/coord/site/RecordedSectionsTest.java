package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedSectionsTest {

  @ParameterizedTest
  @CsvSource({
    "7, 5, -2",
    "5, 7.50, +2.5",
    "54.8%, 60%, +5.2 points",
    "12 ms, 9 ms, -3 ms",
    "12 ms, 9 s, changed",
    "7, 7.0, unchanged",
    "good, good, unchanged",
    "good, bad, changed",
    "0.1, 0.3, +0.2",
    "1, 1000000000000001, changed",
  })
  void a_change_is_a_difference_where_both_are_numbers_of_one_unit(
      String before, String now, String change) {
    assertThat(RecordedSections.change(before, now)).isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({"7", "good"})
  void what_cannot_be_told_now_has_not_changed(String before) {
    assertThat(RecordedSections.change(before, "")).isEmpty();
  }
}
