package dev.coord.engine;

import dev.coord.assess.Questions;
import dev.coord.evidence.CommandResults;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.evidence.commands.CommandRunner;
import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.publish.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the commands of gates: those of the plan that judges, never what only the judged branch
 * says, and none at all where that plan may be the judged branch's own.
 */
final class GateCommands {

  static final String PARAMETER = "coord.allowCommands";
  private static final String NOT_RUN = "the command was not run: ";

  private final Settings settings;
  private final CiEnvironment ci;
  private final Plans plans;
  private final Rulebook rulebook;

  GateCommands(Settings settings, CiEnvironment ci, Plans plans, Rulebook rulebook) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.ci = Objects.requireNonNull(ci, "ci");
    this.plans = Objects.requireNonNull(plans, "plans");
    this.rulebook = Objects.requireNonNull(rulebook, "rulebook");
  }

  /**
   * Runs each of them once, one after another, in the order of the plan.
   *
   * @param meanwhile hears of each before it begins
   */
  CommandResults run(Opened opened, Consumer<ConsoleLine> meanwhile) {
    Plan own = plans.plan().orElseThrow();
    if (!Questions.asksForCommands(own, rulebook.plan())) {
      return CommandResults.NONE;
    }
    Optional<Unknown<CommandRun>> refusal = refusal(opened);
    if (refusal.isPresent()) {
      return new CommandResults(Map.of(), refusal.get());
    }
    CommandRunner runner = new CommandRunner(opened.root(), settings.environment());
    Map<Command, Observation<CommandRun>> runs = new LinkedHashMap<>();
    commands()
        .forEach(
            (command, gates) -> {
              meanwhile.accept(new ConsoleLine(Level.INFO, announcement(command, gates)));
              runs.put(command, runner.run(command));
            });
    return new CommandResults(runs, unlisted());
  }

  /** The commands of the plan that judges, with the gates that ask for each. */
  private Map<Command, List<String>> commands() {
    Map<Command, List<String>> commands = new LinkedHashMap<>();
    for (Gate gate : rulebook.plan().gates()) {
      gate.rule()
          .flat()
          .filter(CommandRule.class::isInstance)
          .map(rule -> ((CommandRule) rule).command())
          .distinct()
          .forEach(
              command ->
                  commands.computeIfAbsent(command, any -> new ArrayList<>()).add(gate.id()));
    }
    return commands;
  }

  private static String announcement(Command command, List<String> gates) {
    return SafeText.line(
        "Runs: "
            + command.line()
            + " ("
            + String.join(", ", gates)
            + "; "
            + Command.written(command.timeout())
            + " at most)");
  }

  /** Why no command is run; empty where they are. */
  private Optional<Unknown<CommandRun>> refusal(Opened opened) {
    MavenOptions options = MavenOptions.of(opened.root(), opened.directory());
    if (!settings.allowCommands()) {
      return refused("commands are off", "Allow them with -D" + PARAMETER + ".");
    }
    if (settings.fromPom(PARAMETER)) {
      return refused("only the command line can allow it, not a POM", "Add -D" + PARAMETER + ".");
    }
    Optional<String> said = options.file(List.of(PARAMETER));
    if (said.isPresent()) {
      return refused(
          "only the command line can allow it, not " + said.get(),
          "Take " + PARAMETER + " out of that file, and add -D" + PARAMETER + ".");
    }
    return ci.recognised() ? refusalInCi(options) : Optional.empty();
  }

  /** In CI nobody looks at the plan first, and whoever opens a pull request could write it. */
  private Optional<Unknown<CommandRun>> refusalInCi(MavenOptions options) {
    if (rulebook.baseProblem().isPresent()) {
      return refused(
          "whether its base has it cannot be told, as " + rulebook.baseProblem().get().reason(),
          rulebook.baseProblem().get().remedy());
    }
    if (rulebook.firstOn().isPresent()) {
      return refused(
          rulebook.firstOn().get() + " has no plan yet, and only commands that it has are run",
          "Merge the plan.");
    }
    if (!ci.pullRequest()) {
      return Optional.empty();
    }
    Optional<String> said = options.file(PullRequests.JUDGEMENT);
    if (said.isPresent()) {
      return refused(
          "the pull request's " + said.get() + " may say what it is compared with",
          "Take coord's parameters out of that file, and let the workflow say them.");
    }
    boolean own = rulebook.commit().isEmpty();
    return own && (plans.inRepository() || settings.fromPom("coord.plan"))
        ? refused(
            "it may be the pull request's own, as no base is known",
            "Name the base with -Dcoord.base.")
        : Optional.empty();
  }

  /** Why a command was not run that another place of the plan has. */
  private Unknown<CommandRun> unlisted() {
    return rulebook.commit().isPresent()
        ? unknown(
            "no gate of " + rulebook.base() + " has it, and what a branch brings is not run",
            "Merge the gate first, with severity: warn.")
        : unknown("no gate has it, and only commands of gates are run", "Add a gate that has it.");
  }

  private static Optional<Unknown<CommandRun>> refused(String reason, String remedy) {
    return Optional.of(unknown(reason, remedy));
  }

  private static Unknown<CommandRun> unknown(String reason, String remedy) {
    return new Unknown<>(NOT_RUN + reason, remedy);
  }
}
