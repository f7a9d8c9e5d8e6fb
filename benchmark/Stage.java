import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Coord as this checkout has it, built in a copy and installed into a repository of its own, with
 * its demonstration.
 *
 * @param sample the repository that the demonstration makes
 * @param version coord's
 * @param classPath coord and what it needs, as Maven loads it
 */
record Stage(Repository sample, String version, String classPath) {

  private static final Set<String> LEFT_BEHIND = Set.of(".git", ".idea", "target", "benchmark");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>coord-parent</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern LOADED =
      Pattern.compile("Included: ([^:\\s]+):([^:\\s]+):jar:(?:[^:\\s]+:)?([^:\\s]+)\\s*$");

  /** What keeps Maven away from the network and from the user's files. */
  static List<String> options(Bench bench) {
    return List.of(
        "-B",
        "-ntp",
        "-s",
        settings(bench).toString(),
        "-Dmaven.repo.local=" + repository(bench));
  }

  private static Path repository(Bench bench) {
    return bench.work.resolve("repository");
  }

  static Stage of(Bench bench) {
    Path copy = bench.work.resolve("coord");
    Path stamp = bench.work.resolve("coord.stamp");
    String sources = sources(bench.checkout);
    if (!Trees.read(stamp).equals(sources)) {
      Trees.delete(copy);
      Trees.copy(bench.checkout, copy, LEFT_BEHIND);
      Progress.say("building coord and its demonstration");
      demonstrate(bench, copy);
      Trees.write(stamp, sources);
    }
    Matcher version = VERSION.matcher(Trees.read(copy.resolve("pom.xml")));
    if (!version.find()) {
      throw new Shell.FailedException("the version of coord is not in its pom.xml");
    }
    Path demo = copy.resolve("sample-project/target/demo");
    Repository sample =
        new Repository(
            "sample",
            demo,
            demo,
            "main",
            LocalDate.now(ZoneOffset.UTC).toString(),
            "the demonstration of sample-project");
    return new Stage(sample, version.group(1), classPath(bench, sample));
  }

  private static void demonstrate(Bench bench, Path copy) {
    Map<String, String> environment = Shell.environment(bench.home());
    environment.put("MAVEN_OPTS", "-Duser.home=" + bench.home());
    environment.put("MAVEN_SKIP_RC", "1");
    Path programs = bench.directory("programs");
    if (bench.options.maven.contains("/")) {
      link(programs.resolve("mvn"), Path.of(bench.options.maven));
      environment.merge("PATH", "", (path, none) -> programs + ":" + path);
    }
    List<String> command = new ArrayList<>(List.of("sh", "sample-project/demo.sh"));
    command.addAll(options(bench));
    bench
        .shell
        .run(copy, environment, command)
        .orFail(
            "sample-project/demo.sh (everything but coord is taken from "
                + bench.options.localRepository
                + "; \"mvn verify\" in the checkout puts it there)");
  }

  private static void link(Path link, Path target) {
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample declares the plugin; elsewhere it needs its whole name. */
  String goal(Repository repository) {
    return repository.equals(sample)
        ? "coord:site"
        : "dev.coord:coord-maven-plugin:" + version + ":site";
  }

  /** The jars that Maven says it loads for the goal, and the interface for logs that it lends. */
  private static String classPath(Bench bench, Repository sample) {
    String log =
        new Maven(bench)
            .run(sample.place(), List.of("-X", "coord:site", "-Dcoord.skip=true"))
            .orFail("mvn -X coord:site")
            .output();
    List<String> jars = new ArrayList<>();
    log.lines()
        .map(LOADED::matcher)
        .filter(Matcher::find)
        .map(
            jar ->
                repository(bench)
                    .resolve(jar.group(1).replace('.', '/'))
                    .resolve(jar.group(2))
                    .resolve(jar.group(3))
                    .resolve(jar.group(2) + "-" + jar.group(3) + ".jar"))
        .filter(Files::exists)
        .map(Path::toString)
        .distinct()
        .forEach(jars::add);
    if (jars.stream().noneMatch(jar -> jar.contains("coord-maven-plugin"))) {
      throw new Shell.FailedException("Maven does not say what it loads for coord");
    }
    try (Stream<Path> found = Files.walk(repository(bench).resolve("org/slf4j"))) {
      found
          .filter(path -> path.getFileName().toString().matches("slf4j-api-[0-9.]+\\.jar"))
          .sorted()
          .findFirst()
          .ifPresent(jar -> jars.add(jar.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join(":", jars);
  }

  private static Path settings(Bench bench) {
    Path file = bench.work.resolve("settings.xml");
    if (!Files.exists(file)) {
      Trees.write(file, SETTINGS.formatted(bench.options.localRepository.toUri()));
    }
    return file;
  }

  /** Names, sizes and times of all that coord is built from. */
  private static String sources(Path checkout) {
    StringBuilder sources = new StringBuilder();
    for (String part :
        List.of("coord-maven-plugin/src", "coord-site-templates/src", "sample-project", ".mvn")) {
      Trees.listed(checkout.resolve(part)).entrySet().stream()
          .filter(entry -> !entry.getKey().contains("target/"))
          .forEach(entry -> sources.append(entry).append('\n'));
    }
    for (String pom : List.of("", "coord-maven-plugin/", "coord-site-templates/")) {
      sources.append(Trees.read(checkout.resolve(pom + "pom.xml")));
    }
    return sources.toString();
  }

  private static final String SETTINGS =
      """
      <settings>
        <interactiveMode>false</interactiveMode>
        <mirrors>
          <mirror>
            <id>outer</id>
            <mirrorOf>*</mirrorOf>
            <url>%s</url>
          </mirror>
        </mirrors>
        <profiles>
          <profile>
            <id>quiet</id>
            <repositories>
              <repository>
                <id>central</id>
                <url>https://repo.maven.apache.org/maven2</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
              </repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository>
                <id>central</id>
                <url>https://repo.maven.apache.org/maven2</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
              </pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles>
          <activeProfile>quiet</activeProfile>
        </activeProfiles>
      </settings>
      """;
}
