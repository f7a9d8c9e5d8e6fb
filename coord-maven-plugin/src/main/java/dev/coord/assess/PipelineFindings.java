package dev.coord.assess;

import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Environment.Pipeline;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Workflows of GitHub that are tracked while the plan lists others and not these: what it says of
 * CI is not all there is. It says nothing else of them, so that contradicts nothing.
 */
final class PipelineFindings {

  private static final int NAMED = 3;
  private static final PathPatterns WORKFLOWS =
      PathPatterns.of("/.github/workflows/*.yml", "/.github/workflows/*.yaml");

  private PipelineFindings() {}

  /** A finding where the plan lists a workflow and not all; none where it lists none. */
  static List<Finding> of(Plan plan, Observation<GitEvidence> git) {
    List<Pipeline> listed =
        plan.handbook().environments().stream()
            .flatMap(environment -> environment.pipelines().stream())
            .filter(pipeline -> WORKFLOWS.matches(pipeline.file()))
            .toList();
    Set<String> files = listed.stream().map(Pipeline::file).collect(Collectors.toSet());
    List<String> others =
        git.optional().stream()
            .flatMap(known -> known.trackedFiles().stream())
            .filter(WORKFLOWS::matches)
            .filter(file -> !files.contains(file))
            .toList();
    return listed.isEmpty() || others.isEmpty()
        ? List.of()
        : List.of(finding(listed.get(0), others, git.optional().orElseThrow().head().id()));
  }

  private static Finding finding(Pipeline first, List<String> others, String head) {
    int more = others.size() - NAMED;
    return new Finding(
        Finding.Kind.UNLISTED,
        Severity.INFO,
        "environments",
        String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
            + (more > 0 ? " and " + more + " more" : "")
            + (others.size() == 1 ? " is" : " are")
            + " tracked, and no pipeline of an environment lists "
            + (others.size() == 1 ? "it" : "them"),
        "List them under the pipelines of an environment, or remove them.",
        Optional.of(first.origin().of("file")),
        PathAnswers.proof(others, head));
  }
}
