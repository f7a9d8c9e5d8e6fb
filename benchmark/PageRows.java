import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Target 8: how fast pages are made and written, beside Hugo. */
final class PageRows {

  private static final double FASTER = 5;

  private PageRows() {}

  static List<Row> rows(Bench bench) {
    int pages = bench.options.quick ? 100 : 10_000;
    String what = pages + " pages with Markdown, net CPU : `hugo`, CPU";
    String data = pages + " pages without Markdown, net wall : Hugo's with it, wall (1 / 5)";
    Optional<String> version = version(bench);
    if (version.isEmpty()) {
      String why = bench.options.hugo + " does not run; `apt-get install hugo`, or --hugo PATH";
      return List.of(
          Row.unknown("8", what, why), Row.unknown("8 C1", what, why), Row.unknown("8 data", data, why));
    }
    Path source = bench.work.resolve("pages");
    Trees.delete(source);
    long bytes = GeneratedPages.site(source, pages);
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("hugo", () -> hugo(bench, source, pages).cpu());
    sides.put("idle", () -> Probes.of(bench).run(List.of(), "idle").cpu());
    sides.put("prose", () -> coord(bench, List.of(), source, "prose", pages).cpu());
    sides.put("idle C1", () -> Probes.of(bench).run(bench.shortLived(), "idle").cpu());
    sides.put("prose C1", () -> coord(bench, bench.shortLived(), source, "prose", pages).cpu());
    Map<String, Series> cpus = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    String notes = version.get() + "; " + bytes / pages + " bytes of Markdown a page";
    List<Row> rows = new ArrayList<>();
    for (String flags : List.of("", " C1")) {
      rows.add(
          Row.atMost(
              "8" + flags,
              what,
              cpus.get("prose" + flags).minus(cpus.get("idle" + flags)),
              cpus.get("hugo"),
              flags.isEmpty() ? 1.7 : 1.0,
              (flags.isEmpty() ? "" : "the flags of `.mvn/jvm.config`; ") + notes));
    }
    rows.add(data(bench, source, pages, data));
    return rows;
  }

  private static Row data(Bench bench, Path source, int pages, String what) {
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("hugo", () -> hugo(bench, source, pages).wall());
    sides.put("idle", () -> Probes.of(bench).run(List.of(), "idle").wall());
    sides.put("data", () -> coord(bench, List.of(), source, "data", pages).wall());
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    Series net = walls.get("data").minus(walls.get("idle"));
    String speed =
        String.format(
            Locale.ROOT,
            "%.0f pages/s : %.0f pages/s; a table of 8 rows on each",
            pages / net.median(),
            pages / walls.get("hugo").median());
    return Row.atMost("8 data", what, net, walls.get("hugo"), 1 / FASTER, speed);
  }

  private static Shell.Ran coord(
      Bench bench, List<String> flags, Path source, String what, int pages) {
    Path site = source.resolve("coord");
    Trees.delete(site);
    Shell.Ran ran =
        Probes.of(bench)
            .run(flags, "pages", source.resolve("content").toString(), site.toString(), what);
    if (Probes.number(ran, "count") < pages) {
      throw new Shell.FailedException("only " + Probes.number(ran, "count") + " pages");
    }
    return ran;
  }

  private static Shell.Ran hugo(Bench bench, Path source, int pages) {
    Path site = source.resolve("public");
    Trees.delete(site);
    Shell.Ran ran =
        bench
            .shell
            .run(
                source,
                Shell.environment(bench.home()),
                List.of(bench.options.hugo, "--quiet", "--destination", site.toString()))
            .orFail("hugo");
    long made =
        Trees.listed(site).keySet().stream().filter(name -> name.endsWith(".html")).count();
    if (made < pages) {
      throw new Shell.FailedException("hugo made only " + made + " pages");
    }
    return ran;
  }

  private static Optional<String> version(Bench bench) {
    Shell.Ran ran =
        bench.shell.run(
            bench.work, Shell.environment(bench.home()), List.of(bench.options.hugo, "version"));
    return ran.exit() == 0
        ? ran.output().lines().findFirst().map(line -> line.split("[+ -]*linux")[0].strip())
        : Optional.empty();
  }
}
