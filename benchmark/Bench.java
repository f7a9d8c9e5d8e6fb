import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The place of the work, and what is made there once for all targets. */
final class Bench {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 4L << 30;

  final Options options;
  final Path checkout = Path.of(System.getProperty("benchmark.checkout"));
  final Path work;
  final Shell shell;
  private final Map<String, Object> made = new HashMap<>();

  Bench(Options options) {
    this.options = options;
    try {
      work = Files.createDirectories(options.work.orElseGet(this::place)).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shell = new Shell(work.resolve("scratch"));
  }

  private Path place() {
    String name = "coord-benchmark-" + ProcessHandle.current().pid();
    boolean memory =
        Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() >= ROOM;
    return memory ? MEMORY.resolve(name) : checkout.resolve("target/benchmark").resolve(name);
  }

  boolean inMemory() {
    return work.startsWith(MEMORY);
  }

  /** A home of its own, so that nothing of the user's is read or written. */
  Path home() {
    return directory("home");
  }

  Path directory(String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The flags that coord advises for a virtual machine that lives shortly. */
  List<String> shortLived() {
    try {
      return List.of(Files.readString(checkout.resolve(".mvn/jvm.config")).strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int pairs() {
    return options.pairs;
  }

  boolean warmUp() {
    return !options.quick;
  }

  /** Coord and its demonstration, built from this checkout. */
  Stage stage() {
    return once("stage", () -> Stage.of(this));
  }

  /** The repository that stands for a large one: generated, or the real one. */
  Repository large() {
    return once(
        "large",
        () ->
            options.repository.isPresent()
                ? RealRepository.cloned(this, options.repository.get())
                : GeneratedRepository.of(
                    this,
                    "large",
                    new HistorySize(
                        options.commits(),
                        options.files(),
                        options.branches(),
                        options.behind(),
                        options.depth,
                        options.seed)));
  }

  /** The same plan on a history that is short. */
  Repository small() {
    return once(
        "small",
        () ->
            GeneratedRepository.of(
                this,
                "small",
                new HistorySize(
                    options.smallCommits(),
                    Math.min(options.files(), options.smallCommits()),
                    options.branches(),
                    options.behind(),
                    options.depth,
                    options.seed)));
  }

  /** A repository whose branches begin anywhere in its history. */
  Repository state(int branches) {
    return once(
        "state-" + branches,
        () ->
            GeneratedRepository.of(
                this,
                "state-" + branches,
                new HistorySize(
                    options.stateCommits(),
                    Math.min(options.files(), options.stateCommits() / 4),
                    branches,
                    options.stateCommits(),
                    options.depth,
                    options.seed)));
  }

  /** Calls of Maven with the flags that both sides share. */
  Maven maven() {
    return new Maven(this);
  }

  @SuppressWarnings("unchecked")
  <T> T once(String name, Supplier<T> maker) {
    if (!made.containsKey(name)) {
      made.put(name, maker.get());
    }
    return (T) made.get(name);
  }

  void close() {
    if (options.keep || options.work.isPresent()) {
      System.err.println("kept: " + work);
    } else {
      Trees.delete(work);
    }
  }
}
