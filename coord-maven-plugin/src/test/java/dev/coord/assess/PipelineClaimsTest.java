package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Workflows that are tracked beside those that the plan lists. */
class PipelineClaimsTest {

  private static List<String> claims(String file, Evidences seen) {
    return Cases.written("environments: [{id: e, pipelines: [{file: " + file + "}]}]\n")
        .evidence(seen)
        .assess()
        .claims()
        .stream()
        .filter(claim -> claim.subject().equals("environments"))
        .map(claim -> claim.agreement() + ": " + claim.claim() + " | " + claim.observed())
        .toList();
  }

  @Test
  void a_workflow_that_no_pipeline_lists_contradicts() {
    assertThat(
            claims(
                ".github/workflows/ci.yml",
                evidence()
                    .tracked(".github/workflows/ci.yml", ".github/workflows/nightly.yaml")
                    .tracked(".github/workflows/README.md", ".github/workflows/sub/x.yml")))
        .containsExactly(
            "CONTRADICTS: pipelines: 1 workflow | .github/workflows/nightly.yaml is tracked, and"
                + " not listed");
  }

  @Test
  void workflows_that_are_all_listed_agree() {
    assertThat(claims(".github/workflows/ci.yml", evidence().tracked(".github/workflows/ci.yml")))
        .containsExactly("AGREES: pipelines: 1 workflow | no other workflow is tracked");
  }

  @Test
  void a_plan_that_lists_no_workflow_of_github_says_nothing_of_them() {
    assertThat(claims("ci/build.sh", evidence().tracked(".github/workflows/ci.yml", "ci/build.sh")))
        .isEqualTo(List.of());
  }
}
