package dev.coord.plan.yaml;

import dev.coord.plan.Origin;
import dev.coord.plan.Step;
import java.util.List;
import java.util.Optional;

/** Reads the steps of a procedure. */
final class StepReader {
  private static final Shape SHAPE = new Shape("a step", "\"Stop the deployment\"");

  private StepReader() {}

  static List<Step> read(MappingReader in, String key) {
    return in.records(
        key,
        SHAPE,
        (context, node) ->
            TextOrMap.read(
                context,
                node,
                key,
                SHAPE,
                (Origin origin, String text) -> new Step(origin, text, ""),
                StepReader::step));
  }

  private static Optional<Step> step(MappingReader in) {
    String text = in.markdown("text");
    String commands = in.markdown("commands");
    if (in.lacks("text") && in.lacks("commands")) {
      in.missing(
          "\"text\" or \"commands\"", "Add for example 'commands: git revert --mainline 1 HEAD'.");
    }
    return text.isEmpty() && commands.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step(in.origin(), text, commands));
  }
}
