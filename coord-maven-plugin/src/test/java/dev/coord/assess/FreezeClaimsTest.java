package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Within;
import dev.coord.evidence.GitQuestions.Period;
import dev.coord.evidence.Proof;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Written;
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

  /** The days of the freeze. */
  private static final Period DAYS =
      new Period(Instant.parse("2026-11-16T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));

  private static GitHistory history(List<Commit> commits, Optional<Instant> cut) {
    return new GitHistory(
        "main",
        Optional.empty(),
        List.of(),
        true,
        List.of(),
        0,
        new Within(List.of(DAYS), commits, cut));
  }

  private static Evidences arrivals(Optional<String> cut, String... times) {
    List<Commit> commits =
        Stream.of(times)
            .map(
                time ->
                    new Commit(
                        "71b", "cleo", "", Instant.parse(time), "Tidy", List.of(), new TreeSet<>()))
            .toList();
    return evidence().history(history(commits, cut.map(Instant::parse)));
  }

  private static Evidences arrivals(String... times) {
    return arrivals(Optional.empty(), times);
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
    assertThat(checks(FREEZE, arrivals(Optional.of("2026-11-16T00:00:00Z"))))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES);
  }

  @Test
  void what_was_not_read_cannot_be_told() {
    assertThat(checks(FREEZE, arrivals(Optional.of("2026-11-16T00:00:01Z"))))
        .extracting(ClaimCheck::observed, ClaimCheck::agreement, ClaimCheck::remedy)
        .containsExactly(
            tuple(
                "not all commits since then were read: they were looked at back to 2026-11-16",
                Agreement.UNKNOWN,
                "The branch has more commits than coord looks at: see with git log whether it was"
                    + " kept."));
    assertThat(checks(FREEZE, evidence().shallow()))
        .extracting(ClaimCheck::observed, ClaimCheck::agreement)
        .containsExactly(tuple("the clone is shallow", Agreement.UNKNOWN));
  }

  @Test
  void days_that_git_was_not_asked_for_cannot_be_told() {
    assertThat(checks("dates: 2026-11-16 to 2026-11-19", arrivals()))
        .extracting(ClaimCheck::observed, ClaimCheck::agreement)
        .containsExactly(tuple("not all commits since then were read", Agreement.UNKNOWN));
  }

  @Test
  void git_is_asked_for_the_days_of_freezes_of_the_integration_branch_alone() {
    assertThat(
            FreezeClaims.periods(
                Written.plan(
                    """
                    events:
                      - {id: code, kind: freeze, dates: 2026-11-16 to 2026-11-20}
                      - {id: next, kind: freeze, dates: 2026-11-16, branches: [next]}
                      - {id: talk, kind: review, dates: 2026-11-17}
                      - {id: some, kind: freeze, day: 3}
                    """)))
        .containsExactly(DAYS);
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
    return Cases.written(
            "events: [{id: code, kind: freeze, "
                + FREEZE
                + "}]\nboundaries: {branches: {except: [/coord.yml]}}\n")
        .evidence(evidence().history(history(List.of(commit), Optional.empty())))
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
