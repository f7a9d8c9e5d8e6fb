import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;

/** Target 6: the conflict forecast, against git and against JGit's own merges. */
final class MergeRows {

  private static final int MOST_BRANCHES = 60;

  /** Objects that git writes for its answer go elsewhere: coord's side would be found faster. */
  private static final String LOOP =
      """
      mkdir -p "$2"
      export GIT_ALTERNATE_OBJECT_DIRECTORIES=$PWD/.git/objects GIT_OBJECT_DIRECTORY=$2
      while read -r ours theirs; do
        printf '== %s %s\\n' "$ours" "$theirs"
        git merge-tree --write-tree --name-only "$ours" "$theirs" || :
      done < "$1"
      """;

  private MergeRows() {}

  static List<Row> rows(Bench bench) {
    String sentence = "conflicts of pairs of branches, wall : `git merge-tree` a pair, wall";
    if (bench.options.repository.isEmpty()) {
      return List.of(
          Row.notApplicable(
              "6", sentence, "needs branches of people: give a clone of them with --repository"));
    }
    Repository real = bench.large();
    Git git = new Git(bench, real.directory());
    Path names = bench.directory("names").resolve("merges.txt");
    List<String> live = RealRepository.live(git, MOST_BRANCHES);
    Trees.write(names, String.join("\n", live) + "\n");
    SortedMap<String, String> before = Trees.listed(real.directory().resolve(".git"));
    Map<String, String> ours = answers(forecast(bench, real, names));
    boolean wrote = !Trees.listed(real.directory().resolve(".git")).equals(before);
    Path pairs = bench.directory("names").resolve("pairs.txt");
    StringBuilder list = new StringBuilder();
    ours.keySet().forEach(pair -> list.append(pair).append('\n'));
    Trees.write(pairs, list.toString());
    Path tips = bench.directory("names").resolve("tips.txt");
    Trees.write(tips, list.toString().replaceAll("(\\S+) (\\S+)", "origin/$1 origin/$2"));
    Map<String, String> theirs = conflicts(loop(bench, real, tips).output());
    long equal = ours.keySet().stream().filter(p -> ours.get(p).equals(theirs.get(p))).count();

    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("git", () -> loop(bench, real, tips).wall());
    sides.put("coord", () -> Probes.nanos(forecast(bench, real, names)));
    sides.put("jgit", () -> Probes.nanos(recursive(bench, real, tips)));
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    String notes =
        live.size()
            + " branches, "
            + ours.size()
            + " pairs that both changed a path; "
            + equal
            + " with the conflicts that git finds";
    String broken = ours.isEmpty() ? "there is no pair to merge" : "";
    if (equal < ours.size()) {
      broken += ours.size() - equal + " have other conflicts";
    }
    if (wrote) {
      broken += (broken.isEmpty() ? "" : "; ") + "something in .git changed";
    }
    return List.of(
        Row.compared("6", sentence, walls.get("coord"), walls.get("git"), 1.5, notes, broken),
        Row.atMost(
            "6 JGit",
            "the same : JGit's RECURSIVE in memory, warm, wall",
            walls.get("coord"),
            walls.get("jgit"),
            1.0 / 15,
            notes));
  }

  private static Shell.Ran forecast(Bench bench, Repository repository, Path names) {
    return Probes.of(bench)
        .run(
            List.of(),
            "forecast",
            repository.directory().toString(),
            repository.integration(),
            names.toString());
  }

  private static Shell.Ran recursive(Bench bench, Repository repository, Path tips) {
    // It writes objects, so that it gets a repository of its own.
    Path copy = bench.directory("names").resolve("copy");
    Trees.delete(copy);
    Trees.copy(repository.directory().resolve(".git"), copy, Set.of());
    return Probes.of(bench).jgit(copy.toString(), tips.toString());
  }

  private static Shell.Ran loop(Bench bench, Repository repository, Path tips) {
    Path objects = bench.directory("names").resolve("objects");
    Trees.delete(objects);
    return bench.shell.run(
        repository.directory(),
        Shell.environment(bench.home()),
        List.of("bash", "-c", LOOP, "loop", tips.toString(), objects.toString()));
  }

  /** {@code pair OURS THEIRS<tab>PATHS} by the names. */
  private static Map<String, String> answers(Shell.Ran ran) {
    Map<String, String> answers = new TreeMap<>();
    ran.output()
        .lines()
        .filter(line -> line.startsWith("pair "))
        .map(line -> line.substring("pair ".length()).split("\t", -1))
        .forEach(cells -> answers.put(cells[0], cells[1]));
    return answers;
  }

  /** What git prints: a tree, the names of files with conflicts, an empty line and messages. */
  private static Map<String, String> conflicts(String output) {
    Map<String, String> conflicts = new TreeMap<>();
    for (String part : output.split("(?m)^== ")) {
      List<String> lines = part.lines().toList();
      if (lines.size() > 1) {
        conflicts.put(
            lines.get(0).replace("origin/", ""),
            String.join(
                "|",
                new TreeSet<>(
                    lines.subList(2, lines.size()).stream().takeWhile(l -> !l.isEmpty()).toList())));
      }
    }
    return conflicts;
  }
}
