package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times of a plan beside what git shows to be merged. */
class CompletedWorkTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a, start: 2026-11-02, duration: 200, status: "STATUS"}
        - {id: b, start: 2027-01-04, depends_on: [a]}
      """;

  private static List<String> contradicted(String status, Evidences seen) {
    return Cases.written(PLAN.replace("STATUS", status)).evidence(seen).assess().claims().stream()
        .filter(claim -> claim.agreement() == Agreement.CONTRADICTS)
        .filter(claim -> claim.claim().startsWith("it starts"))
        .map(ClaimCheck::subject)
        .toList();
  }

  @Test
  void what_git_shows_to_be_merged_binds_nobody_by_its_length() {
    assertThat(contradicted("active", evidence().merged("feature/a", Deltas.merged().build())))
        .isEmpty();
    assertThat(contradicted("active", evidence().active("feature/a", Deltas.live().build())))
        .containsExactly("b");
  }

  @Test
  void the_word_of_the_plan_counts_only_where_git_cannot_tell() {
    assertThat(contradicted("merged", evidence().withoutGit("there is no repository"))).isEmpty();
    assertThat(contradicted("active", evidence().withoutGit("there is no repository")))
        .containsExactly("b");
    assertThat(contradicted("merged", evidence().active("feature/a", Deltas.live().build())))
        .containsExactly("b");
  }
}
