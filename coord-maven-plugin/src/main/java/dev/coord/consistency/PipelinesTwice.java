package dev.coord.consistency;

import dev.coord.plan.Environment;
import dev.coord.plan.Environment.Pipeline;
import dev.coord.plan.Plan;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pipelines of one file that one environment says to be started by different things. Two
 * environments may well be deployed to by one file, each by another event.
 */
final class PipelinesTwice {

  private PipelinesTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return plan.handbook().environments().stream().flatMap(PipelinesTwice::of);
  }

  private static Stream<Contradiction> of(Environment environment) {
    Stream<Pipeline> pipelines =
        environment.pipelines().stream().filter(pipeline -> !pipeline.trigger().isBlank());
    return Twice.of(pipelines, one -> Optional.of(one.file()))
        .filter(two -> two.differs(Pipeline::trigger))
        .map(two -> contradiction(environment, two.first(), two.again()));
  }

  private static Contradiction contradiction(
      Environment environment, Pipeline first, Pipeline again) {
    return Twice.told(
        "environment " + environment.id(),
        first.file() + " has the trigger " + first.trigger(),
        first.origin().of("trigger"),
        "it is said again with the trigger " + again.trigger(),
        again.origin().of("trigger"),
        "Write the pipeline once, with all that starts it.");
  }
}
