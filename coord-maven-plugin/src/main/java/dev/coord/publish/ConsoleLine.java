package dev.coord.publish;

import java.util.Objects;

/**
 * A line for the console. Whatever it is made from, it is safe to print.
 *
 * @param level how it is logged
 * @param text one line, through {@link SafeText}
 */
public record ConsoleLine(Level level, String text) {

  /** How a line is logged. */
  public enum Level {
    /** It fails the build. */
    ERROR,
    /** Somebody should look. */
    WARN,
    /** To know. */
    INFO
  }

  /** Makes the text safe. */
  public ConsoleLine {
    Objects.requireNonNull(level, "level");
    text = SafeText.line(text);
  }
}
