package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Environment.Pipeline;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Workflows of GitHub that are tracked while the plan lists others and not these: what it says of
 * CI is not all there is.
 */
final class PipelineClaims {

  private static final int NAMED = 3;
  private static final PathPatterns WORKFLOWS =
      PathPatterns.of("/.github/workflows/*.yml", "/.github/workflows/*.yaml");

  private PipelineClaims() {}

  /** A claim where the plan lists a workflow; none where it lists none, or git cannot tell. */
  static List<ClaimCheck> of(Plan plan, Observation<GitEvidence> git) {
    List<Pipeline> listed =
        plan.handbook().environments().stream()
            .flatMap(environment -> environment.pipelines().stream())
            .filter(pipeline -> WORKFLOWS.matches(pipeline.file()))
            .toList();
    Optional<GitEvidence> known = git.optional();
    if (listed.isEmpty() || known.isEmpty()) {
      return List.of();
    }
    Set<String> files = listed.stream().map(Pipeline::file).collect(Collectors.toSet());
    List<String> others =
        known.get().trackedFiles().stream()
            .filter(WORKFLOWS::matches)
            .filter(file -> !files.contains(file))
            .toList();
    return List.of(check(listed.get(0), files.size(), others, known.get().head().id()));
  }

  private static ClaimCheck check(Pipeline first, int listed, List<String> others, String head) {
    int more = others.size() - NAMED;
    String named =
        String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
            + (more > 0 ? " and " + more + " more" : "");
    List<Proof> proof = PathAnswers.proof(others, head);
    return new ClaimCheck(
            "environments",
            "pipelines: " + listed + (listed == 1 ? " workflow" : " workflows"),
            first.origin().of("file"),
            others.isEmpty()
                ? "no other workflow is tracked"
                : named + (others.size() == 1 ? " is" : " are") + " tracked, and not listed",
            others.isEmpty() ? Agreement.AGREES : Agreement.CONTRADICTS,
            proof,
            "List them under the pipelines of an environment, or remove them.")
        .by(others.size());
  }
}
