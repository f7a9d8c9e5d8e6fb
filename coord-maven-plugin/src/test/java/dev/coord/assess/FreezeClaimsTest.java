package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.Proof;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judged on 2026-11-20. */
class FreezeClaimsTest {

  private static final String FREEZE = "dates: 2026-11-16 to 2026-11-20";

  private static List<ClaimCheck> checks(String event, Evidences seen) {
    return Cases.written("events: [{id: code, kind: freeze, " + event + "}]\n")
        .evidence(seen)
        .assess()
        .claims();
  }

  private static Evidences arrivals(Optional<String> since, boolean cut, String... times) {
    List<Arrival> arrivals =
        Stream.of(times)
            .map(
                time ->
                    new Commit(
                        "71b", "cleo", "", Instant.parse(time), "Tidy", List.of(), new TreeSet<>()))
            .map(commit -> new Arrival(commit, false, List.of()))
            .toList();
    return evidence()
        .history(new GitHistory("main", since.map(Instant::parse), arrivals, cut, List.of(), 0));
  }

  private static Evidences arrivals(String... times) {
    return arrivals(Optional.empty(), false, times);
  }

  @Test
  void commits_that_arrive_in_a_freeze_contradict_it() {
    ClaimCheck check =
        checks(
                FREEZE,
                arrivals(
                    "2026-11-21T00:00:00Z",
                    "2026-11-20T23:59:59Z",
                    "2026-11-16T00:00:00Z",
                    "2026-11-15T23:59:59Z"))
            .get(0);

    assertThat(check.subject()).isEqualTo("event code");
    assertThat(check.claim()).isEqualTo("main is frozen 2026-11-16 to 2026-11-20");
    assertThat(check.observed())
        .isEqualTo(
            "2 commits arrived on it by their times: 71b of 2026-11-20 by cleo;"
                + " 71b of 2026-11-16 by cleo");
    assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
    assertThat(check.place().line()).isEqualTo(3);
    assertThat(check.proof())
        .extracting(Proof::text, Proof::strength)
        .containsOnly(tuple("Tidy", Proof.Strength.ATTESTED));
  }

  @Test
  void a_freeze_is_kept_where_all_that_arrived_is_known() {
    assertThat(checks(FREEZE, arrivals("2026-11-15T10:00:00Z")))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES);
    assertThat(checks(FREEZE, arrivals(Optional.of("2026-11-01T00:00:00Z"), false)))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES);
  }

  @Test
  void what_was_not_read_cannot_be_told() {
    assertThat(checks(FREEZE, arrivals(Optional.of("2026-11-01T00:00:00Z"), true)))
        .extracting(ClaimCheck::observed)
        .containsExactly("not all commits since then were read");
    assertThat(checks(FREEZE, evidence().shallow()))
        .extracting(ClaimCheck::observed, ClaimCheck::agreement)
        .containsExactly(tuple("the clone is shallow", Agreement.UNKNOWN));
  }

  @Test
  void one_backdated_commit_does_not_tell_how_far_back_was_read() {
    Evidences seen =
        arrivals(
            Optional.of("2026-11-01T00:00:00Z"),
            true,
            "2001-01-01T00:00:00Z",
            "2026-11-21T00:00:00Z");

    assertThat(checks(FREEZE, seen))
        .extracting(ClaimCheck::observed)
        .containsExactly(
            "not all commits since then were read: the last 2 commits on it, back to 2026-11-21");
  }

  @Test
  void what_was_not_read_is_told_with_how_far_it_was_read_and_what_to_do() {
    assertThat(checks(FREEZE, arrivals("2026-11-22T00:00:00Z", "2026-11-21T00:00:00Z")))
        .extracting(ClaimCheck::observed, ClaimCheck::remedy)
        .containsExactly(
            tuple(
                "not all commits since then were read: the last 2 commits on it, back to"
                    + " 2026-11-21",
                "Write the day under \"started\" of the project from which on coord is to read."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dates: 2026-11-21 to 2026-11-22", "day: 3"})
  void a_freeze_to_come_without_dates_is_not_looked_at(String event) {
    assertThat(checks(event, arrivals("2026-11-17T10:00:00Z"))).isEmpty();
  }

  private static List<ClaimCheck> frozen(String... paths) {
    Commit commit =
        new Commit(
            "71b",
            "cleo",
            "",
            Instant.parse("2026-11-17T10:00:00Z"),
            "Tidy",
            List.of(),
            new TreeSet<>(List.of(paths)));
    GitHistory history =
        new GitHistory(
            "main",
            Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
            List.of(new Arrival(commit, false, List.of())),
            false,
            List.of(),
            0);
    return Cases.written(
            "events: [{id: code, kind: freeze, "
                + FREEZE
                + "}]\nboundaries: {branches: {except: [/coord.yml]}}\n")
        .evidence(evidence().history(history))
        .assess()
        .claims();
  }

  @Test
  void what_may_be_committed_directly_breaks_no_freeze() {
    assertThat(frozen("coord.yml"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES);
    assertThat(frozen("coord.yml", "src/a.txt"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
    assertThat(frozen()).extracting(ClaimCheck::agreement).containsExactly(Agreement.CONTRADICTS);
  }
}
