package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.PullRequest;
import dev.coord.evidence.PullRequest.State;
import dev.coord.evidence.PullRequestResults;
import dev.coord.evidence.ReportFile;
import dev.coord.plan.PullRequestsRule;
import dev.coord.rule.Facts;
import dev.coord.testing.Places;
import dev.coord.testing.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked of pull requests at noon of 2026-01-20. */
class PullRequestCountsTest {

  private static final Instant NOON = Instant.parse("2026-01-20T12:00:00Z");

  private static PullRequest request(int number, State state, String opened, String... reviewed) {
    return new PullRequest(
        number,
        state,
        false,
        Instant.parse(opened),
        "main",
        reviewed.length == 0 ? Optional.empty() : Optional.of(Instant.parse(reviewed[0])));
  }

  private static Observation<PullRequestCounts> counts(String since, PullRequest... all) {
    PullRequestsRule rule =
        new PullRequestsRule(
            Places.origin(),
            Optional.of(LocalDate.parse(since)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Rules.comparison("= 0")),
            Optional.of("main"));
    List<ReportFile> files = List.of(new ReportFile("list.json", "gh", NOON));
    return PullRequestCounts.of(
        rule,
        Observation.known(new PullRequestResults(files, List.of(all), true)),
        NOON,
        ZoneOffset.UTC);
  }

  private static Facts.Age longest(String key, PullRequest... all) {
    return counts("2026-01-01", all).then(c -> c.longest(key)).optional().orElseThrow();
  }

  @Test
  void the_slowest_review_counts_in_hours_begun() {
    Facts.Age age =
        longest(
            "reviewed_within",
            request(1, State.MERGED, "2026-01-10T10:00:00Z", "2026-01-10T11:00:00Z"),
            request(2, State.MERGED, "2026-01-11T10:00:00Z", "2026-01-12T10:00:01Z"));

    assertThat(age.time()).isEqualTo(Duration.ofHours(25));
    assertThat(age.since()).isEqualTo("until the first review of #2 of 2026-01-11");
  }

  @Test
  void what_was_merged_without_a_review_waits_still_and_what_was_given_up_does_not() {
    assertThat(longest("reviewed_within", request(1, State.MERGED, "2026-01-18T12:00:00Z")).time())
        .isEqualTo(Duration.ofHours(48));
    assertThat(
            longest(
                    "reviewed_within",
                    request(1, State.CLOSED, "2026-01-18T12:00:00Z"),
                    request(2, State.MERGED, "2026-01-18T12:00:00Z", "2026-01-18T13:00:00Z"))
                .time())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_list_in_which_none_is_to_be_reviewed_or_goes_anywhere_judges_nothing() {
    Observation<PullRequestCounts> closed =
        counts(
            "2026-01-01",
            request(1, State.CLOSED, "2026-01-18T12:00:00Z"),
            request(2, State.CLOSED, "2026-01-18T13:00:00Z"));

    assertThat(unknown(closed.then(c -> c.longest("reviewed_within"))).reason())
        .isEqualTo("judged nothing: none of 2 in the list is to be reviewed");
    assertThat(unknown(closed.then(PullRequestCounts::targets)).reason())
        .isEqualTo("judged nothing: none of 2 in the list is open or merged");
    assertThat(unknown(closed.then(PullRequestCounts::targets)).remedy())
        .startsWith("Export all of them (gh pr list --state all), or take the rule out (");
  }

  @Test
  void a_draft_waits_for_its_author_and_judges_no_review() {
    PullRequest draft =
        new PullRequest(
            1, State.OPEN, true, Instant.parse("2026-01-18T12:00:00Z"), "main", Optional.empty());
    Observation<PullRequestCounts> drafts = counts("2026-01-01", draft);

    assertThat(unknown(drafts.then(c -> c.longest("reviewed_within"))).reason())
        .isEqualTo("judged nothing: none of 1 in the list is to be reviewed");
    assertThat(drafts.then(PullRequestCounts::targets).optional().orElseThrow().holds()).isTrue();
  }

  @Test
  void that_none_is_open_is_what_was_asked_for() {
    assertThat(longest("open_for", request(1, State.CLOSED, "2026-01-18T12:00:00Z")).time())
        .isEqualTo(Duration.ZERO);
  }

  private static Observation.Unknown<?> unknown(Observation<?> observation) {
    return (Observation.Unknown<?>) observation;
  }

  @Test
  void the_one_that_is_open_longest_counts() {
    Facts.Age age =
        longest(
            "open_for",
            request(1, State.MERGED, "2026-01-02T12:00:00Z"),
            request(2, State.OPEN, "2026-01-15T12:00:00Z"),
            request(3, State.OPEN, "2026-01-17T12:00:00Z"));

    assertThat(age.days()).isEqualTo(5);
    assertThat(age.since()).isEqualTo("since the opening of #2 of 2026-01-15");
  }

  @Test
  void a_list_without_one_that_is_meant_judges_nothing() {
    Observation<PullRequestCounts> none =
        counts("2026-01-19", request(1, State.OPEN, "2026-01-18T23:59:59Z"));

    assertThat(none)
        .isInstanceOfSatisfying(
            Observation.Unknown.class,
            unknown ->
                assertThat(unknown.reason())
                    .isEqualTo("judged nothing: the list holds no pull request since 2026-01-19"));
  }
}
