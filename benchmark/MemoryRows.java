import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Target 10: a large history and a large plan in little memory. */
final class MemoryRows {

  private static final double SECONDS = 2;

  private MemoryRows() {}

  static List<Row> rows(Bench bench) {
    return new ArrayList<>(List.of(history(bench), plan(bench)));
  }

  private static Row history(Bench bench) {
    Repository large = bench.large();
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("192 MB", () -> bench.maven().flag("-Xmx192m").firstSite(large).cpu());
    sides.put("unlimited", () -> bench.maven().firstSite(large).cpu());
    Map<String, Series> cpus = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    return Row.atMost(
        "10 history",
        "`coord:site` on a large repository in 192 MB of heap, CPU : without a limit, CPU",
        cpus.get("192 MB"),
        cpus.get("unlimited"),
        1.1,
        large.description());
  }

  private static Row plan(Bench bench) {
    boolean quick = bench.options.quick;
    int branches = quick ? 4 : 20;
    int planned = (quick ? 50 : 1_000) - branches - HistorySize.MERGED;
    HistorySize size = new HistorySize(200, 200, branches, 30, 1, bench.options.seed);
    GeneratedPlan plan = new GeneratedPlan(size, planned, 10);
    Repository repository = GeneratedRepository.of(bench, "plan", size, plan);
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("site", () -> limited(bench).firstSite(repository).wall());
    sides.put("skipped", () -> limited(bench).skipped(repository).wall());
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    Series net = walls.get("site").minus(walls.get("skipped"));
    int workstreams = planned + branches + HistorySize.MERGED;
    long pages =
        Trees.listed(repository.site()).keySet().stream().filter(p -> p.endsWith(".html")).count();
    String sentence =
        String.format(
            Locale.ROOT,
            "plan of %d tasks and %d workstreams in 256 MB of heap, net wall : 2 s",
            workstreams * 10,
            workstreams);
    return Row.compared(
        "10 plan",
        sentence,
        net,
        new Series(net.values().stream().map(any -> SECONDS).toList()),
        1,
        pages + " pages, " + branches + " of the workstreams have a live branch",
        pages < workstreams ? "only " + pages + " pages" : "");
  }

  private static Maven limited(Bench bench) {
    return bench.maven().flag("-Xmx256m");
  }
}
