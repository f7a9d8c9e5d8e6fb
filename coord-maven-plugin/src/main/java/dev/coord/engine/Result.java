package dev.coord.engine;

import dev.coord.assess.Overall;
import dev.coord.publish.ConsoleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a goal came to, ready to be said.
 *
 * @param overall how it ended
 * @param console lines for the build's log, safe to print
 * @param commands lines for standard output that a CI service understands, safe to print
 * @param failure why the build is to fail, one sentence that stands for itself; empty when it
 *     passed
 */
public record Result(
    Overall overall, List<ConsoleLine> console, List<String> commands, String failure) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when a failure has no sentence
   */
  public Result {
    Objects.requireNonNull(failure, "failure");
    console = List.copyOf(console);
    commands = List.copyOf(commands);
    if (overall != Overall.PASSED && failure.isEmpty()) {
      throw new IllegalArgumentException("a failure says why");
    }
  }

  /** The same with one more line, if there is one. */
  Result with(Optional<ConsoleLine> line) {
    return line.map(this::with).orElse(this);
  }

  /** The same with one more line for the build's log. */
  Result with(ConsoleLine line) {
    List<ConsoleLine> lines = new ArrayList<>(console);
    lines.add(line);
    return new Result(overall, lines, commands, failure);
  }
}
