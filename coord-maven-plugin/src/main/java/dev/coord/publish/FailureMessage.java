package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.assess.SameReason;
import dev.coord.rule.Outcome;
import dev.coord.site.GateTally;
import dev.coord.site.PlanLines;
import dev.coord.site.Privacy;
import java.util.List;
import java.util.stream.Collectors;

/** The one sentence that a failed build ends with, and what to do about it. */
final class FailureMessage {

  private static final int NAMED = 3;
  private static final int LONGEST_GATE = 200;
  private static final int LONGEST_REMEDY = 160;

  private FailureMessage() {}

  static String of(Assessment assessment, ConsoleFrame frame) {
    Ranking ranking = new Ranking(assessment);
    List<GateResult> breaking = ranking.breaking();
    String head = head(GateTally.of(assessment));
    Privacy privacy = Privacy.of(assessment);
    String remedy =
        SafeText.line(
            RowText.sentences(
                privacy.withoutAddresses(breaking.get(0).verdict().remedy()), LONGEST_REMEDY),
            LONGEST_REMEDY);
    String tail =
        SafeText.line(
            " Then run "
                + frame.command()
                + frame.page("gates").map(p -> ", see " + p).orElse("")
                + ".",
            SafeText.MAX_LENGTH / 2);
    int room = SafeText.MAX_LENGTH - tail.length() - remedy.length() - 2;
    List<Named> gates =
        SameReason.of(breaking).stream()
            .limit(NAMED)
            .map(rows -> new Named(gate(assessment, privacy, rows), rows.rows().size()))
            .toList();
    return SafeText.line(
        head + names(gates, breaking.size(), room - head.length()) + ". " + remedy + tail);
  }

  /** What is said of gates, and of how many of them. */
  private record Named(String text, int gates) {}

  /** The first gate in any case, further ones as far as they fit, and the number of the others. */
  private static String names(List<Named> gates, int all, int room) {
    int named = gates.size();
    while (named > 1 && text(gates, named, all).length() > room) {
      named--;
    }
    return SafeText.line(text(gates, named, all), room);
  }

  private static String text(List<Named> gates, int named, int all) {
    List<Named> told = gates.subList(0, named);
    int others = all - told.stream().mapToInt(Named::gates).sum();
    String names = told.stream().map(Named::text).collect(Collectors.joining(", "));
    return others > 0 ? names + " and " + others + " more" : names;
  }

  /** What does not hold, and apart from it what cannot be told; both of all gates. */
  private static String head(GateTally tally) {
    if (tally.notMet() == 0) {
      return tally.of(tally.unknown()) + " could not be judged: ";
    }
    String unknown = tally.unknown() == 0 ? "" : ", " + tally.unknown() + " could not be judged";
    return tally.of(tally.notMet()) + " not met" + unknown + ": ";
  }

  private static String gate(Assessment assessment, Privacy privacy, SameReason rows) {
    GateResult gate = rows.first();
    String seen =
        gate.outcome() == Outcome.UNKNOWN
            ? "unknown: " + gate.verdict().measured()
            : RowText.shortSummary(gate);
    String text = RowText.label(assessment, rows) + " " + privacy.withoutAddresses(seen);
    return SafeText.line(text, LONGEST_GATE) + " (" + PlanLines.broken(gate).withCommit() + ")";
  }
}
