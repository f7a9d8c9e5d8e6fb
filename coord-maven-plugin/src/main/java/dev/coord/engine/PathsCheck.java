package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Overall;
import dev.coord.assess.Permissions;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.path.RepoPaths;
import dev.coord.plan.Plan;
import dev.coord.publish.ConsoleFrame;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.publish.DiagnosticConsole;
import dev.coord.publish.SafeText;
import dev.coord.rule.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says whether the judged workstream may change paths, before it does. */
final class PathsCheck {

  private PathsCheck() {}

  static Result of(Settings settings, Opened opened, List<String> paths) {
    Plans plans = Plans.read(opened, settings);
    if (plans.plan().isEmpty()) {
      return broken(settings, plans.problems());
    }
    Plan plan = plans.plan().get();
    Optional<String> named = settings.workstream();
    if (named.filter(id -> plan.workstream(id).isEmpty()).isPresent()) {
      return broken(settings, List.of(Problems.unknownWorkstream(named.get(), plan)));
    }
    Court court = Court.of(plans, opened, settings);
    Rulebook rulebook = court.rulebook();
    if (!rulebook.problems().isEmpty()) {
      return broken(settings, rulebook.problems());
    }
    if (rulebook.baseProblem().isPresent()) {
      BaseProblem problem = rulebook.baseProblem().get();
      return failed(List.of(), "coord cannot tell: " + problem.reason() + ". " + problem.remedy());
    }
    JudgedBranch judged = court.judged();
    if (!judged.judged().isBranch()) {
      return failed(
          List.of(),
          "coord cannot tell who asks: "
              + judged
                  .judged()
                  .branch()
                  .map(b -> b + " is what branches are merged into")
                  .orElse("HEAD is on no branch")
              + ". Name the workstream with -Dcoord.workstream=ID.");
    }
    return answer(plan, rulebook.plan(), judged, paths);
  }

  private static Result answer(Plan plan, Plan rulebook, JudgedBranch judged, List<String> paths) {
    String subject = judged.judged().subject();
    List<ConsoleLine> lines = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (String path : paths) {
      if (!RepoPaths.isSafe(path)) {
        refused.add(path);
        lines.add(line(Level.ERROR, "NO    " + path + ": not a path of this repository"));
        continue;
      }
      Permission permission = Permissions.of(plan, rulebook, judged.judged(), List.of(path)).get(0);
      String why = path + ": " + permission.reason() + " (" + permission.place().withCommit() + ")";
      switch (permission.answer()) {
        case YES -> lines.add(line(Level.INFO, "YES   " + why));
        case CONDITION -> lines.add(line(Level.WARN, "ASK   " + why));
        case NO -> {
          refused.add(path);
          lines.add(line(Level.ERROR, "NO    " + why));
        }
      }
    }
    if (refused.isEmpty()) {
      return new Result(Overall.PASSED, lines, List.of(), "");
    }
    return failed(
        lines,
        subject
            + " must not change "
            + String.join(", ", refused)
            + ". Let the owner do it, or change the plan line named above.");
  }

  private static ConsoleLine line(Level level, String text) {
    return new ConsoleLine(level, SafeText.line(text));
  }

  private static Result failed(List<ConsoleLine> lines, String failure) {
    return new Result(Overall.FAILED, lines, List.of(), SafeText.line(failure));
  }

  private static Result broken(Settings settings, List<Diagnostic> problems) {
    ConsoleFrame frame = SiteOutput.consoleFrame(settings, "plan", Optional.empty());
    return new Result(
        Overall.ERROR,
        DiagnosticConsole.lines(problems, frame),
        List.of(),
        DiagnosticConsole.failureMessage(problems, frame));
  }
}
