package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.testing.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
