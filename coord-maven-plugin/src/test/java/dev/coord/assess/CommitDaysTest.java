package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.testing.Deltas;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commits by day. */
class CommitDaysTest {

  @Test
  void a_clock_that_is_years_ahead_hides_no_day() {
    CommitDays days = new CommitDays(ZoneOffset.UTC, LocalDate.parse("2026-01-31"));
    days.add("a", Stream.of(commit("2026-01-05"), commit("2026-01-06")));
    days.add("b", Stream.of(commit("2033-05-18")));

    assertThat(days.first()).isEqualTo("2026-01-05");
    assertThat(days.last()).isEqualTo("2026-01-06");
    assertThat(days.counts("a")).containsExactly(1, 1);
    assertThat(days.total("b")).as("counted all the same").isEqualTo(1);
  }

  private static Commit commit(String day) {
    Commit any = Deltas.commit("1", "ana");
    return new Commit(
        any.id(),
        any.author(),
        any.email(),
        Instant.parse(day + "T10:00:00Z"),
        any.subject(),
        any.trailers(),
        any.paths());
  }
}
