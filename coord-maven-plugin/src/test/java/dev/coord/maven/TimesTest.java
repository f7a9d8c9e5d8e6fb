package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
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
  void judging_time_is_a_date_or_a_point_in_time(String text, String instant) throws Exception {
    assertThat(Times.parse(Optional.of(text))).contains(Instant.parse(instant));
  }

  @Test
  void left_out_it_is_left_to_the_clock() throws Exception {
    assertThat(Times.parse(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-02-30", "31.01.2026", "2026-01-31T12:00", "1700000000"})
  void anything_else_is_refused_with_an_example(String text) {
    assertThatThrownBy(() -> Times.parse(Optional.of(text)))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "coord.now is neither a date nor a point in time. Write 2026-01-31 or"
                + " 2026-01-31T12:00:00Z.");
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
