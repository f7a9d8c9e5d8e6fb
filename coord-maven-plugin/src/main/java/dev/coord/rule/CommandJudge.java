package dev.coord.rule;

import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import java.util.List;
import java.util.Optional;

/**
 * Judges commands by how they ended.
 *
 * <p>One that broke off said neither yes nor no: the rule is unknown, and so is its negation.
 */
final class CommandJudge {

  private static final String WANTED = "exit 0";

  /** The last lines are on the page; of these a console shows some. */
  private static final int LINES = 3;

  private CommandJudge() {}

  static Verdict judge(CommandRule rule, Observation<CommandRun> observed) {
    if (observed instanceof Observation.Unknown<CommandRun> unknown) {
      return Judge.unknown("", WANTED, unknown);
    }
    CommandRun run = ((Observation.Known<CommandRun>) observed).value();
    return run.brokeOff() ? brokenOff(rule, run) : answered(rule, run);
  }

  private static Verdict answered(CommandRule rule, CommandRun run) {
    String exit = "exit " + run.exit().getAsInt();
    return new Verdict(
        "",
        run.succeeded() ? Outcome.PASSED : Outcome.FAILED,
        exit,
        WANTED,
        exit + " within " + Command.written(run.within()),
        proof(rule, run),
        run.succeeded() ? "" : "Mend what it says: " + rule.command().line() + ".",
        Optional.empty());
  }

  private static Verdict brokenOff(CommandRule rule, CommandRun run) {
    String seen = run.why();
    String remedy =
        run.exit().isEmpty()
            ? "See why it takes so long, or give it more time (timeout:, at most "
                + Command.written(Command.LONGEST)
                + "): "
            : "See that it comes to its end: ";
    return new Verdict(
        "",
        Outcome.UNKNOWN,
        seen,
        WANTED,
        seen,
        proof(rule, run),
        remedy + rule.command().line() + ".",
        Optional.empty());
  }

  private static List<Proof> proof(CommandRule rule, CommandRun run) {
    List<String> lines = run.lines();
    return lines.isEmpty()
        ? List.of(Proof.plan("it wrote nothing", rule.origin().self()))
        : lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
            .map(Proof::output)
            .toList();
  }
}
