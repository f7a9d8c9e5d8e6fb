package dev.coord.evidence.commands;

import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Observation;
import dev.coord.plan.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a command as a process of its own: without a shell, with nothing to read, in one directory,
 * for a time; whatever it has started ends with it.
 */
public final class CommandRunner {

  /** The longest wait for more output. */
  private static final long MOST_MILLIS = 20;

  /** Looking for children of children takes longer than looking whether the command has ended. */
  private static final Duration BETWEEN_LOOKS_AT_THE_TREE = Duration.ofMillis(200);

  /** What Java says when a program cannot be executed, with the reason of the system. */
  private static final Pattern ERROR = Pattern.compile("error[=:] ?\\d+[, (]+([^()]+)\\)?$");

  private final Path directory;
  private final Map<String, String> environment;

  /**
   * A runner.
   *
   * @param directory where commands run
   * @param environment the variables that they see
   */
  public CommandRunner(Path directory, Map<String, String> environment) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.environment = new TreeMap<>(environment);
  }

  /** Runs a command to its end, or to the end of its time; unknown when it cannot be started. */
  public Observation<CommandRun> run(Command command) {
    String mark = UUID.randomUUID().toString();
    ProcessBuilder builder =
        new ProcessBuilder(command.run()).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put(ProcessTree.MARK, mark);
    long begun = System.nanoTime();
    Process process;
    try {
      process = builder.start();
    } catch (IOException | RuntimeException e) {
      return Observation.unknown(
          "it could not be started"
              + reason(e).map(why -> " (" + why + ")").orElse("")
              + ": "
              + command.line(),
          "See that the program is there and can be executed; scripts of the repository are named"
              + " from its root.");
    }
    ProcessTree tree = new ProcessTree(process, mark);
    // What it leaves behind may write for ever, and Java would read all of that when it ends.
    process.onExit().thenRun(tree::end);
    // A build that is broken off takes the command along.
    Thread last = new Thread(tree::end);
    Runtime.getRuntime().addShutdownHook(last);
    try {
      return follow(command, process, tree, begun, new Secrets(environment, mark));
    } catch (IOException e) {
      return Observation.unknown("its output could not be read", "Run the build again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Observation.unknown("the build was broken off", "Run the build again.");
    } finally {
      tree.end();
      dismiss(last);
    }
  }

  private static Observation<CommandRun> follow(
      Command command, Process process, ProcessTree tree, long begun, Secrets secrets)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    OutputTail tail = new OutputTail();
    boolean ended = false;
    try (InputStream output = process.getInputStream()) {
      Duration looked = Duration.ZERO;
      long wait = 1;
      while (!ended && since(begun).compareTo(command.timeout()) < 0) {
        if (since(begun).minus(looked).compareTo(BETWEEN_LOOKS_AT_THE_TREE) > 0) {
          tree.look();
          looked = since(begun);
        }
        if (tail.take(output)) {
          // Who writes much has filled the pipe again at once.
          wait = 1;
          ended = !process.isAlive();
        } else {
          ended = process.waitFor(wait, TimeUnit.MILLISECONDS);
          wait = Math.min(2 * wait, MOST_MILLIS);
        }
      }
      tree.end();
      tail.takeRest(output);
    }
    OutputTail.Lines lines = tail.lines(secrets);
    return Observation.known(
        new CommandRun(
            ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty(),
            within(command, ended, since(begun)),
            lines.last(),
            lines.cut()));
  }

  private static Duration within(Command command, boolean ended, Duration took) {
    Duration step = CommandRun.step(took);
    return ended && step.compareTo(command.timeout()) < 0 ? step : command.timeout();
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static void dismiss(Thread last) {
    try {
      Runtime.getRuntime().removeShutdownHook(last);
    } catch (IllegalStateException shuttingDown) {
      // It is at work already.
    }
  }

  /** The system's reason alone: the rest of the message names directories of the machine. */
  private static Optional<String> reason(Exception e) {
    return Optional.ofNullable(e.getMessage())
        .map(ERROR::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }
}
