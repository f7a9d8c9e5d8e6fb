package dev.coord.maven;

import dev.coord.assess.Case.BuildProblem;
import dev.coord.engine.Coord;
import dev.coord.engine.Result;
import dev.coord.engine.Settings;
import dev.coord.publish.ConsoleLine;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals have in common. */
abstract class AbstractCoordMojo extends AbstractMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /**
   * The plan: a file or a directory. Left out, the nearest {@code coord.yml} or {@code coord/*.yml}
   * from the working directory up to the repository's root is taken.
   */
  @Parameter(property = "coord.plan")
  private File plan;

  /** Does nothing. */
  @Parameter(property = "coord.skip", defaultValue = "false")
  private String skip;

  /**
   * The workstream to judge. Left out, it is the one of the pull request's source branch, where CI
   * names it, else of the checked-out branch.
   */
  @Parameter(property = "coord.workstream")
  private String workstream;

  /** The committish a branch is compared with. Left out, it is what the plan says. */
  @Parameter(property = "coord.base")
  private String base;

  /**
   * The commit that the integration branch was at before what was pushed to it; each commit since
   * then must not weaken the plan. Left out, it is what CI says; else the last commit is looked at.
   */
  @Parameter(property = "coord.before")
  private String before;

  /**
   * Judging time, by which waivers, sprints and deadlines go, while the freshness of reports is
   * held against HEAD's commit: a date ({@code 2026-01-31}) or a point in time ({@code
   * 2026-01-31T12:00:00Z}). Left out, it is the wall clock.
   */
  @Parameter(property = "coord.now")
  private String now;

  /** Lists what passed, too, and tells remedies in full. */
  @Parameter(property = "coord.verbose", defaultValue = "false")
  private String verbose;

  /** What is wrong with the parameters is told together, when the goal does its work. */
  private final Parameters parameters = new Parameters();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      turn();
    } catch (MojoExecutionException | MojoFailureException e) {
      BrokenBuild.causedHere(session);
      throw e;
    }
  }

  private void turn() throws MojoExecutionException, MojoFailureException {
    LastOfSession calls = new LastOfSession(session, execution);
    boolean bound = execution.getSource() != MojoExecution.Source.CLI;
    if (isSkipped()) {
      if (calls.skip()) {
        say(new Coord().skipped(unjudged().build()));
      }
    } else if (bound && judgesReports()) {
      last(calls);
    } else if (!bound || calls.isFirst()) {
      run();
    }
  }

  private void last(LastOfSession calls) throws MojoExecutionException, MojoFailureException {
    try {
      calls.arrive(
          () -> {
            run();
            return null;
          });
    } catch (MojoExecutionException | MojoFailureException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** Whether the goal looks at what the build of the modules brings. */
  boolean judgesReports() {
    return true;
  }

  /** Whether the module being built is the one whose POM began the build. */
  final boolean isOfTheRoot() {
    return session.getTopLevelProject().equals(session.getCurrentProject());
  }

  /** Whether the user wants nothing of coord. */
  final boolean isSkipped() {
    return parameters.flag("coord.skip", skip, false);
  }

  /** Reads the parameters, and remembers what is wrong with them. */
  final Parameters parameters() {
    return parameters;
  }

  /** Does the goal's work. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  /** What the user says on the command line. */
  Properties userProperties() {
    return session.getUserProperties();
  }

  /** The settings that matter even when nothing is judged. */
  private Settings.Builder unjudged() {
    return Settings.in(directory()).environment(System.getenv()).sources(sources().byName());
  }

  private Path directory() {
    return Path.of(session.getRequest().getBaseDirectory());
  }

  /** The settings that all goals share, before {@link Parameters#tell}. */
  Settings.Builder settings() {
    Path directory = directory();
    return unjudged()
        .workingDirectory(workingDirectory().orElse(directory))
        .plan(Optional.ofNullable(plan).map(File::toPath))
        .workstream(text(workstream))
        .base(text(base))
        .before(text(before))
        .now(parameters.now(text(now)))
        .outputTimestamp(outputTimestamp())
        .sessionStart(Optional.ofNullable(session.getStartTime()).map(date -> date.toInstant()))
        .buildProblem(buildProblem())
        .builtModules(BuiltModules.of(session))
        .verbose(parameters.flag("coord.verbose", verbose, false))
        .allowCommands(allowsCommands())
        .command("mvn " + String.join(" ", session.getRequest().getGoals()))
        .prefix(new GoalPrefix(session, execution).known())
        .version(execution.getVersion());
  }

  /** Why reports of this build are missing. */
  Optional<BuildProblem> buildProblem() {
    return BrokenBuild.of(session);
  }

  /** What is still to be built, by the order of goals. */
  final Optional<BuildProblem> laterModules() {
    return LaterModules.of(session);
  }

  private Sources sources() {
    Sources sources =
        new Sources(session)
            .file("coord.plan", Optional.ofNullable(plan).map(File::toPath))
            .text("coord.workstream", text(workstream))
            .text("coord.base", text(base))
            .text("coord.before", text(before))
            .text("coord.now", text(now));
    if (isSkipped()) {
      sources.flag("coord.skip", true);
    }
    if (allowsCommands()) {
      sources.flag("coord.allowCommands", true);
    }
    return failOnViolation() ? sources : sources.flag("coord.failOnViolation", false);
  }

  /** Whether the commands of gates are run. */
  boolean allowsCommands() {
    return false;
  }

  /** Whether what does not hold fails the build. */
  boolean failOnViolation() {
    return true;
  }

  /** With {@code -f}, the user is elsewhere than the build. */
  private Optional<Path> workingDirectory() {
    return Optional.ofNullable(session.getRequest().getSystemProperties().getProperty("user.dir"))
        .map(Path::of);
  }

  private Optional<Instant> outputTimestamp() {
    return Optional.ofNullable(session.getTopLevelProject())
        .map(p -> p.getProperties().getProperty("project.build.outputTimestamp"))
        .flatMap(Times::outputTimestamp);
  }

  /** The directory of the build's output, where there is a POM. */
  Optional<Path> buildDirectory() {
    return Optional.ofNullable(session.getTopLevelProject())
        .filter(p -> p.getFile() != null)
        .map(p -> Path.of(p.getBuild().getDirectory()));
  }

  static Optional<String> text(String parameter) {
    return Optional.ofNullable(parameter).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Says the result's lines, and fails where it has to. */
  void report(Result result) throws MojoExecutionException, MojoFailureException {
    say(result);
    switch (result.overall()) {
      case PASSED -> {}
      case ERROR -> throw new MojoExecutionException(result.failure());
      default -> {
        if (failOnViolation()) {
          throw new MojoFailureException(result.failure());
        }
        getLog().warn("The build goes on all the same (coord.failOnViolation).");
      }
    }
  }

  /** Says the result's lines, to the build's log and to CI. */
  final void say(Result result) throws MojoExecutionException {
    result.console().forEach(this::say);
    output(session).print(result.commands());
  }

  /** Where lines go that are no lines of the log. */
  StandardOutput output(MavenSession of) {
    return StandardOutput.ofProcess();
  }

  final void say(ConsoleLine line) {
    switch (line.level()) {
      case ERROR -> getLog().error(line.text());
      case WARN -> getLog().warn(line.text());
      default -> getLog().info(line.text());
    }
  }
}
