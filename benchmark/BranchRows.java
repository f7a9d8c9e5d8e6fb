import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** Target 5: how branches stand to their base, against a loop of git. */
final class BranchRows {

  private static final int FEW = 115;
  private static final int MANY = 500;
  private static final String LOOP =
      """
      while read -r branch; do
        printf '%s ' "$branch"
        git rev-list --left-right --count "$2...$branch"
      done < "$1"
      """;

  private BranchRows() {}

  static List<Row> rows(Bench bench) {
    boolean quick = bench.options.quick;
    boolean real = bench.options.repository.isPresent();
    Repository few = real ? bench.large() : bench.state(quick ? 12 : FEW);
    Path fewNames = names(bench, few);
    Probes probes = Probes.of(bench);
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("loop", () -> loop(bench, few, fewNames).cpu());
    sides.put("idle", () -> probes.run(List.of(), "idle").cpu());
    sides.put("few", () -> coord(probes, List.of(), few, fewNames).cpu());
    sides.put("idle C1", () -> probes.run(bench.shortLived(), "idle").cpu());
    sides.put("few C1", () -> coord(probes, bench.shortLived(), few, fewNames).cpu());
    if (!real) {
      Repository many = bench.state(quick ? 48 : MANY);
      Path manyNames = names(bench, many);
      sides.put("many", () -> coord(probes, List.of(), many, manyNames).cpu());
    }
    Map<String, Series> cpus = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    Series net = cpus.get("few").minus(cpus.get("idle"));

    Map<String, String> theirs = theirs(loop(bench, few, fewNames));
    Map<String, String> ours = ours(coord(probes, List.of(), few, fewNames));
    Map<String, String> known = new TreeMap<>(ours);
    known.values().removeIf(numbers -> numbers.equals("none"));
    long equal = known.keySet().stream().filter(b -> known.get(b).equals(theirs.get(b))).count();
    String same = few.description() + "; " + equal + " of " + theirs.size() + " branches have the numbers of git";
    if (known.size() < theirs.size()) {
      same += ", " + (theirs.size() - known.size()) + " are merged or unknown";
    }
    String broken =
        equal == known.size() && equal > 0 ? "" : known.size() - equal + " have other numbers";
    String sentence = "state of " + theirs.size() + " branches, net CPU : `rev-list` loop, CPU";

    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.compared(
            "5",
            sentence,
            net,
            cpus.get("loop"),
            0.3,
            same,
            broken));
    rows.add(
        Row.compared(
            "5 C1",
            sentence,
            cpus.get("few C1").minus(cpus.get("idle C1")),
            cpus.get("loop"),
            0.3,
            "the flags of `.mvn/jvm.config`; " + same,
            broken));
    rows.add(
        real
            ? Row.notApplicable(
                "5 linear", "state of many branches", "the real repository has those it has")
            : linear(bench, quick ? 48 : MANY, theirs.size(), cpus, net));
    return rows;
  }

  private static Row linear(
      Bench bench, int many, int few, Map<String, Series> cpus, Series net) {
    return Row.atMost(
        "5 linear",
        "state of " + many + " branches, net CPU : of " + few + ", net CPU",
        cpus.get("many").minus(cpus.get("idle")),
        net,
        (double) many / few,
        bench.state(many).description());
  }

  private static Path names(Bench bench, Repository repository) {
    Git git = new Git(bench, repository.directory());
    List<String> names =
        bench.options.repository.isPresent() && repository.equals(bench.large())
            ? RealRepository.live(git, FEW)
            : git.run("for-each-ref", "--format=%(refname:short)", "refs/heads/work/live-*")
                .lines()
                .toList();
    Path file = bench.directory("names").resolve(repository.name() + ".txt");
    Trees.write(file, String.join("\n", names) + "\n");
    return file;
  }

  private static Shell.Ran loop(Bench bench, Repository repository, Path names) {
    // Branches of a clone are those of its remote.
    boolean real = bench.options.repository.isPresent() && repository.equals(bench.large());
    String script = real ? LOOP.replace("...$branch", "...refs/remotes/origin/$branch") : LOOP;
    return bench
        .shell
        .run(
            repository.directory(),
            Shell.environment(bench.home()),
            List.of("bash", "-c", script, "loop", names.toString(), repository.integration()))
        .orFail("git rev-list");
  }

  private static Shell.Ran coord(
      Probes probes, List<String> flags, Repository repository, Path names) {
    return probes.run(
        flags,
        "branches",
        repository.directory().toString(),
        repository.integration(),
        names.toString());
  }

  /** {@code NAME BEHIND<tab>AHEAD} of git as {@code AHEAD BEHIND} by name. */
  private static Map<String, String> theirs(Shell.Ran ran) {
    Map<String, String> numbers = new TreeMap<>();
    for (String line : ran.output().lines().toList()) {
      String[] parts = line.split("[ \\t]");
      numbers.put(parts[0], parts[2] + " " + parts[1]);
    }
    return numbers;
  }

  private static Map<String, String> ours(Shell.Ran ran) {
    Map<String, String> numbers = new TreeMap<>();
    for (String line : ran.output().lines().filter(l -> l.startsWith("branch ")).toList()) {
      String[] parts = line.split(" ", 3);
      numbers.put(parts[1], parts[2]);
    }
    return numbers;
  }
}
