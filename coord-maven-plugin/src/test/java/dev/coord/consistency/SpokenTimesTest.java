package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimesTest {

  @ParameterizedTest
  @CsvSource({
    "1 day, 24 hours, true",
    "1 day, 8 hours, true",
    "4 h, within 4 hours, true",
    "4 hours, 4h, true",
    "a week, 7 days, true",
    "1 week, 5 working days, true",
    "1.5 hours, 90 min, true",
    "within 1 day, 1 working day, true",
    "1 day, 2 days, false",
    "1 day, 25 hours, false",
    "1 week, 6 days, false",
    "at once, 1 day, false",
    "soon, later, false",
    "weekly, every week, true",
    "daily, Each day, true",
    "nightly, every night, true",
    "nightly, daily, false",
    "weekly, once a month, false",
    "every week, 1 week, false"
  })
  void one_length_may_be_said_in_two_ways(String one, String other, boolean same) {
    assertThat(SpokenTimes.same(one, other)).isEqualTo(same);
    assertThat(SpokenTimes.same(other, one)).isEqualTo(same);
  }
}
