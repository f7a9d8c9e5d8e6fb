package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockedMergesTest {

  private static List<ClaimCheck> claims(String action) {
    return Cases.written(
            """
            workstreams: [{id: a, branch: feature/a}, {id: b, branch: feature/b}]
            merges: {waves: [{id: w1, workstreams: [a]}, {id: w2, workstreams: [b]}]}
            actions: [{id: sign, title: Sign, who: ana, %s}]
            """
                .formatted(action))
        .evidence(
            evidence()
                .merged("feature/a", Deltas.merged().build())
                .active("feature/b", Deltas.live().build()))
        .assess()
        .claims()
        .stream()
        .filter(claim -> claim.subject().equals("action sign"))
        .toList();
  }

  @Test
  void what_is_merged_while_an_open_action_blocks_it_contradicts() {
    assertThat(claims("status: doing, blocks: [a, b]"))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.claim()).isEqualTo("it is doing and blocks a");
              assertThat(claim.observed()).isEqualTo("a is merged");
              assertThat(claim.agreement()).isEqualTo(Agreement.CONTRADICTS);
            });
    assertThat(claims("blocks: [w1, w2]"))
        .extracting(ClaimCheck::claim, ClaimCheck::observed)
        .containsExactly(tuple("it is todo and blocks w1", "wave w1 is merged"));
  }

  @Test
  void an_action_that_is_done_or_given_up_blocks_nothing() {
    assertThat(claims("status: done, blocks: [a, w1]")).isEmpty();
    assertThat(claims("status: dropped, blocks: [a, w1]")).isEmpty();
  }
}
