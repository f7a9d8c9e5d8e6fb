package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.Overall;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.git.GitRepository;
import dev.coord.publish.ConsoleFrame;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.publish.ConsoleReport;
import dev.coord.publish.DiagnosticConsole;
import dev.coord.publish.SafeText;
import dev.coord.publish.SiteDigest;
import dev.coord.publish.StepSummary;
import dev.coord.publish.WorkflowCommands;
import dev.coord.publish.feed.Briefs;
import dev.coord.site.render.SiteRenderer;
import dev.coord.site.render.UnfitTemplatesException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything coord does, from end to end; the one entry point. Stateless.
 *
 * <p>Nothing is thrown for a user's mistake: the result says what is wrong, and what to do.
 */
public final class Coord {

  private static final String SKIP = "coord.skip";

  private final Consumer<ConsoleLine> meanwhile;

  /** One that says everything at the end. */
  public Coord() {
    this(line -> {});
  }

  /**
   * One that says what takes long before it begins.
   *
   * @param meanwhile who hears that
   */
  public Coord(Consumer<ConsoleLine> meanwhile) {
    this.meanwhile = Objects.requireNonNull(meanwhile, "meanwhile");
  }

  /** Writes the site, then says what the build comes to. */
  public Result site(Settings settings) {
    Rehearsal rehearsal = Rehearsal.start();
    return at(settings, (s, opened) -> judge(s, opened, Optional.of(rehearsal)).result());
  }

  /** Judges the gates without writing a site. */
  public Result check(Settings settings) {
    return at(settings, (s, opened) -> judge(s, opened, Optional.empty()).result());
  }

  /**
   * Judges the gates for a page of another generator.
   *
   * @param writesSite whether the site that the page leads into is written, too
   */
  public Report report(Settings settings, boolean writesSite) {
    Optional<Rehearsal> rehearsal = writesSite ? Optional.of(Rehearsal.start()) : Optional.empty();
    return at(
        settings,
        (s, opened) -> {
          Told told = judge(s, opened, rehearsal);
          return new Report(told.result(), told.digest().map(Supplier::get));
        });
  }

  /** Reads the plan, and says everything that is wrong with it. */
  public Result validate(Settings settings) {
    return at(settings, PlanCheck::of);
  }

  /** Prints the brief of a workstream, whatever its gates come to. */
  public Result brief(Settings settings) {
    return at(settings, Coord::printed);
  }

  /**
   * Writes what is found today as the baseline; of one that is there, drops what is fixed.
   *
   * @param grow whether one that is there takes in what is new
   */
  public Result baseline(Settings settings, boolean grow) {
    return at(settings, (s, opened) -> new BaselineWriting(s, opened).write(grow));
  }

  /**
   * Says whether the judged workstream may change paths.
   *
   * @param paths repository paths
   */
  public Result mayChange(Settings settings, List<String> paths) {
    return at(settings, (s, opened) -> PathsCheck.of(s, opened, paths));
  }

  /** Does nothing, and says so: the louder, the less it is the user who wants it. */
  public Result skipped(Settings settings) {
    CiEnvironment ci = new CiEnvironment(settings.environment());
    if (!settings.fromPom(SKIP)) {
      return skippedByUser(settings, ci);
    }
    if (!ci.pullRequest()) {
      return skipped(Level.WARN, "coord is skipped (coord.skip in the POM)", List.of());
    }
    return skippedLoudly(ci, "the POM");
  }

  /** Maven takes the options in {@code .mvn} for the user's, and a pull request can change them. */
  private static Result skippedByUser(Settings settings, CiEnvironment ci) {
    Optional<String> file =
        ci.pullRequest() ? at(settings, (s, opened) -> options(opened)) : Optional.empty();
    return file.map(name -> skippedLoudly(ci, name))
        .orElseGet(() -> skipped(Level.INFO, "coord is skipped (coord.skip)", List.of()));
  }

  private static Optional<String> options(Opened opened) {
    return MavenOptions.of(opened.root(), opened.directory()).file(List.of(SKIP));
  }

  private static Result skippedLoudly(CiEnvironment ci, String by) {
    String text =
        "coord is skipped by "
            + by
            + " (coord.skip): no gate judges this pull request. Take it out of "
            + by
            + ", or let the workflow say it: -Dcoord.skip.";
    List<String> commands =
        ci.gitHubActions() ? List.of(WorkflowCommands.error("coord", text)) : List.of();
    return skipped(Level.ERROR, text, commands);
  }

  private static Result skipped(Level level, String text, List<String> commands) {
    return new Result(Overall.PASSED, List.of(new ConsoleLine(level, text)), commands, "");
  }

  private static <T> T at(Settings given, BiFunction<Settings, Opened, T> goal) {
    Settings settings = PullRequests.effective(given);
    Opened opened = Opened.at(settings.directory());
    Optional<GitRepository> git = opened.repository();
    try {
      return goal.apply(settings, opened);
    } finally {
      git.ifPresent(GitRepository::close);
    }
  }

  /**
   * Judges.
   *
   * @param rehearsal what the site is written with; empty when none is
   */
  private Told judge(Settings given, Opened opened, Optional<Rehearsal> rehearsal) {
    Path directory = SiteOutput.directory(given, opened);
    TemplateDirectory own =
        rehearsal.isPresent() ? TemplateDirectory.read(given, opened) : TemplateDirectory.NONE;
    Settings settings = given.with(own.problems());
    try {
      Pipeline pipeline =
          new Pipeline(settings, opened, directory, rehearsal.isPresent(), meanwhile);
      return told(
          settings,
          opened,
          directory,
          pipeline.run(),
          rehearsal.map(r -> () -> own.renderer().orElseGet(r::renderer)));
    } catch (UnfitTemplatesException e) {
      return told(
          settings,
          opened,
          directory,
          Pipeline.Outcome.broken(
              settings, opened, e.problems(), Plans.read(opened, settings).workstreams()),
          rehearsal.map(any -> SiteRenderer::new));
    } catch (RuntimeException | VirtualMachineError e) {
      Breakdown breakdown = Breakdown.of(e);
      Told told =
          told(
              settings,
              opened,
              directory,
              breakdown.outcome(settings, opened),
              rehearsal.map(any -> SiteRenderer::new));
      return new Told(breakdown.orThrown(told.result()), told.digest());
    }
  }

  /**
   * What a goal that judges says, and what a page of another generator would say.
   *
   * @param digest worked out when it is asked for; empty where the site was to be written and could
   *     not be
   */
  private record Told(Result result, Optional<Supplier<SiteDigest>> digest) {}

  private static Result printed(Settings settings, Opened opened) {
    Path directory = SiteOutput.directory(settings, opened);
    SiteOutput output = new SiteOutput(settings, opened, directory);
    try {
      Pipeline.Outcome outcome =
          new Pipeline(settings, opened, directory, false)
              .run(new BriefPlace(settings, opened)::judging);
      return outcome
          .assessment()
          .map(a -> new BriefPrinting(settings, a).print(new Briefs(a, output.frame(outcome))))
          .orElseGet(
              () ->
                  broken(settings, outcome.problems(), output.console(outcome, Optional.empty())));
    } catch (RuntimeException | VirtualMachineError e) {
      Breakdown breakdown = Breakdown.of(e);
      List<Diagnostic> problems = breakdown.outcome(settings, opened).problems();
      ConsoleFrame frame = SiteOutput.consoleFrame(settings, "plan", Optional.empty());
      return breakdown.orThrown(broken(settings, problems, frame));
    }
  }

  /**
   * What an outcome comes to, on the site, too.
   *
   * @param renderer writes the site; empty when none is written
   */
  private static Told told(
      Settings settings,
      Opened opened,
      Path directory,
      Pipeline.Outcome outcome,
      Optional<Supplier<SiteRenderer>> renderer) {
    SiteOutput output = new SiteOutput(settings, opened, directory);
    Optional<String> page = Optional.empty();
    Supplier<SiteDigest> digest = () -> output.digest(outcome);
    if (renderer.isPresent()) {
      try {
        SiteOutput.Written site = output.write(outcome, renderer.get().get());
        page = Optional.of(site.page());
        digest = site.digest();
      } catch (IOException e) {
        return new Told(unwritten(e), Optional.empty());
      }
    }
    ConsoleFrame frame = output.console(outcome, page);
    Result result =
        outcome
            .assessment()
            .map(assessment -> judged(settings, assessment, frame))
            .orElseGet(() -> broken(settings, outcome.problems(), frame))
            .with(new VerdictFiles(settings, directory).write(outcome));
    if (settings.record() && renderer.isPresent()) {
      Recording recording = new Recording(settings, opened, directory);
      for (ConsoleLine line : recording.record(outcome.assessment(), output.record(outcome))) {
        result = result.with(line);
      }
    }
    return new Told(result, Optional.of(digest));
  }

  private static Result judged(Settings settings, Assessment assessment, ConsoleFrame frame) {
    Overall overall = assessment.overall();
    CiEnvironment ci = new CiEnvironment(settings.environment());
    List<String> commands =
        ci.gitHubActions() ? WorkflowCommands.annotations(assessment) : List.of();
    List<ConsoleLine> lines = new ArrayList<>(ConsoleReport.lines(assessment, frame));
    StepSummaryFile.append(ci, room -> StepSummary.of(assessment, frame, room))
        .ifPresent(lines::add);
    return new Result(
        overall,
        lines,
        commands,
        overall == Overall.PASSED ? "" : ConsoleReport.failureMessage(assessment, frame));
  }

  private static Result broken(Settings settings, List<Diagnostic> problems, ConsoleFrame frame) {
    CiEnvironment ci = new CiEnvironment(settings.environment());
    List<String> commands = ci.gitHubActions() ? WorkflowCommands.annotations(problems) : List.of();
    List<ConsoleLine> lines = new ArrayList<>(DiagnosticConsole.lines(problems, frame));
    StepSummaryFile.append(ci, room -> StepSummary.of(problems, room)).ifPresent(lines::add);
    return new Result(
        Overall.ERROR, lines, commands, DiagnosticConsole.failureMessage(problems, frame));
  }

  private static Result unwritten(IOException e) {
    String why =
        e instanceof FileSystemException f
            ? f.getFile()
                + " cannot be written ("
                + Optional.ofNullable(f.getReason()).orElse(e.getClass().getSimpleName())
                + "). Make it writable, or name another directory with -Dcoord.outputDirectory."
            : e.getMessage();
    String message = SafeText.line("The site was not written: " + why);
    return new Result(Overall.ERROR, List.of(), List.of(), message);
  }
}
