import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Targets 3 and 4: what all commits changed, as the rule {@code commits} asks for it. */
final class HistoryRow {

  private HistoryRow() {}

  /** Which files. */
  static List<Row> paths(Bench bench) {
    Repository large = bench.large();
    String[] log = {"log", "--name-only", "--no-renames", "--no-merges", "--format="};
    long files = git(bench, large, log).output().lines().filter(l -> !l.isBlank()).distinct().count();
    long ours = Probes.number(coord(bench, List.of(), large, "FILES"), "files");
    return rows(
        bench,
        "3",
        "paths of the full history, net CPU : `git " + String.join(" ", log) + "`, CPU",
        "FILES",
        log,
        new double[] {4.5, 1.7},
        ours + " different paths, as many as git has",
        ours == files ? "" : ours + " different paths, git has " + files);
  }

  /** How many lines. */
  static List<Row> lines(Bench bench) {
    Repository large = bench.large();
    String[] log = {"log", "--numstat", "--no-renames", "--no-merges", "--format="};
    String[] histogram = {
      "log", "--numstat", "--no-renames", "--no-merges", "--format=", "--diff-algorithm=histogram"
    };
    long theirs =
        git(bench, large, histogram)
            .output()
            .lines()
            .filter(line -> line.matches("\\d+\t\\d+\t.*"))
            .map(line -> line.split("\t"))
            .mapToLong(cells -> Long.parseLong(cells[0]) + Long.parseLong(cells[1]))
            .sum();
    Shell.Ran ran = coord(bench, List.of(), large, "LINES");
    long ours = Probes.number(ran, "added") + Probes.number(ran, "deleted");
    double off = Math.abs(ours - theirs) / (double) Math.max(1, theirs);
    String totals = ours + " lines, git counts " + theirs;
    return rows(
        bench,
        "4",
        "lines of the full history, net CPU : `git " + String.join(" ", log) + "`, CPU",
        "LINES",
        log,
        new double[] {2.7, 1.6},
        totals,
        off <= 0.001 ? "" : totals);
  }

  private static List<Row> rows(
      Bench bench,
      String target,
      String sentence,
      String asked,
      String[] log,
      double[] limits,
      String notes,
      String broken) {
    Repository large = bench.large();
    Probes probes = Probes.of(bench);
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("git", () -> git(bench, large, log).cpu());
    sides.put("idle", () -> probes.run(List.of(), "idle").cpu());
    sides.put("coord", () -> coord(bench, List.of(), large, asked).cpu());
    sides.put("idle C1", () -> probes.run(bench.shortLived(), "idle").cpu());
    sides.put("coord C1", () -> coord(bench, bench.shortLived(), large, asked).cpu());
    Map<String, Series> cpus = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    List<Row> rows = new ArrayList<>();
    for (String flags : List.of("", " C1")) {
      rows.add(
          Row.compared(
              target + flags,
              sentence,
              cpus.get("coord" + flags).minus(cpus.get("idle" + flags)),
              cpus.get("git"),
              limits[flags.isEmpty() ? 0 : 1],
              (flags.isEmpty() ? "" : "the flags of `.mvn/jvm.config`; ")
                  + large.description()
                  + "; "
                  + notes,
              broken));
    }
    return rows;
  }

  private static Shell.Ran git(Bench bench, Repository repository, String... arguments) {
    return new Git(bench, repository.directory()).tried(arguments).orFail("git log");
  }

  private static Shell.Ran coord(
      Bench bench, List<String> flags, Repository repository, String changes) {
    return Probes.of(bench)
        .run(flags, "commits", repository.directory().toString(), changes);
  }
}
