import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of Maven: offline, with a local repository and a home of its own.
 *
 * <p>MAVEN_BASEDIR names a directory without {@code .mvn}, so that both sides have the flags that
 * are given here and no others.
 */
final class Maven {

  private final Bench bench;

  private Optional<Path> home = Optional.empty();
  private Optional<Path> programs = Optional.empty();
  private final List<String> flags = new ArrayList<>();

  Maven(Bench bench) {
    this.bench = bench;
    flags.addAll(bench.options.flags);
  }

  /** One more flag of the JVM. */
  Maven flag(String flag) {
    flags.add(flag);
    return this;
  }

  /** Another home. */
  Maven home(Path directory) {
    home = Optional.of(directory);
    return this;
  }

  /** Programs that are found before those of the PATH. */
  Maven programs(Path directory) {
    programs = Optional.of(directory);
    return this;
  }

  /** {@code mvn validate} on an empty POM. */
  Shell.Ran validate() {
    Path directory = bench.directory("empty");
    Path pom = directory.resolve("pom.xml");
    if (!Files.exists(pom)) {
      Trees.write(
          pom,
          """
          <project>
            <modelVersion>4.0.0</modelVersion>
            <groupId>none</groupId>
            <artifactId>none</artifactId>
            <version>1</version>
            <packaging>pom</packaging>
          </project>
          """);
    }
    return run(directory, List.of("validate")).orFail("mvn validate");
  }

  /** {@code coord:site} without the site of an earlier run. */
  Shell.Ran firstSite(Repository repository) {
    Trees.delete(repository.site());
    return site(repository);
  }

  /** {@code coord:site}; that gates do not hold is no matter here, that no page is written is. */
  Shell.Ran site(Repository repository) {
    Shell.Ran ran = goal(repository, "-Dcoord.failOnViolation=false");
    if (!Files.exists(repository.site().resolve("index.html"))
        || !Trees.read(repository.site().resolve("gates.html")).contains("<table")) {
      throw new Shell.FailedException("no site of " + repository.name() + ":\n" + ran.output());
    }
    return ran;
  }

  /** The goal when it does nothing. */
  Shell.Ran skipped(Repository repository) {
    return goal(repository, "-Dcoord.skip=true");
  }

  private Shell.Ran goal(Repository repository, String option) {
    return run(
            repository.place(),
            List.of(bench.stage().goal(repository), "-Dcoord.now=" + repository.now(), option))
        .orFail("coord:site of " + repository.name());
  }

  /** Any other call. */
  Shell.Ran run(Path directory, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(bench.options.maven));
    command.addAll(Stage.options(bench));
    command.add("-o");
    command.addAll(arguments);
    return bench.shell.run(directory, environment(), command);
  }

  private Map<String, String> environment() {
    Path directory = home.orElse(bench.home());
    Map<String, String> environment = Shell.environment(directory);
    List<String> options = new ArrayList<>(List.of("-Duser.home=" + directory));
    options.addAll(flags);
    environment.put("MAVEN_OPTS", String.join(" ", options));
    environment.put("MAVEN_SKIP_RC", "1");
    environment.put("MAVEN_BASEDIR", bench.directory("base").toString());
    programs.ifPresent(
        found -> environment.merge("PATH", "", (path, none) -> found + ":" + path));
    return environment;
  }
}
