package dev.coord.evidence;

import dev.coord.plan.Command;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How a command ended.
 *
 * @param exit the code with which it ended; empty when it was stopped because it took too long
 * @param within a step of {@link #STEPS} or the time limit that it took at most: of a finer one, no
 *     two runs would tell the same
 * @param lines the last lines that it wrote, harmless to show, oldest first
 * @param cut whether it wrote more
 */
public record CommandRun(OptionalInt exit, Duration within, List<String> lines, boolean cut) {

  /** The times that are told apart. */
  public static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  /** Exit codes by which shells say that they could not execute a command, or did not find it. */
  private static final int CANNOT_EXECUTE = 126;

  private static final int NOT_FOUND = 127;

  /** What is added to the number of the signal that ended a program. */
  private static final int SIGNAL = 128;

  private static final int LAST_SIGNAL = 64;

  /** Copies the list. */
  public CommandRun {
    Objects.requireNonNull(exit, "exit");
    Objects.requireNonNull(within, "within");
    lines = List.copyOf(lines);
  }

  /** The step that holds a time. */
  public static Duration step(Duration took) {
    return STEPS.stream()
        .filter(step -> took.compareTo(step) <= 0)
        .findFirst()
        .orElse(STEPS.get(STEPS.size() - 1));
  }

  /** Whether it said that all is well. */
  public boolean succeeded() {
    return exit.isPresent() && exit.getAsInt() == 0;
  }

  /** Whether it never came to say whether all is well. */
  public boolean brokeOff() {
    if (exit.isEmpty()) {
      return true;
    }
    int code = exit.getAsInt();
    return code < 0
        || code == CANNOT_EXECUTE
        || code == NOT_FOUND
        || code > SIGNAL && code <= SIGNAL + LAST_SIGNAL;
  }

  /** Why it broke off, where it did: a clause without its full stop. */
  public String why() {
    if (exit.isEmpty()) {
      return "it was stopped after " + Command.written(within);
    }
    String why =
        switch (exit.getAsInt()) {
          case CANNOT_EXECUTE -> "a program could not be executed";
          case NOT_FOUND -> "a program was not found";
          default -> "it was ended from outside";
        };
    return why + " (exit " + exit.getAsInt() + ")";
  }
}
