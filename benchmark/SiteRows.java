import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Targets 1 and 7: what writing the site costs, and writing it again. */
final class SiteRows {

  private static final Pattern RESULT = Pattern.compile("\"result\": *\"(\\w+)\"");

  private SiteRows() {}

  static List<Row> netTime(Bench bench) {
    Repository sample = bench.stage().sample();
    Repository large = bench.large();
    boolean real = bench.options.repository.isPresent();
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("validate", () -> bench.maven().validate().wall());
    List<Repository> repositories =
        real ? List.of(sample, large) : List.of(sample, large, bench.small());
    for (Repository repository : repositories) {
      sides.put(repository.name() + " skipped", () -> bench.maven().skipped(repository).wall());
      sides.put(repository.name() + " site", () -> bench.maven().firstSite(repository).wall());
    }
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    Series validate = walls.get("validate");
    Series net = net(walls, sample);
    Series largeNet = net(walls, large);
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.atMost(
            "1 sample",
            "`coord:site` on the sample, net wall : `mvn validate` on an empty POM, wall",
            net,
            validate,
            1.0,
            described(sample)));
    rows.add(
        Row.atMost(
            "1 large",
            "`coord:site` on a large repository, net wall : `mvn validate`, wall",
            largeNet,
            validate,
            2.0,
            described(large)));
    rows.add(
        Row.atMost(
            "1 large",
            "the same, net wall : the sample, net wall",
            largeNet,
            net,
            2.0,
            "the other reading of \"2.0 times that\""));
    rows.add(
        real
            ? Row.notApplicable(
                "1 depth",
                "the same plan on a short history",
                "a real repository has a plan of its own")
            : Row.atMost(
                "1 depth",
                "the same, net wall : the same plan on a short history, net wall",
                largeNet,
                net(walls, bench.small()),
                1.3,
                described(bench.small())));
    return rows;
  }

  /** The size, and what the judged site says: a result of `error` would have cost too little. */
  private static String described(Repository repository) {
    Matcher result = RESULT.matcher(Trees.read(repository.site().resolve("status.json")));
    return repository.description() + "; result " + (result.find() ? result.group(1) : "none");
  }

  private static Series net(Map<String, Series> walls, Repository repository) {
    return walls
        .get(repository.name() + " site")
        .minus(walls.get(repository.name() + " skipped"));
  }

  static List<Row> unchanged(Bench bench) {
    Repository sample = bench.stage().sample();
    bench.maven().firstSite(sample);
    SortedMap<String, String> before = Trees.listed(sample.site());
    Map<String, DoubleSupplier> sides = new LinkedHashMap<>();
    sides.put("unchanged site", () -> bench.maven().site(sample).wall());
    sides.put("validate", () -> bench.maven().validate().wall());
    Map<String, Series> walls = Series.alternate(bench.pairs(), bench.warmUp(), sides);
    SortedMap<String, String> after = Trees.listed(sample.site());
    long rewritten =
        after.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
            .count();
    return List.of(
        Row.compared(
            "7",
            "unchanged second `coord:site` on the sample, wall : `mvn validate`, wall",
            walls.get("unchanged site"),
            walls.get("validate"),
            1.6,
            before.size() + " files and directories of the site, " + rewritten + " written again",
            rewritten == 0 && before.keySet().equals(after.keySet())
                ? ""
                : rewritten + " written again, such as " + first(before, after)));
  }

  private static String first(SortedMap<String, String> before, SortedMap<String, String> after) {
    return after.keySet().stream()
        .filter(path -> !after.get(path).equals(before.get(path)))
        .findFirst()
        .orElse("one that is gone");
  }
}
