package dev.coord.plan;

/**
 * A command succeeds.
 *
 * @param command what is run, where the user allows it
 */
public record CommandRule(Origin origin, Command command) implements Rule {

  /** Checks that there is a command. */
  public CommandRule {
    Parts.require(origin, command);
  }

  @Override
  public String name() {
    return "command";
  }
}
