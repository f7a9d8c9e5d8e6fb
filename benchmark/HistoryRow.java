import java.util.List;

/** Target 3: scans of the full history, where a rule asks for one. */
final class HistoryRow {

  /** All that a plan could ask of git when this was written; none of it needs the full history. */
  private static final String KNOWN = "asks branches,merges,paths";

  private HistoryRow() {}

  static List<Row> rows(Bench bench) {
    String asks = Probes.of(bench).run(List.of(), "asks").output().strip();
    return List.of(
        asks.equals(KNOWN)
            ? Row.notApplicable(
                "3",
                "paths of the full history, net CPU : `git log --name-only --no-renames"
                    + " --no-merges`, CPU",
                "not yet: no rule asks for them (a plan asks git for branches, merges and paths of"
                    + " one commit only)")
            : Row.failed("3", "a plan " + asks + " of git now: measure what is new here"));
  }
}
