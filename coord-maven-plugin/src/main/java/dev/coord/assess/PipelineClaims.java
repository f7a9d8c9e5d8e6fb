package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.GitQuestions.PathQuestion.Sought;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Environment;
import dev.coord.plan.Environment.Pipeline;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pipelines whose file is a directory, and workflows of GitHub that nothing starts which the plan
 * says. What words do not tell, and whatever agrees, is no claim of its own: that the file is
 * tracked is one.
 */
final class PipelineClaims {

  private static final PathPatterns WORKFLOWS =
      PathPatterns.of("/.github/workflows/*.yml", "/.github/workflows/*.yaml");

  private PipelineClaims() {}

  /** What has to be asked of git. */
  static Stream<PathQuestion> questions(Plan plan) {
    return plan.handbook().environments().stream()
        .flatMap(environment -> environment.pipelines().stream())
        .flatMap(
            pipeline -> Stream.concat(Stream.of(tracked(pipeline)), events(pipeline).stream()));
  }

  private static PathQuestion tracked(Pipeline pipeline) {
    return new PathQuestion(pipeline.file(), "", Optional.empty());
  }

  private static Optional<PathQuestion> events(Pipeline pipeline) {
    return Optional.of(TriggerWords.of(pipeline.trigger()))
        .filter(events -> !events.isEmpty() && WORKFLOWS.matches(pipeline.file()))
        .map(events -> new PathQuestion(pipeline.file(), events, Sought.EVENTS, Optional.empty()));
  }

  /** What contradicts the plan. */
  static List<ClaimCheck> check(Plan plan, PlanFacts facts) {
    return plan.handbook().environments().stream()
        .flatMap(
            environment ->
                environment.pipelines().stream()
                    .flatMap(
                        pipeline ->
                            Stream.concat(
                                directory(environment, pipeline, facts).stream(),
                                trigger(environment, pipeline, facts).stream())))
        .toList();
  }

  private static Optional<ClaimCheck> directory(
      Environment environment, Pipeline pipeline, PlanFacts facts) {
    String below = pipeline.file().replaceAll("^/|/$", "") + "/";
    return facts
        .files(tracked(pipeline))
        .optional()
        .filter(answer -> answer.found().stream().anyMatch(file -> file.startsWith(below)))
        .map(
            answer ->
                contradiction(
                    environment,
                    pipeline,
                    "file",
                    pipeline.file(),
                    pipeline.file() + " is a directory",
                    answer,
                    "Name the file of the workflow."));
  }

  private static Optional<ClaimCheck> trigger(
      Environment environment, Pipeline pipeline, PlanFacts facts) {
    return events(pipeline)
        .flatMap(question -> facts.files(question).optional())
        .filter(answer -> !answer.lacking().isEmpty())
        .map(
            answer ->
                contradiction(
                    environment,
                    pipeline,
                    "trigger",
                    pipeline.trigger(),
                    "the \"on\" of "
                        + pipeline.file()
                        + " does not name "
                        + answer.lacking().values().iterator().next().get(0).replace("|", " or "),
                    answer,
                    "Correct the trigger, or the workflow."));
  }

  private static ClaimCheck contradiction(
      Environment environment,
      Pipeline pipeline,
      String key,
      String value,
      String observed,
      PathAnswer answer,
      String remedy) {
    return new ClaimCheck(
        "environment " + environment.id(),
        key + " of the pipeline: " + value,
        pipeline.origin().of(key),
        observed,
        Agreement.CONTRADICTS,
        PathAnswers.proof(answer.found(), answer.commit()),
        remedy);
  }
}
