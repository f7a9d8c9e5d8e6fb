package dev.coord.plan;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A program with its arguments, and how long it may take.
 *
 * @param run the program and its arguments, each as it is: no shell reads them
 * @param timeout after how long it is stopped, in whole seconds, 1 s to 1 h
 */
public record Command(List<String> run, Duration timeout) {

  /** How long a command may take that says nothing of it. */
  public static final Duration USUAL = Duration.ofMinutes(10);

  /** The longest that a command may take. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when there is no program, or the time is out of its range
   */
  public Command {
    Objects.requireNonNull(timeout, "timeout");
    run = List.copyOf(run);
    if (run.isEmpty() || run.get(0).isBlank()) {
      throw new IllegalArgumentException("a command names a program");
    }
    if (timeout.getNano() != 0
        || timeout.compareTo(Duration.ofSeconds(1)) < 0
        || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a command takes whole seconds, one hour at most");
    }
  }

  /** Program and arguments on one line, those in quotes that do not stand for themselves. */
  public String line() {
    return String.join(" ", run.stream().map(Command::word).toList());
  }

  private static String word(String text) {
    return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** The time as plans write it, in its largest unit: {@code 90 s}, {@code 10 min}. */
  public static String written(Duration time) {
    long seconds = time.toSeconds();
    if (seconds % 3600 == 0) {
      return seconds / 3600 + " h";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
