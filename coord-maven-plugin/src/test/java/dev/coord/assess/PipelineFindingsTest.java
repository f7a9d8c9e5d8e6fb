package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Workflows that are tracked beside those that the plan lists. */
class PipelineFindingsTest {

  private static List<String> told(String file, Evidences seen) {
    return Cases.written("environments: [{id: e, pipelines: [{file: " + file + "}]}]\n")
        .evidence(seen)
        .assess()
        .findings()
        .stream()
        .filter(finding -> finding.kind() == Finding.Kind.UNLISTED)
        .map(Finding::text)
        .toList();
  }

  @Test
  void a_workflow_that_no_pipeline_lists_is_told() {
    assertThat(
            told(
                ".github/workflows/ci.yml",
                evidence()
                    .tracked(".github/workflows/ci.yml", ".github/workflows/nightly.yaml")
                    .tracked(".github/workflows/README.md", ".github/workflows/sub/x.yml")))
        .containsExactly(
            ".github/workflows/nightly.yaml is tracked, and no pipeline of an environment lists"
                + " it");
  }

  @Test
  void workflows_that_are_all_listed_and_those_of_a_plan_that_lists_none_are_not() {
    assertThat(told(".github/workflows/ci.yml", evidence().tracked(".github/workflows/ci.yml")))
        .isEqualTo(List.of());
    assertThat(told("ci/build.sh", evidence().tracked(".github/workflows/ci.yml", "ci/build.sh")))
        .isEqualTo(List.of());
  }
}
