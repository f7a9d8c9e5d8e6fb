package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31,2026-01-31T00:00:00Z",
    "2026-01-31T12:30:00Z,2026-01-31T12:30:00Z",
    "2026-01-31T12:30:00+02:00,2026-01-31T10:30:00Z"
  })
  void judging_time_is_a_date_or_a_point_in_time(String text, String instant) {
    assertThat(Times.parse(text)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-02-30", "31.01.2026", "2026-01-31T12:00", "1700000000"})
  void anything_else_is_neither(String text) {
    assertThat(Times.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T00:00:00Z,2026-11-21T00:00:00Z",
    "' 2026-11-21T02:00:00+02:00 ',2026-11-21T00:00:00Z",
    "1000000000,2001-09-09T01:46:40Z"
  })
  void mavens_timestamp_is_a_point_in_time_or_seconds(String text, String instant) {
    assertThat(Times.outputTimestamp(text)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0", "${git.commit.time}"})
  void anything_else_switches_mavens_timestamp_off(String text) {
    assertThat(Times.outputTimestamp(text)).isEmpty();
  }

  @Test
  void what_maven_4_says_where_nobody_does_is_no_timestamp() {
    assertThat(Times.outputTimestamp("1980-02-01T00:00:00Z")).isEmpty();
    assertThat(Times.outputTimestamp("1980-02-01T00:00:01Z")).isPresent();
  }
}
