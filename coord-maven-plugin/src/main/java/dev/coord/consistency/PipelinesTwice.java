package dev.coord.consistency;

import dev.coord.plan.Environment;
import dev.coord.plan.Environment.Pipeline;
import dev.coord.plan.Plan;
import java.util.Optional;
import java.util.stream.Stream;

/** Pipelines of one file that are said to be started by different things. */
final class PipelinesTwice {

  private record PipelineOf(Environment environment, Pipeline pipeline) {
    String trigger() {
      return pipeline.trigger();
    }
  }

  private PipelinesTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    Stream<PipelineOf> pipelines =
        plan.handbook().environments().stream()
            .flatMap(
                environment ->
                    environment.pipelines().stream()
                        .filter(pipeline -> !pipeline.trigger().isBlank())
                        .map(pipeline -> new PipelineOf(environment, pipeline)));
    return Twice.of(pipelines, one -> Optional.of(one.pipeline().file()))
        .filter(two -> two.differs(PipelineOf::trigger))
        .map(PipelinesTwice::contradiction);
  }

  private static Contradiction contradiction(Twice<PipelineOf> two) {
    return Twice.told(
        "environment " + two.first().environment().id(),
        two.first().pipeline().file() + " has the trigger " + two.first().trigger(),
        two.first().pipeline().origin().of("trigger"),
        "environment "
            + two.again().environment().id()
            + " says that it has the trigger "
            + two.again().trigger(),
        two.again().pipeline().origin().of("trigger"),
        "Write all that starts it in both.");
  }
}
