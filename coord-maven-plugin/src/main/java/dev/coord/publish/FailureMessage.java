package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.rule.Outcome;
import dev.coord.site.GateTally;
import dev.coord.site.PlanLines;
import dev.coord.site.Privacy;
import java.util.List;

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
    List<String> gates =
        breaking.stream().limit(NAMED).map(gate -> gate(assessment, privacy, gate)).toList();
    return SafeText.line(
        head + names(gates, breaking.size(), room - head.length()) + ". " + remedy + tail);
  }

  /** The first gate in any case, further ones as far as they fit, and the number of the others. */
  private static String names(List<String> gates, int all, int room) {
    int named = gates.size();
    while (named > 1 && text(gates, named, all).length() > room) {
      named--;
    }
    return SafeText.line(text(gates, named, all), room);
  }

  private static String text(List<String> gates, int named, int all) {
    String others = all > named ? " and " + (all - named) + " more" : "";
    return String.join(", ", gates.subList(0, named)) + others;
  }

  /** What does not hold, and apart from it what cannot be told; both of all gates. */
  private static String head(GateTally tally) {
    if (tally.notMet() == 0) {
      return tally.of(tally.unknown()) + " could not be judged: ";
    }
    String unknown = tally.unknown() == 0 ? "" : ", " + tally.unknown() + " could not be judged";
    return tally.of(tally.notMet()) + " not met" + unknown + ": ";
  }

  private static String gate(Assessment assessment, Privacy privacy, GateResult gate) {
    String seen =
        gate.outcome() == Outcome.UNKNOWN
            ? "unknown: " + gate.verdict().measured()
            : RowText.shortSummary(gate);
    String text = RowText.label(assessment, gate) + " " + privacy.withoutAddresses(seen);
    return SafeText.line(text, LONGEST_GATE) + " (" + PlanLines.broken(gate).withCommit() + ")";
  }
}
