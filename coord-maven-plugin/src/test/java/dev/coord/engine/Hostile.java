package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
import dev.coord.testing.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;

/**
 * A project whose every gate holds, with a secret and a listening server beside it: whatever is put
 * into it, nothing may be written but the site, nothing asked of the server, and nothing told of
 * the secret.
 */
final class Hostile implements AutoCloseable {

  static final String SECRET = "open-sesame-4711";

  private final Path around;
  private final GitProject project;
  private final ServerSocket server;

  /** A project to begin with; making one takes git longer than copying it. */
  static GitProject prototype(Path directory) {
    return Team.checkout(directory.resolve("prototype"));
  }

  Hostile(GitProject prototype, Path around) {
    this.around = around;
    project = prototype.at(around.resolve("shop"));
    try {
      copy(prototype.directory(), project.directory());
      Files.writeString(around.resolve("secret.txt"), SECRET + "\n");
      server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
      server.setSoTimeout(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        if (!file.startsWith(from.resolve(".git/hooks"))) {
          Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  GitProject project() {
    return project;
  }

  Path secret() {
    return around.resolve("secret.txt");
  }

  /** An address that must not be asked. */
  String address() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/x";
  }

  /** Judges, sees that nothing was written, and gives what the console says. */
  String checkSays(Overall overall) {
    SortedMap<String, String> before = Snapshot.of(around);

    String said = says(overall, new Coord().check(settings()));

    assertThat(Snapshot.of(around)).isEqualTo(before);
    return said;
  }

  /** Writes the site, sees that nothing else was written, and gives what the console says. */
  String siteSays(Overall overall) {
    SortedMap<String, String> before = withoutSite();

    String said = says(overall, new Coord().site(settings()));

    assertThat(withoutSite()).as("what lies beside the site").isEqualTo(before);
    assertThat(siteText()).isNotEmpty().noneMatch(text -> text.contains(SECRET));
    return said;
  }

  private Settings settings() {
    return Settings.in(project.directory()).build();
  }

  private String says(Overall overall, Result result) {
    String said =
        result.failure()
            + "\n"
            + String.join("\n", result.console().stream().map(ConsoleLine::text).toList());
    assertThat(result.overall()).as(said).isEqualTo(overall);
    assertThat(said).doesNotContain(SECRET);
    assertNobodyAsked();
    return said;
  }

  private void assertNobodyAsked() {
    try (var asked = server.accept()) {
      throw new AssertionError("the server was asked by " + asked);
    } catch (SocketTimeoutException e) {
      assertThat(server.isBound()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SortedMap<String, String> withoutSite() {
    SortedMap<String, String> all = Snapshot.of(around);
    all.keySet().removeIf(path -> path.startsWith("shop/target/coord"));
    return all;
  }

  private List<String> siteText() {
    try (var files = Files.walk(project.path("target/coord"))) {
      return files.filter(Files::isRegularFile).map(Hostile::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
