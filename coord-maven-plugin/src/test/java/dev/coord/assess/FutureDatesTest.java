package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.testing.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of days that have not come. */
class FutureDatesTest {

  private static List<ClaimCheck> contradictions(String yaml) {
    return Cases.written(yaml).evidence(evidence()).assess().contradictions();
  }

  @Test
  void a_report_and_a_claim_of_a_day_to_come_contradict() {
    assertThat(
            contradictions(
                """
                reports: [{id: r, from: 2001-01-01, to: 2099-01-01}]
                claims: [{id: c, says: It runs., on: 2099-02-01}]
                """))
        .extracting(ClaimCheck::subject, ClaimCheck::claim)
        .containsExactly(tuple("report r", "to: 2099-01-01"), tuple("claim c", "on: 2099-02-01"));
  }

  @Test
  void days_that_have_come_do_not() {
    assertThat(contradictions("reports: [{id: r, to: 2099-01-01}]\n")).hasSize(1);
    assertThat(contradictions("reports: [{id: r, to: 2001-01-01}]\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decisions: [{id: d, status: accepted, date: DAY}]   | decision d      | date  | the decision"
            + " is accepted",
        "decisions: [{id: d, status: rejected, date: DAY}]   | decision d      | date  | the decision"
            + " is rejected",
        "testing: {sign_off: {by: ana, decision: go, on: DAY}} | testing sign-off | on | the decision"
            + " is go",
        "testing: {sign_off: {by: ana, decision: no_go, on: DAY}} | testing sign-off | on | the"
            + " decision is no_go",
        "workstreams: [{id: a, status: done, start: DAY}]    | a               | start | its status is"
            + " done",
        "workstreams: [{id: a, status: merged, start: DAY}]  | a               | start | its status is"
            + " merged",
        "epics: [{id: e, status: complete, start: DAY}]      | epic e          | start | its status is"
            + " complete",
      })
  void what_was_decided_or_is_through_contradicts_a_day_to_come(
      String plan, String subject, String key, String though) {
    assertThat(contradictions(plan.replace("DAY", "2099-01-01") + "\n"))
        .filteredOn(claim -> claim.observed().startsWith("that day has not come"))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.subject()).isEqualTo(subject);
              assertThat(claim.claim()).isEqualTo(key + ": 2099-01-01");
              assertThat(claim.observed()).endsWith(", and " + though);
            });
    assertThat(contradictions(plan.replace("DAY", "2001-01-01") + "\n"))
        .filteredOn(claim -> claim.observed().startsWith("that day has not come"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decisions: [{id: d, status: proposed, date: 2099-01-01}]",
        "testing: {sign_off: {by: ana, decision: pending, on: 2099-01-01}}",
        "workstreams: [{id: a, status: in progress, start: 2099-01-01}]",
        "workstreams: [{id: a, status: not started, start: 2099-01-01}]",
        "epics: [{id: e, status: 2 of 3 are complete, start: 2099-01-01}]",
      })
  void what_is_still_to_come_may_have_a_day_to_come(String plan) {
    assertThat(contradictions(plan + "\n")).isEmpty();
    assertThat(contradictions(plan + "\nreports: [{id: r, to: 2099-01-01}]\n")).hasSize(1);
  }
}
