package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Judged;
import dev.coord.assess.Overall;
import dev.coord.assess.Permissions;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.publish.ConsoleFrame;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.publish.DiagnosticConsole;
import dev.coord.publish.SafeText;
import dev.coord.rule.Permission;
import dev.coord.rule.Permission.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says whether the judged workstream may change paths, before it does. */
final class PathsCheck {

  private final Opened opened;
  private final Plan plan;
  private final Plan rulebook;
  private final Judged judged;

  private PathsCheck(Opened opened, Plan plan, Plan rulebook, Judged judged) {
    this.opened = opened;
    this.plan = plan;
    this.rulebook = rulebook;
    this.judged = judged;
  }

  static Result of(Settings settings, Opened opened, List<String> given) {
    List<String> paths = given.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (paths.isEmpty()) {
      return new Result(
          Overall.ERROR,
          List.of(),
          List.of(),
          "coord.paths names no path. Write paths relative to the repository's root, joined by"
              + " commas: -Dcoord.paths=pom.xml,docs/api.md.");
    }
    Plans plans = Plans.read(opened, settings);
    if (plans.plan().isEmpty()) {
      return broken(settings, plans.problems());
    }
    Plan plan = plans.plan().get();
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
                  .filter(any -> isOnBranch(settings, opened))
                  .map(b -> b + " is what branches are merged into")
                  .orElseGet(() -> nobody(opened.git()))
              + ". Name the workstream with -Dcoord.workstream=ID.");
    }
    return new PathsCheck(opened, plan, rulebook.plan(), judged.judged()).answer(paths);
  }

  private static boolean isOnBranch(Settings settings, Opened opened) {
    return JudgedBranch.current(new CiEnvironment(settings.environment()), opened.repository())
        .isPresent();
  }

  /** Why nobody is known to ask: an empty repository has a branch, and no commit on it. */
  static String nobody(Observation<?> git) {
    return git instanceof Observation.Unknown<?> unknown
        ? unknown.reason()
        : "HEAD is on no branch";
  }

  private Result answer(List<String> paths) {
    List<ConsoleLine> lines = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (String path : paths) {
      Optional<AskedPath> asked = AskedPath.read(path, opened);
      if (asked.isEmpty()) {
        refused.add(path);
        lines.add(line(Level.ERROR, "NO    " + path + ": not a path of this repository"));
        continue;
      }
      Permission permission = permission(asked.get());
      String why =
          permission.path()
              + ": "
              + permission.reason()
              + " ("
              + permission.place().withCommit()
              + ")";
      switch (permission.answer()) {
        case YES -> lines.add(line(Level.INFO, "YES   " + why));
        case CONDITION -> lines.add(line(Level.WARN, "ASK   " + why));
        case NO -> {
          refused.add(permission.path());
          lines.add(line(Level.ERROR, "NO    " + why));
        }
      }
    }
    if (refused.isEmpty()) {
      return new Result(Overall.PASSED, lines, List.of(), "");
    }
    return failed(
        lines,
        judged.subject()
            + " must not change "
            + String.join(", ", refused)
            + ". Let the owner do it, or change the plan line named above.");
  }

  /** What may be done with a directory is what may be done with each file in it. */
  private Permission permission(AskedPath asked) {
    if (asked.files().isEmpty()) {
      return ask(List.of(asked.path())).get(0);
    }
    Permission fresh = ask(List.of(asked.newFile())).get(0);
    List<Permission> answers = ask(asked.files().get());
    if (answers.isEmpty()) {
      return shown(asked, fresh.answer(), fresh.reason(), fresh);
    }
    Permission worst = answers.stream().max(Comparator.comparing(Permission::answer)).orElseThrow();
    if (worst.answer() != Answer.YES) {
      long more = answers.stream().filter(a -> a.answer() == worst.answer()).count() - 1;
      String word = worst.answer() == Answer.NO ? "NO" : "ASK";
      String others =
          more == 0
              ? ""
              : "; " + word + " for " + more + " more of its " + answers.size() + " files";
      return shown(
          asked, worst.answer(), "of " + worst.path() + ", " + worst.reason() + others, worst);
    }
    if (fresh.answer() == Answer.YES) {
      return shown(asked, Answer.YES, worst.reason(), worst);
    }
    return shown(
        asked, Answer.CONDITION, "all that is in it, yes; of a new file, " + fresh.reason(), fresh);
  }

  private static Permission shown(AskedPath asked, Answer answer, String reason, Permission place) {
    return new Permission(asked.shown(), answer, reason, place.place());
  }

  private List<Permission> ask(List<String> files) {
    return new Permissions(plan, rulebook).of(judged, files);
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
