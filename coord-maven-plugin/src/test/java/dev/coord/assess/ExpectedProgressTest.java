package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is expected at the end of a block, beside what is claimed when it is over. */
class ExpectedProgressTest {

  private static List<ClaimCheck> claims(Evidences seen, String tasks, String block) {
    String plan =
        """
        workstreams: [{id: a, branch: feature/a, tasks: [%s]}]
        sprints: [{id: s, blocks: [{date: %s, expected: {a: 90%%}}]}]
        """
            .formatted(tasks, block);
    return Cases.written(plan).evidence(seen).assess().claims().stream()
        .filter(claim -> claim.claim().startsWith("90% is expected"))
        .toList();
  }

  private static Evidences active() {
    return evidence().active("feature/a", Deltas.live().build());
  }

  @Test
  void less_than_expected_contradicts_once_the_block_is_over() {
    assertThat(claims(active(), "'[x] u', '[ ] v', '[ ] w', '[ ] x'", "2001-01-01"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.subject()).isEqualTo("a");
              assertThat(check.claim())
                  .isEqualTo("90% is expected at the end of the block 2001-01-01");
              assertThat(check.observed()).isEqualTo("its own plan says 1 of 4 tasks are done");
              assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
            });
    assertThat(claims(active(), "'[x] u', '[ ] v'", "2099-01-01")).isEmpty();
  }

  @Test
  void as_much_as_expected_agrees_and_so_does_what_is_merged() {
    assertThat(claims(active(), "'[x] u', '[x] v'", "2001-01-01"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.AGREES);
    assertThat(
            claims(evidence().merged("feature/a", Deltas.live().build()), "'[ ] u'", "2001-01-01"))
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(org.assertj.core.api.Assertions.tuple(Agreement.AGREES, "it is merged"));
  }

  @Test
  void without_tasks_it_cannot_be_told() {
    assertThat(claims(active(), "", "2001-01-01"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.UNKNOWN);
  }

  @Test
  void a_rounded_share_is_no_less_but_all_is_all() {
    String plan =
        """
        workstreams: [{id: a, branch: feature/a, tasks: ['[x] u', '[x] v', '[ ] w']}]
        sprints: [{id: s, blocks: [{date: 2001-01-01, expected: {a: PERCENT}}]}]
        """;

    assertThat(agreement(plan.replace("PERCENT", "67%"))).containsExactly(Agreement.AGREES);
    assertThat(agreement(plan.replace("PERCENT", "68%"))).containsExactly(Agreement.CONTRADICTS);
    assertThat(agreement(plan.replace("PERCENT", "100%"))).containsExactly(Agreement.CONTRADICTS);
  }

  @Test
  void nothing_is_expected_any_more_of_what_was_given_up() {
    String plan =
        """
        workstreams: [{id: a, branch: feature/a, status: STATUS, tasks: ['[ ] u']}]
        sprints: [{id: s, blocks: [{date: 2001-01-01, expected: {a: 100%}}]}]
        """;

    assertThat(agreement(plan.replace("STATUS", "active"))).containsExactly(Agreement.CONTRADICTS);
    assertThat(agreement(plan.replace("STATUS", "dropped"))).isEmpty();
  }

  private static List<Agreement> agreement(String plan) {
    return Cases.written(plan).evidence(active()).assess().claims().stream()
        .filter(claim -> claim.claim().contains("is expected"))
        .map(ClaimCheck::agreement)
        .toList();
  }
}
