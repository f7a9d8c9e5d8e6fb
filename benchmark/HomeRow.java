import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;

/** Target 2: the first run in a home that holds nothing, as in every container of a CI. */
final class HomeRow {

  private HomeRow() {}

  static List<Row> rows(Bench bench) {
    Repository sample = bench.stage().sample();
    Path programs = bench.directory("programs-of-home");
    Path mark = programs.resolve("git-was-started");
    Set<String> created = new TreeSet<>();
    program(programs.resolve("git"), mark);
    SortedMap<String, String> git = Trees.listed(sample.directory().resolve(".git"));
    int[] homes = {0};
    Path[] home = {fresh(bench, homes)};
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    // In every other pair the second run is the one that is measured first: it has the home of
    // the pair before.
    sides.put(
        "first",
        () -> {
          home[0] = fresh(bench, homes);
          double wall = maven(bench, home[0], programs).firstSite(sample).wall();
          created.addAll(Trees.listed(home[0]).keySet());
          return wall;
        });
    sides.put(
        "second",
        () -> {
          double wall = maven(bench, home[0], programs).firstSite(sample).wall();
          created.addAll(Trees.listed(home[0]).keySet());
          return wall;
        });
    maven(bench, home[0], programs).firstSite(sample);
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    // What Maven creates without coord is Maven's.
    Path skipped = fresh(bench, homes);
    maven(bench, skipped, programs).skipped(sample);
    created.removeAll(Trees.listed(skipped).keySet());
    List<String> broken = new ArrayList<>();
    if (!created.isEmpty()) {
      broken.add("created under HOME: " + String.join(", ", created));
    }
    SortedMap<String, String> after = Trees.listed(sample.directory().resolve(".git"));
    if (!after.equals(git)) {
      Set<String> changed = new TreeSet<>(after.keySet());
      changed.removeIf(path -> after.get(path).equals(git.get(path)));
      broken.add("changed in .git: " + (changed.isEmpty() ? "files are gone" : changed));
    }
    if (Files.exists(mark)) {
      broken.add("git was started: " + Trees.read(mark).lines().findFirst().orElse(""));
    }
    return List.of(
        Row.compared(
            "2",
            "first `coord:site` in a fresh HOME, wall : second, wall",
            walls.get("first"),
            walls.get("second"),
            1.15,
            broken.isEmpty() ? "nothing created under HOME or in .git, no git process" : "",
            String.join("; ", broken)));
  }

  private static Maven maven(Bench bench, Path home, Path programs) {
    return bench.maven().home(home).programs(programs);
  }

  private static Path fresh(Bench bench, int[] homes) {
    Path home = bench.work.resolve("homes/" + homes[0]++);
    Trees.delete(home);
    return bench.directory(bench.work.relativize(home).toString());
  }

  /** A git that leaves a mark, and then does what it is asked. */
  private static void program(Path file, Path mark) {
    try {
      Files.deleteIfExists(mark);
      Trees.write(
          file,
          "#!/bin/sh\necho \"$*\" >> '" + mark + "'\nPATH=${PATH#*:}\nexec git \"$@\"\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
