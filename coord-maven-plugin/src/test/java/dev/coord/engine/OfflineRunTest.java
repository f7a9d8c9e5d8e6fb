package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.testing.Snapshot;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ProtocolFamily;
import java.net.Socket;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole run in a JVM of its own, with a home directory that was never used, a {@code git} that
 * leaves a mark, and a network that refuses everything.
 */
class OfflineRunTest {

  @TempDir Path directory;

  /** What the other JVM does. */
  public static final class Run {

    private Run() {}

    @SuppressWarnings("deprecation")
    public static void main(String[] arguments) throws IOException {
      Socket.setSocketImplFactory(() -> refuse("a socket"));
      URL.setURLStreamHandlerFactory(
          protocol -> protocol.startsWith("http") ? refuse("an address") : null);
      if (arguments[1].equals("network")) {
        useTheNetwork();
      }
      for (String directory : arguments[0].split(File.pathSeparator)) {
        Result result = new Coord().site(Settings.in(Path.of(directory)).build());
        if (result.overall() != Overall.PASSED) {
          throw new IllegalStateException(result.failure());
        }
      }
    }

    private static <T> T refuse(String what) {
      throw new IllegalStateException("no network: " + what);
    }

    private static void useTheNetwork() throws IOException {
      int refused = 0;
      for (Use use : List.<Use>of(Run::resolve, Run::connect, Run::open, Run::fetch)) {
        try {
          use.run();
        } catch (IllegalStateException | UnknownHostException | MalformedURLException e) {
          refused++;
        }
      }
      throw new IllegalStateException(refused + " of 4 uses of the network were refused");
    }

    private interface Use {
      void run() throws IOException;
    }

    private static void resolve() throws IOException {
      InetAddress.getByName("example.org");
    }

    private static void connect() throws IOException {
      new Socket(InetAddress.getLoopbackAddress(), 9).close();
    }

    private static void open() throws IOException {
      SocketChannel.open().close();
    }

    private static void fetch() throws IOException {
      new URL("http://127.0.0.1:9/").openStream().close();
    }
  }

  /** Channels that cannot be opened. */
  public static final class NoChannels extends SelectorProvider {
    @Override
    public DatagramChannel openDatagramChannel() {
      return Run.refuse("a channel");
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
      return Run.refuse("a channel");
    }

    @Override
    public Pipe openPipe() {
      return Run.refuse("a pipe");
    }

    @Override
    public AbstractSelector openSelector() {
      return Run.refuse("a selector");
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
      return Run.refuse("a channel");
    }

    @Override
    public SocketChannel openSocketChannel() {
      return Run.refuse("a channel");
    }
  }

  @Test
  void a_run_writes_the_site_starts_nothing_and_asks_nobody()
      throws IOException, InterruptedException {
    GitProject shop = Team.checkout(directory.resolve("shop"));
    Team.reports(shop.worktree(directory.resolve("linked"), "topic/other"));
    shop.edit("coord.yml", "branch: feature/catalog", "branch: topic/other").commit("Rename");
    shop.git("update-ref", "refs/heads/main", "HEAD");
    shop.git("worktree", "add", "-q", "--detach", directory.resolve("third").toString());
    SortedMap<String, String> before = Snapshot.of(directory);

    assertThat(run("offline", "shop", "linked")).isEmpty();

    SortedMap<String, String> after = Snapshot.of(directory);
    for (String worktree : List.of("shop", "linked")) {
      String site = worktree + "/target/coord";
      assertThat(after).containsKey(site + "/index.html");
      after.keySet().removeIf(path -> path.equals(site) || path.startsWith(site + "/"));
    }
    after.keySet().removeIf(path -> path.equals("programs") || path.startsWith("programs/"));
    after.remove("home");
    assertThat(after).isEqualTo(before);
    assertThat(Snapshot.of(directory.resolve("home"))).isEmpty();
    assertThat(directory.resolve("started")).doesNotExist();
  }

  @Test
  void a_use_of_the_network_would_have_been_seen() throws IOException, InterruptedException {
    Team.checkout(directory.resolve("shop"));

    assertThat(run("network", "shop")).contains("4 of 4 uses of the network were refused");
  }

  /** Runs the other JVM, and gives what it prints. */
  private String run(String how, String... worktrees) throws IOException, InterruptedException {
    Path home = Files.createDirectories(directory.resolve("home"));
    Path programs = Files.createDirectories(directory.resolve("programs"));
    for (String program : List.of("git", "bash", "sh", "uname", "cygpath", "stty")) {
      Path script = programs.resolve(program);
      Files.writeString(script, "#!/bin/sh\necho $0 >> " + directory.resolve("started") + "\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    Path hosts = Files.writeString(programs.resolve("hosts"), "");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + home,
            "-Djdk.net.hosts.file=" + hosts,
            "-Djava.nio.channels.spi.SelectorProvider=" + NoChannels.class.getName(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Run.class.getName(),
            Stream.of(worktrees)
                .map(worktree -> directory.resolve(worktree).toString())
                .collect(Collectors.joining(File.pathSeparator)),
            how);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("PATH", programs.toString());
    environment.put("GIT_DIR", directory.resolve("nowhere").toString());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new String(output, StandardCharsets.UTF_8);
  }
}
