import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the numbers were measured on. */
final class Machine {

  private Machine() {}

  static String description(Bench bench) {
    Options options = bench.options;
    String maven = first(bench, "Apache Maven", List.of(options.maven, "-v"));
    return """
        machine: %s %s, %d cores, %s MB of memory, JDK %s (%s), %s, %s
        load before: %s
        work: %s (%s), flags of the JVM: %s
        run: %d pairs%s%s"""
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.getRuntime().availableProcessors(),
            memory(),
            System.getProperty("java.version"),
            System.getProperty("java.vm.vendor"),
            maven,
            first(bench, "git", List.of("git", "--version")),
            load(),
            bench.work,
            bench.inMemory() ? "in memory" : "on disk, where targets are to be measured in memory",
            options.flags.isEmpty() ? "none" : String.join(" ", options.flags),
            options.pairs,
            options.quick ? ", tiny sizes: the verdicts mean nothing" : "",
            options.pairs < 5 ? ", fewer than the 5 of the targets" : "");
  }

  private static String first(Bench bench, String beginning, List<String> command) {
    return bench
        .shell
        .run(bench.work, Shell.environment(bench.home()), command)
        .orFail(String.join(" ", command))
        .output()
        .replaceAll("\u001b\\[[0-9;]*m", "")
        .lines()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .orElse(beginning + " of an unknown version");
  }

  /** What else the machine has to do: above the number of its cores, nothing can be measured. */
  private static String load() {
    String[] loads = Trees.read(Path.of("/proc/loadavg")).split(" ");
    return loads.length < 3 ? "unknown" : String.join(" ", List.of(loads).subList(0, 3));
  }

  private static String memory() {
    return Trees.read(Path.of("/proc/meminfo"))
        .lines()
        .filter(line -> line.startsWith("MemTotal:"))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
