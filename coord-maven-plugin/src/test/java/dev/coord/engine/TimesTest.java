package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  private static final Instant CLOCK = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant HEAD = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant BUILD = Instant.parse("2020-01-01T00:00:00Z");

  @Test
  void without_anything_said_pages_print_heads_time_and_the_clock_judges() {
    Times times = Times.of(settings().build(), Optional.of(HEAD), Optional.of(HEAD));

    assertThat(times.stamp()).isEqualTo(HEAD);
    assertThat(times.judging()).isEqualTo(CLOCK);
  }

  @Test
  void the_builds_own_timestamp_is_printed_and_never_judges() {
    Times times =
        Times.of(
            settings().outputTimestamp(Optional.of(BUILD)).build(),
            Optional.of(HEAD),
            Optional.of(HEAD));

    assertThat(times.stamp()).isEqualTo(BUILD);
    assertThat(times.judging()).isEqualTo(CLOCK);
  }

  @Test
  void source_date_epoch_is_printed_before_all_others_and_never_judges() {
    Settings settings =
        settings()
            .outputTimestamp(Optional.of(BUILD))
            .environment(Map.of("SOURCE_DATE_EPOCH", " 1000000000\n"))
            .build();

    Times times = Times.of(settings, Optional.of(HEAD), Optional.of(HEAD));

    assertThat(times.stamp()).isEqualTo(Instant.ofEpochSecond(1_000_000_000));
    assertThat(times.judging()).isEqualTo(CLOCK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-999999999999", "1.5", "99999999999999999999", "\u0661"})
  void a_source_date_epoch_that_is_no_number_of_seconds_is_a_mistake(String text) {
    Settings settings = settings().environment(Map.of("SOURCE_DATE_EPOCH", text + "\n")).build();

    assertThat(Times.mistake(settings).map(Diagnostic::message))
        .contains(
            "SOURCE_DATE_EPOCH: \""
                + text
                + "\" is not a number of seconds since 1970. Write the digits alone, such as"
                + " 1767225600 for 2026-01-01, or unset it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void a_blank_source_date_epoch_counts_as_not_set(String text) {
    Settings settings = settings().environment(Map.of("SOURCE_DATE_EPOCH", text)).build();

    assertThat(Times.of(settings, Optional.of(HEAD), Optional.of(HEAD)).stamp()).isEqualTo(HEAD);
    assertThat(Times.mistake(settings)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", " 1767225600 ", "99999999999"})
  void a_source_date_epoch_of_seconds_is_no_mistake(String text) {
    Settings settings = settings().environment(Map.of("SOURCE_DATE_EPOCH", text)).build();

    assertThat(Times.mistake(settings)).isEmpty();
  }

  @Test
  void the_users_time_judges() {
    Instant later = Instant.parse("2030-01-01T00:00:00Z");

    Times times =
        Times.of(settings().now(Optional.of(later)).build(), Optional.of(HEAD), Optional.of(HEAD));

    assertThat(times.judging()).isEqualTo(later);
    assertThat(times.stamp()).isEqualTo(HEAD);
  }

  @Test
  void nobody_judges_before_heads_commit_was_made() {
    Settings early = settings().now(Optional.of(BUILD)).build();

    assertThat(Times.of(early, Optional.of(HEAD), Optional.of(HEAD)).judging()).isEqualTo(HEAD);
    assertThat(
            Times.of(settings().clock(BUILD).build(), Optional.of(HEAD), Optional.of(HEAD))
                .judging())
        .isEqualTo(HEAD);
  }

  @Test
  void a_backdated_head_does_not_let_anybody_judge_before_the_commits_before_it() {
    Settings early = settings().now(Optional.of(BUILD)).build();

    Times times = Times.of(early, Optional.of(BUILD), Optional.of(HEAD));

    assertThat(times).isEqualTo(new Times(BUILD, HEAD));
  }

  @Test
  void without_a_commit_pages_print_the_day_of_judging_time() {
    Times times = Times.of(settings().build(), Optional.empty(), Optional.empty());

    assertThat(times).isEqualTo(new Times(CLOCK.truncatedTo(ChronoUnit.DAYS), CLOCK));
  }

  private static Settings.Builder settings() {
    return Settings.in(Path.of("")).clock(CLOCK);
  }
}
