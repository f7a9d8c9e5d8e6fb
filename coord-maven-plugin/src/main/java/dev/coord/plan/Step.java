package dev.coord.plan;

/**
 * A step of a procedure.
 *
 * @param text what to do, Markdown, may be empty when there are commands
 * @param commands what to type, lines of a shell, may be empty; shown, never run
 */
public record Step(Origin origin, String text, String commands) {
  /**
   * Checks that there is something to do.
   *
   * @throws IllegalArgumentException when there is neither a text nor a command
   */
  public Step {
    Parts.require(origin, commands);
    if (text.isEmpty() && commands.isEmpty()) {
      throw new IllegalArgumentException("a step has a text or commands");
    }
  }
}
