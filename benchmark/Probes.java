import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code probe/Probe.java} on coord's class path. */
final class Probes {

  private final Bench bench;
  private final Path classes;

  private Probes(Bench bench, Path classes) {
    this.bench = bench;
    this.classes = classes;
  }

  static Probes of(Bench bench) {
    return bench.once("probes", () -> compiled(bench));
  }

  private static Probes compiled(Bench bench) {
    Path classes = bench.directory("probe");
    bench
        .shell
        .run(
            bench.work,
            Shell.environment(bench.home()),
            List.of(
                program("javac"),
                "-d",
                classes.toString(),
                "-cp",
                bench.stage().classPath(),
                bench.checkout.resolve("benchmark/probe/Probe.java").toString(),
                bench.checkout.resolve("benchmark/probe/JGitMerges.java").toString()))
        .orFail("javac benchmark/probe");
    return new Probes(bench, classes);
  }

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** One run; the given flags come after those of all sides. */
  Shell.Ran run(List<String> flags, String... arguments) {
    return run("Probe", flags, arguments);
  }

  /** One run of JGit without coord. */
  Shell.Ran jgit(String... arguments) {
    return run("JGitMerges", List.of(), arguments);
  }

  private Shell.Ran run(String main, List<String> flags, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program("java")));
    command.addAll(bench.options.flags);
    command.addAll(flags);
    command.add("-Duser.home=" + bench.home());
    command.add("-cp");
    command.add(classes + ":" + bench.stage().classPath());
    command.add(main);
    command.addAll(List.of(arguments));
    return bench
        .shell
        .run(bench.work, Shell.environment(bench.home()), command)
        .orFail(String.join(" ", flags) + " " + main + " " + String.join(" ", arguments));
  }

  /** The time that the probe itself measured, in seconds, when it found what it had to. */
  static double seconds(Shell.Ran ran, long count) {
    if (number(ran, "count") != count) {
      throw new Shell.FailedException("counted " + number(ran, "count") + " instead of " + count);
    }
    return number(ran, "nanos") / 1e9;
  }

  /** The time that the probe itself measured, in seconds. */
  static double nanos(Shell.Ran ran) {
    return number(ran, "nanos") / 1e9;
  }

  /** A number that the probe printed. */
  static long number(Shell.Ran ran, String name) {
    return ran.output()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new Shell.FailedException("no " + name + " in:\n" + ran.output()));
  }
}
