import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Target 10: a large history and a large plan in little memory. */
final class MemoryRows {

  private static final double SECONDS = 2;

  /** `mvn validate` on an empty POM, in seconds, on the machine on which the 2 seconds were set. */
  private static final double VALIDATE_THERE = 0.82;

  private MemoryRows() {}

  static List<Row> rows(Bench bench) {
    List<Row> rows = new ArrayList<>(List.of(history(bench)));
    rows.addAll(plan(bench));
    return rows;
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

  private static List<Row> plan(Bench bench) {
    boolean quick = bench.options.quick;
    int branches = quick ? 4 : 20;
    int planned = (quick ? 50 : 1_000) - branches - HistorySize.MERGED;
    HistorySize size = new HistorySize(200, 200, branches, 30, 1, bench.options.seed);
    GeneratedPlan plan = new GeneratedPlan(size, planned, 10);
    Repository repository = GeneratedRepository.of(bench, "plan", size, plan);
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("validate", () -> bench.maven().validate().wall());
    sides.put("skipped", () -> limited(bench).skipped(repository).wall());
    sides.put("site", () -> limited(bench).firstSite(repository).wall());
    sides.put("skipped C1", () -> shortLived(bench).skipped(repository).wall());
    sides.put("site C1", () -> shortLived(bench).firstSite(repository).wall());
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    int workstreams = planned + branches + HistorySize.MERGED;
    long pages =
        Trees.listed(repository.site()).keySet().stream().filter(p -> p.endsWith(".html")).count();
    String what =
        String.format(
            Locale.ROOT,
            "plan of %d tasks and %d workstreams in 256 MB of heap, net wall : ",
            workstreams * 10,
            workstreams);
    String notes = pages + " pages, " + branches + " of the workstreams have a live branch";
    String broken = pages < workstreams ? "only " + pages + " pages" : "";
    Series validate = walls.get("validate");
    List<Row> rows = new ArrayList<>();
    for (String flags : List.of("", " C1")) {
      Series net = walls.get("site" + flags).minus(walls.get("skipped" + flags));
      Series two = new Series(net.values().stream().map(any -> SECONDS).toList());
      String with = flags.isEmpty() ? notes : "the flags of `.mvn/jvm.config`; " + notes;
      rows.add(
          Row.compared(
              "10 plan" + flags,
              what + "`mvn validate`, wall; 2 s where that takes " + VALIDATE_THERE + " s",
              net,
              validate,
              SECONDS / VALIDATE_THERE,
              with,
              broken));
      rows.add(
          Row.compared("10 plan" + flags + " here", what + "2 s", net, two, 1, with, broken));
    }
    return rows;
  }

  private static Maven limited(Bench bench) {
    return bench.maven().flag("-Xmx256m");
  }

  private static Maven shortLived(Bench bench) {
    Maven maven = limited(bench);
    for (String flag : bench.shortLived()) {
      maven = maven.flag(flag);
    }
    return maven;
  }
}
