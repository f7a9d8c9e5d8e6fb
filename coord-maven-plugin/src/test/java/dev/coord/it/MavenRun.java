package dev.coord.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A real Maven, without a network, a user's settings or a CI's variables: in a process of its own
 * where the test asks for another Maven or for variables, else in one that has run others before.
 *
 * <p>It runs the plugin that this build has staged; everything else is copied from the local
 * repository of this build as from a remote one.
 */
final class MavenRun {

  static final String VERSION = property("coord.it.version");
  static final String PLUGIN = "dev.coord:coord-maven-plugin:" + VERSION + ":";

  private static final Path LOCAL = Path.of(property("coord.it.localRepository"));
  private static final Path OUTER = Path.of(property("coord.it.outerRepository"));
  private static final long SECONDS = 300;

  /** What starts sooner. That the virtual machine accepts coord's classes is another test. */
  private static final String QUICK =
      "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto"
          + " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

  private static final WarmMavens WARM = new WarmMavens(Maven.own(), cleaned());

  private final Path directory;
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> variables = new TreeMap<>();
  private Maven maven = Maven.own();

  private MavenRun(Path directory) {
    this.directory = directory;
  }

  static MavenRun in(Path directory) {
    return new MavenRun(directory);
  }

  static MavenRun in(GitProject project) {
    return in(project.directory());
  }

  /** The Maven to run; else that of this build. */
  MavenRun by(Maven other) {
    maven = other;
    return this;
  }

  /** Options and goals as the user would type them. */
  MavenRun with(String... options) {
    arguments.addAll(List.of(options));
    return this;
  }

  /** A variable of the environment. */
  MavenRun env(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Runs a goal by full coordinates, as in a directory without a POM. */
  MavenResult goal(String name) {
    return with(PLUGIN + name).run();
  }

  /** Runs what was given. */
  MavenResult run() {
    List<String> words = new ArrayList<>(options());
    words.addAll(arguments);
    if (needsNoProcessOfItsOwn()) {
      return WARM.run(directory, words, SECONDS);
    }
    words.add(0, maven.script().toString());
    return start(words, directory, environment(), SECONDS);
  }

  private boolean needsNoProcessOfItsOwn() {
    return variables.isEmpty()
        && maven.equals(Maven.own())
        && WarmMaven.canRun(maven)
        && Files.notExists(directory.resolve(".mvn/jvm.config"));
  }

  /** What keeps a Maven away from the network and from the user's files. */
  static List<String> options() {
    return options(LOCAL);
  }

  /** The same with a local repository of one's own, for those who install coord themselves. */
  static List<String> options(Path repository) {
    return List.of("-B", "-ntp", "-s", settings().toString(), "-Dmaven.repo.local=" + repository);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = cleaned();
    environment.putAll(variables);
    // So that no .mvn of a directory above becomes the root of a build in a temporary directory.
    environment.putIfAbsent("MAVEN_BASEDIR", directory.toString());
    return environment;
  }

  /** The little of this process's environment that a build needs. */
  static Map<String, String> cleaned() {
    Map<String, String> environment = new TreeMap<>();
    for (String name : List.of("PATH", "JAVA_HOME", "TMPDIR")) {
      String value = System.getenv(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    environment.put("HOME", userHome().toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("MAVEN_SKIP_RC", "1");
    environment.put("MAVEN_OPTS", "-Duser.home=" + userHome() + " " + QUICK);
    return environment;
  }

  static MavenResult start(
      List<String> command, Path directory, Map<String, String> environment, long seconds) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process));
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException(
            command + " did not end within " + seconds + " s:\n" + output.join());
      }
      return new MavenResult(directory, process.exitValue(), output.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path userHome() {
    return created(LOCAL.resolveSibling("it-home"));
  }

  private static Path settings() {
    Path file = userHome().resolve("settings.xml");
    String text =
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
        """
            .formatted(OUTER.toUri());
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.writeString(file, text);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path created(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: run the ITs through mvn verify");
    }
    return value;
  }
}
