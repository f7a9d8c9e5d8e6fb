import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs programs and tells what they cost.
 *
 * <p>Times are those of bash's {@code time}, in milliseconds: the wall clock, and user and system
 * time of the program and of all that it waited for, as the kernel counts them when a child ends.
 */
final class Shell {

  private static final String TIMED =
      """
      TIMEFORMAT='%3R %3U %3S'
      output=$1 times=$2
      shift 2
      { time "$@" > "$output" 2>&1 < /dev/null; } 2> "$times"
      """;

  /** Something did not run as it had to, so there is nothing to measure. */
  static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FailedException(String message) {
      super(message);
    }
  }

  /**
   * What a program came to.
   *
   * @param wall seconds of the clock
   * @param cpu seconds of all processors, user and system
   * @param exit its exit status
   * @param output what it printed
   */
  record Ran(double wall, double cpu, int exit, String output) {

    /** Throws unless it ended well. */
    Ran orFail(String what) {
      if (exit != 0) {
        throw new FailedException(what + " ended with " + exit + ":\n" + tail());
      }
      return this;
    }

    private String tail() {
      List<String> lines = output.lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
  }

  private final Path scratch;

  Shell(Path scratch) {
    this.scratch = scratch;
  }

  /** The little of this process's environment that a program needs, and nothing of a CI's. */
  static Map<String, String> environment(Path home) {
    Map<String, String> environment = new TreeMap<>();
    for (String name : List.of("PATH", "JAVA_HOME", "TMPDIR")) {
      if (System.getenv(name) != null) {
        environment.put(name, System.getenv(name));
      }
    }
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    return environment;
  }

  Ran run(Path directory, Map<String, String> environment, List<String> command) {
    Path output = scratch.resolve("output.txt");
    Path times = scratch.resolve("times.txt");
    List<String> timed =
        new ArrayList<>(
            List.of("bash", "-c", TIMED, "timed", output.toString(), times.toString()));
    timed.addAll(command);
    try {
      Files.createDirectories(scratch);
      ProcessBuilder builder = new ProcessBuilder(timed).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(scratch.resolve("shell.txt").toFile());
      int exit = builder.start().waitFor();
      String[] seconds = Files.readString(times).strip().split(" ");
      if (seconds.length != 3) {
        throw new FailedException("no times of " + command + ": " + Files.readString(times));
      }
      return new Ran(
          Double.parseDouble(seconds[0]),
          Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]),
          exit,
          Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
