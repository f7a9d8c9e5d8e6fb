package dev.coord.evidence.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process and whatever it has started.
 *
 * <p>A child whose parent has ended is nobody's descendant any more. So descendants are remembered
 * while the process runs; and where the system shows the environment of processes, as Linux does,
 * they are known by a variable that they inherit.
 */
final class ProcessTree {

  /** The variable by which a process is known. */
  static final String MARK = "COORD_COMMAND";

  private static final Path PROCESSES = Path.of("/proc");

  /** A process that is being ended may start another meanwhile. */
  private static final int ROUNDS = 10;

  private static final long ROUND_MILLIS = 20;

  private final Process process;
  private final String mark;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  ProcessTree(Process process, String mark) {
    this.process = process;
    this.mark = MARK + "=" + mark;
  }

  /** Remembers what the process has started by now. */
  synchronized void look() {
    process.descendants().forEach(seen::add);
  }

  /** Ends all of it. */
  synchronized void end() {
    for (int round = 0; round < ROUNDS; round++) {
      look();
      marked().forEach(seen::add);
      List<ProcessHandle> alive =
          Stream.concat(Stream.of(process.toHandle()), seen.stream())
              .filter(ProcessHandle::isAlive)
              .toList();
      if (alive.isEmpty()) {
        return;
      }
      alive.forEach(ProcessHandle::destroyForcibly);
      try {
        process.waitFor(ROUND_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Stream<ProcessHandle> marked() {
    return Files.isDirectory(PROCESSES)
        ? ProcessHandle.allProcesses().filter(this::isMarked)
        : Stream.empty();
  }

  private boolean isMarked(ProcessHandle other) {
    try {
      Path environment = PROCESSES.resolve(other.pid() + "/environ");
      String variables = new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
      return Stream.of(variables.split("\0")).anyMatch(mark::equals);
    } catch (IOException e) {
      // It has ended meanwhile, or is somebody else's.
      return false;
    }
  }
}
