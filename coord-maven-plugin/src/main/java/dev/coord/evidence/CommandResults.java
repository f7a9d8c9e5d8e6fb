package dev.coord.evidence;

import dev.coord.plan.Command;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the commands of gates.
 *
 * @param runs each that was run, or that could not be started, in the order of the plan
 * @param others why any other was not run
 */
public record CommandResults(
    Map<Command, Observation<CommandRun>> runs, Observation.Unknown<CommandRun> others) {

  /** No command, where none was asked for. */
  public static final CommandResults NONE =
      new CommandResults(
          Map.of(),
          new Observation.Unknown<>("nobody ran the command", "Run coord:check or coord:site."));

  /** Copies the map. */
  public CommandResults {
    Objects.requireNonNull(others, "others");
    runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
  }

  /** How a command ended. */
  public Observation<CommandRun> of(Command command) {
    return runs.getOrDefault(command, others);
  }
}
