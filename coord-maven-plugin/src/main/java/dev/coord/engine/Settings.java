package dev.coord.engine;

import dev.coord.assess.Case.BuildProblem;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.reports.BuiltModule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the user and the machine say.
 *
 * @param directory where to look for plan and repository, upwards
 * @param workingDirectory where the user is; shown paths are relative to it
 * @param plan plan file or directory given by the user
 * @param outputDirectory where the site is written; empty means {@code target/coord} below the
 *     repository's root
 * @param templateDirectory where templates and style of the user's own are
 * @param workstream id of the workstream to judge, given by the user
 * @param base committish to compare with, given by the user
 * @param before committish that the integration branch was at before what is judged, given by the
 *     user
 * @param now judging time given by the user
 * @param clock the wall clock, read once
 * @param outputTimestamp the build's own timestamp
 * @param sessionStart when this build began, to tell left-over reports
 * @param buildProblem why reports of this build are missing, when a module failed
 * @param builtModules the modules whose tests this build ran
 * @param sources who sets those of coord's parameters that have a say in what fails, by name, such
 *     as {@code coord.base}; those at their default are left out
 * @param mistakes what is wrong with the parameters: nothing is judged then
 * @param lenient whether what cannot be told only warns; never in CI
 * @param verbose whether rows that passed are listed too, and remedies are told in full
 * @param record whether what the run comes to is recorded in git
 * @param allowCommands whether the commands of gates are run
 * @param verdicts how coord's own verdicts are written for other programs; empty means: as the CI
 *     that runs the build reads them
 * @param siteUrl where the site is published
 * @param command what runs the goal again, as the user would type it
 * @param goals what stands before the colon and the name of a goal, to call it
 * @param environment environment variables
 * @param version coord's own version
 */
public record Settings(
    Path directory,
    Path workingDirectory,
    Optional<Path> plan,
    Optional<Path> outputDirectory,
    Optional<Path> templateDirectory,
    Optional<String> workstream,
    Optional<String> base,
    Optional<String> before,
    Optional<Instant> now,
    Instant clock,
    Optional<Instant> outputTimestamp,
    Optional<Instant> sessionStart,
    Optional<BuildProblem> buildProblem,
    List<BuiltModule> builtModules,
    Map<String, Source> sources,
    List<Diagnostic> mistakes,
    boolean lenient,
    boolean verbose,
    boolean record,
    boolean allowCommands,
    Optional<Set<VerdictFormat>> verdicts,
    Optional<String> siteUrl,
    String command,
    String goals,
    Map<String, String> environment,
    String version) {

  private static final String COORDINATES = "dev.coord:coord-maven-plugin:";

  /** Who sets a parameter. */
  public enum Source {
    /** Whoever started the build. */
    COMMAND_LINE,
    /** The POM, or a profile: a branch can change it. */
    POM
  }

  /** Copies the collections and makes the directories absolute. */
  public Settings {
    directory = directory.toAbsolutePath().normalize();
    workingDirectory = workingDirectory.toAbsolutePath().normalize();
    builtModules = List.copyOf(builtModules);
    mistakes = List.copyOf(mistakes);
    environment = Map.copyOf(new TreeMap<>(environment));
    verdicts = verdicts.map(Set::copyOf);
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    for (Object value :
        List.of(
            plan,
            outputDirectory,
            templateDirectory,
            workstream,
            base,
            before,
            now,
            clock,
            outputTimestamp,
            sessionStart,
            buildProblem,
            siteUrl,
            command,
            goals,
            version)) {
      Objects.requireNonNull(value, "setting");
    }
  }

  /** Whether the POM sets a parameter. */
  boolean fromPom(String parameter) {
    return sources.get(parameter) == Source.POM;
  }

  /** The same without what the POM says of whom to judge, against what, and when. */
  Settings withoutPomsJudgement() {
    return new Builder(this)
        .workstream(workstream.filter(w -> !fromPom("coord.workstream")))
        .base(base.filter(b -> !fromPom("coord.base")))
        .before(before.filter(b -> !fromPom("coord.before")))
        .now(now.filter(n -> !fromPom("coord.now")))
        .build();
  }

  /** The same, given that workstream to judge, or none. */
  Settings judging(Optional<String> other) {
    return new Builder(this).workstream(other).build();
  }

  /** The same with more that is wrong. */
  Settings with(List<Diagnostic> problems) {
    Builder more = new Builder(this);
    more.mistakes.addAll(problems);
    return more.build();
  }

  /** Settings for a directory, everything else left at its default. */
  public static Builder in(Path directory) {
    return new Builder(directory);
  }

  /** Collects settings. */
  public static final class Builder {
    private final Path directory;
    private Path workingDirectory;
    private Optional<Path> plan = Optional.empty();
    private Optional<Path> outputDirectory = Optional.empty();
    private Optional<Path> templateDirectory = Optional.empty();
    private Optional<String> workstream = Optional.empty();
    private Optional<String> base = Optional.empty();
    private Optional<String> before = Optional.empty();
    private Optional<Instant> now = Optional.empty();
    private Instant clock = Instant.now();
    private Optional<Instant> outputTimestamp = Optional.empty();
    private Optional<Instant> sessionStart = Optional.empty();
    private Optional<BuildProblem> buildProblem = Optional.empty();
    private List<BuiltModule> builtModules = List.of();
    private Map<String, Source> sources = Map.of();
    private final List<Diagnostic> mistakes = new ArrayList<>();
    private boolean lenient;
    private boolean verbose;
    private boolean record;
    private boolean allowCommands;
    private Optional<Set<VerdictFormat>> verdicts = Optional.empty();
    private Optional<String> siteUrl = Optional.empty();
    private String command = "mvn verify coord:site";
    private Optional<String> prefix = Optional.empty();
    private Map<String, String> environment = Map.of();
    private String version = "dev";

    private Builder(Path directory) {
      this.directory = directory;
      this.workingDirectory = directory;
    }

    private Builder(Settings other) {
      directory = other.directory;
      workingDirectory = other.workingDirectory;
      plan = other.plan;
      outputDirectory = other.outputDirectory;
      templateDirectory = other.templateDirectory;
      workstream = other.workstream;
      base = other.base;
      before = other.before;
      now = other.now;
      clock = other.clock;
      outputTimestamp = other.outputTimestamp;
      sessionStart = other.sessionStart;
      buildProblem = other.buildProblem;
      builtModules = other.builtModules;
      sources = other.sources;
      mistakes.addAll(other.mistakes);
      lenient = other.lenient;
      verbose = other.verbose;
      record = other.record;
      allowCommands = other.allowCommands;
      verdicts = other.verdicts;
      siteUrl = other.siteUrl;
      command = other.command;
      prefix = Optional.of(other.goals);
      environment = other.environment;
      version = other.version;
    }

    /** Where the user is, when that is not the directory. */
    public Builder workingDirectory(Path value) {
      workingDirectory = value;
      return this;
    }

    /** Plan file or directory given by the user. */
    public Builder plan(Optional<Path> value) {
      plan = value;
      return this;
    }

    /** Where the site is written. */
    public Builder outputDirectory(Optional<Path> value) {
      outputDirectory = value;
      return this;
    }

    /** Where templates and style of the user's own are. */
    public Builder templateDirectory(Optional<Path> value) {
      templateDirectory = value;
      return this;
    }

    /** Id of the workstream to judge. */
    public Builder workstream(Optional<String> value) {
      workstream = value;
      return this;
    }

    /** Committish to compare with. */
    public Builder base(Optional<String> value) {
      base = value;
      return this;
    }

    /** Committish that the integration branch was at before what is judged. */
    public Builder before(Optional<String> value) {
      before = value;
      return this;
    }

    /** Judging time. */
    public Builder now(Optional<Instant> value) {
      now = value;
      return this;
    }

    /** The wall clock, for tests; read when left out. */
    public Builder clock(Instant value) {
      clock = value;
      return this;
    }

    /** The build's own timestamp. */
    public Builder outputTimestamp(Optional<Instant> value) {
      outputTimestamp = value;
      return this;
    }

    /** When this build began. */
    public Builder sessionStart(Optional<Instant> value) {
      sessionStart = value;
      return this;
    }

    /** Why reports of this build are missing, when a module failed. */
    public Builder buildProblem(Optional<BuildProblem> value) {
      buildProblem = value;
      return this;
    }

    /** The modules whose tests this build ran. */
    public Builder builtModules(List<BuiltModule> value) {
      builtModules = value;
      return this;
    }

    /** Who sets the parameters, by name. */
    public Builder sources(Map<String, Source> value) {
      sources = value;
      return this;
    }

    /**
     * Says that a parameter cannot be used.
     *
     * @param parameter its name, such as {@code coord.now}
     * @param problem what is wrong, one sentence without its full stop
     * @param remedy what to do, with its full stop
     */
    public Builder mistake(String parameter, String problem, String remedy) {
      mistakes.add(Problems.parameter(parameter, problem, remedy));
      return this;
    }

    /** Whether what cannot be told only warns. */
    public Builder lenient(boolean value) {
      lenient = value;
      return this;
    }

    /** Whether rows that passed are listed too. */
    public Builder verbose(boolean value) {
      verbose = value;
      return this;
    }

    /** Whether what the run comes to is recorded in git. */
    public Builder record(boolean value) {
      record = value;
      return this;
    }

    /** Whether the commands of gates are run. */
    public Builder allowCommands(boolean value) {
      allowCommands = value;
      return this;
    }

    /** How coord's own verdicts are written for other programs. */
    public Builder verdicts(Optional<Set<VerdictFormat>> value) {
      verdicts = value;
      return this;
    }

    /** Where the site is published. */
    public Builder siteUrl(Optional<String> value) {
      siteUrl = value;
      return this;
    }

    /** What runs the goal again, as the user would type it. */
    public Builder command(String value) {
      command = value;
      return this;
    }

    /** The prefix of coord's goals, where Maven is known to find them by it. */
    public Builder prefix(Optional<String> value) {
      prefix = value;
      return this;
    }

    /** Environment variables. */
    public Builder environment(Map<String, String> value) {
      environment = value;
      return this;
    }

    /** The version of coord. */
    public Builder version(String value) {
      version = value;
      return this;
    }

    /** The settings. */
    public Settings build() {
      return new Settings(
          directory,
          workingDirectory,
          plan,
          outputDirectory,
          templateDirectory,
          workstream,
          base,
          before,
          now,
          clock,
          outputTimestamp,
          sessionStart,
          buildProblem,
          builtModules,
          sources,
          mistakes,
          lenient,
          verbose,
          record,
          allowCommands,
          verdicts,
          siteUrl,
          command,
          prefix.orElse(COORDINATES + version),
          environment,
          version);
    }
  }
}
