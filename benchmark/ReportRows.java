import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Target 9: how fast reports are read, and in how little memory. */
final class ReportRows {

  private static final List<String> LITTLE = List.of("-Xmx64m");
  private static final String GIGABYTE = "JaCoCo XML of 1 GB in 64 MB of heap";

  private ReportRows() {}

  static List<Row> rows(Bench bench) {
    List<Row> rows = new ArrayList<>(List.of(tests(bench), coverage(bench)));
    rows.add(
        bench.options.full
            ? gigabyte(bench)
            : Row.notApplicable("9 memory", GIGABYTE, "asked for with --full only"));
    return rows;
  }

  private static Row tests(Bench bench) {
    int files = bench.options.quick ? 40 : 2_000;
    int tests = files * 50;
    Path directory = bench.work.resolve("reports/tests");
    Trees.delete(directory);
    long bytes = GeneratedReports.suites(directory, files, tests);
    Probes probes = Probes.of(bench);
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("coord", () -> Probes.seconds(run(probes, "tests", directory), tests));
    sides.put("parser", () -> Probes.seconds(run(probes, "parser", directory), tests));
    sides.put("bytes", () -> Probes.seconds(run(probes, "bytes", directory), bytes));
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    return Row.atMost(
        "9 tests",
        tests + " tests in " + files + " files, first pass, wall : reading their bytes, wall",
        walls.get("coord"),
        walls.get("bytes"),
        11,
        speed(bytes, walls.get("coord"))
            + " : "
            + speed(bytes, walls.get("bytes"))
            + ", the parser alone "
            + speed(bytes, walls.get("parser")));
  }

  private static Row coverage(Bench bench) {
    Path file = bench.work.resolve("reports/coverage/jacoco.xml");
    int sources = GeneratedReports.coverage(file, (bench.options.quick ? 2L : 50L) * 1_000_000);
    long bytes = file.toFile().length();
    Probes probes = Probes.of(bench);
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("coord", () -> little(probes, file, sources));
    sides.put("DOM", () -> Probes.seconds(run(probes, "dom", file), sources));
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    return Row.atMost(
        "9 coverage",
        "JaCoCo XML of "
            + bytes / 1_000_000
            + " MB in 64 MB of heap, wall : DOM without a limit, wall (1 / 2.5)",
        walls.get("coord"),
        walls.get("DOM"),
        1 / 2.5,
        speed(bytes, walls.get("coord")) + " : " + speed(bytes, walls.get("DOM")));
  }

  private static Row gigabyte(Bench bench) {
    Path file = bench.work.resolve("reports/huge/jacoco.xml");
    long wanted = bench.options.quick ? 20_000_000 : 1_000_000_000;
    int sources = GeneratedReports.coverage(file, wanted);
    long bytes = file.toFile().length();
    String size = bytes / 1_000_000 + " MB, " + sources + " source files";
    try {
      double seconds = little(Probes.of(bench), file, sources);
      Series one = new Series(List.of(seconds));
      String left = Row.seconds(seconds);
      String notes = size + ", " + speed(bytes, one) + ", one run";
      return new Row("9 memory", GIGABYTE, left, "", "", "it ends", "met", notes);
    } catch (Shell.FailedException e) {
      return new Row("9 memory", GIGABYTE, "", "", "", "it ends", "MISSED", size + ": " + e);
    } finally {
      Trees.delete(file.getParent());
    }
  }

  private static double little(Probes probes, Path file, int sources) {
    return Probes.seconds(probes.run(LITTLE, "coverage", file.toString()), sources);
  }

  private static Shell.Ran run(Probes probes, String what, Path place) {
    return probes.run(List.of(), what, place.toString());
  }

  private static String speed(long bytes, Series walls) {
    return String.format(Locale.ROOT, "%.0f MB/s", bytes / 1e6 / walls.median());
  }
}
