package dev.coord.engine;

import dev.coord.assess.Overall;
import dev.coord.consistency.Consistency;
import dev.coord.consistency.Contradiction;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Named;
import dev.coord.plan.Plan;
import dev.coord.publish.ConsoleFrame;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.DiagnosticConsole;
import dev.coord.publish.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says whether the plan can be used. */
final class PlanCheck {

  private PlanCheck() {}

  static Result of(Settings settings, Opened opened) {
    Plans plans = Plans.read(opened, settings);
    ConsoleFrame frame = SiteOutput.consoleFrame(settings, "plan", Optional.empty());
    if (plans.plan().isEmpty()) {
      return new Result(
          Overall.ERROR,
          DiagnosticConsole.lines(plans.problems(), frame),
          List.of(),
          DiagnosticConsole.failureMessage(plans.problems(), frame));
    }
    List<ConsoleLine> lines = new ArrayList<>();
    for (Diagnostic warning : plans.warnings()) {
      lines.add(new ConsoleLine(ConsoleLine.Level.WARN, SafeText.line(warning.message())));
    }
    Plan plan = plans.plan().get();
    List<Contradiction> contradictions = Consistency.of(plan);
    if (contradictions.isEmpty()) {
      lines.add(info("The plan is sound: " + summary(plan)));
    } else {
      lines.add(info("The plan can be read: " + summary(plan)));
      lines.add(
          new ConsoleLine(
              ConsoleLine.Level.WARN,
              "It contradicts itself in "
                  + count(contradictions.stream().mapToInt(Contradiction::number).sum(), "place")
                  + ":"));
      lines.addAll(
          DiagnosticConsole.lines(
              contradictions.stream().map(PlanCheck::contradiction).toList(), frame));
    }
    return new Result(Overall.PASSED, lines, List.of(), "");
  }

  private static ConsoleLine info(String text) {
    return new ConsoleLine(ConsoleLine.Level.INFO, SafeText.line(text));
  }

  /** What the plan alone shows: evidence is for the goals that judge. */
  private static Diagnostic contradiction(Contradiction found) {
    return Diagnostic.warning(
        found.place(),
        Named.once(found.subject()) + ": " + found.claim() + ", but " + found.found(),
        found.remedy());
  }

  private static String summary(Plan plan) {
    return count(plan.files().size(), "file")
        + ", "
        + count(plan.workstreams().size(), "workstream")
        + ", "
        + count(plan.sprints().size(), "sprint")
        + ", "
        + count(plan.gates().size(), "gate")
        + ", "
        + count(plan.metrics().size(), "metric");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
