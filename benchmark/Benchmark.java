import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Measures coord against the targets of its speed, and prints one row for each. */
public final class Benchmark {

  private static final int WRONG_USE = 2;

  private static final Map<Integer, Function<Bench, List<Row>>> TARGETS =
      new TreeMap<>(
          Map.of(
              1, SiteRows::netTime,
              2, HomeRow::rows,
              3, HistoryRow::paths,
              4, HistoryRow::lines,
              5, BranchRows::rows,
              6, MergeRows::rows,
              7, SiteRows::unchanged,
              8, PageRows::rows,
              9, ReportRows::rows,
              10, MemoryRows::rows));

  private Benchmark() {}

  /** Always ends with 0, whatever the verdicts; with 2 when the command line is wrong. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (Options.WrongUseException e) {
      System.err.println("benchmark/run: " + e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(WRONG_USE);
      return;
    }
    if (options.help) {
      out.print(Options.USAGE);
      return;
    }
    Bench bench = new Bench(options);
    Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
    try {
      out.println(Machine.description(bench) + "\n");
    } catch (Shell.FailedException e) {
      System.err.println("benchmark/run: " + e.getMessage());
      System.exit(WRONG_USE);
    }
    out.println(Row.HEADER);
    for (int target : options.only) {
      Progress.say("target " + target);
      measured(target, bench).forEach(out::println);
    }
  }

  private static List<Row> measured(int target, Bench bench) {
    try {
      return TARGETS.get(target).apply(bench);
    } catch (RuntimeException e) {
      Progress.say(e.toString());
      return List.of(Row.failed(String.valueOf(target), e.toString()));
    }
  }
}
