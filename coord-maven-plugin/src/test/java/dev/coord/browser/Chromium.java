package dev.coord.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A headless Chromium with a profile of its own, that reaches no other machine. */
final class Chromium {

  /** The browser to use instead of the first one on the path. */
  private static final String PROPERTY = "coord.browser";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Time of the page, which stands still while the browser works. */
  private static final String BUDGET_MILLIS = "600000";

  private static final long PATIENCE_SECONDS = 300;

  private static final Pattern CONSOLE =
      Pattern.compile("^\\[[^]]*:CONSOLE[^]]*] (.*), source: (\\S*) \\(\\d+\\)$");

  /** The browser itself asks as well; only pages have an origin. */
  private static final Pattern REQUEST =
      Pattern.compile("\"initiator\":\"(?!not an origin).*\"url\":\"([^\"]*)\"");

  private final Path executable;

  private Chromium(Path executable) {
    this.executable = executable;
  }

  /** What a page that was opened has left behind. */
  record Visit(Document dom, List<Message> console, List<String> requests) {}

  /** A line of the console. */
  record Message(String text, String source) {}

  /** The program itself. */
  Path executable() {
    return executable;
  }

  static Chromium find() {
    String given = System.getProperty(PROPERTY, "");
    return new Chromium(
        given.isEmpty()
            ? onPath()
                .orElseThrow(
                    () ->
                        new AssertionError(
                            "no Chromium is on the PATH. Install it (apt-get install chromium), or"
                                + " name one with -D"
                                + PROPERTY
                                + "=/path/to/it."))
            : Path.of(given));
  }

  private static Optional<Path> onPath() {
    List<Path> folders =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Opens a page and waits until nothing more happens in it.
   *
   * @param temporary where the profile and the logs may go
   */
  Visit open(URI page, Path temporary) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory(temporary, "chromium");
    Path dom = scratch.resolve("dom.html");
    Path log = scratch.resolve("log.txt");
    Path network = scratch.resolve("network.json");
    Process process =
        start(
            scratch,
            dom,
            log,
            "--log-net-log=" + network,
            "--virtual-time-budget=" + BUDGET_MILLIS,
            "--dump-dom",
            page.toString());
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(
            executable + " gave up:\n" + Files.readString(log, StandardCharsets.UTF_8));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Visit(Jsoup.parse(dom.toFile(), "UTF-8"), console(log), requests(network));
  }

  /**
   * Opens a tab that is told what to do.
   *
   * @param temporary where the profile and the logs may go
   */
  Tab tab(Path temporary) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory(temporary, "chromium");
    Process process =
        start(
            scratch,
            scratch.resolve("out.txt"),
            scratch.resolve("log.txt"),
            "--remote-debugging-port=0",
            "about:blank");
    return Tab.of(process, scratch.resolve("profile"));
  }

  private Process start(Path scratch, Path out, Path log, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                executable.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--user-data-dir=" + scratch.resolve("profile"),
                "--enable-logging=stderr"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(log.toFile())
        .start();
  }

  private static List<Message> console(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8)
        .lines()
        .map(CONSOLE::matcher)
        .filter(Matcher::matches)
        .map(line -> new Message(line.group(1), line.group(2)))
        .toList();
  }

  private static List<String> requests(Path network) throws IOException {
    return Files.readString(network, StandardCharsets.UTF_8)
        .lines()
        .map(REQUEST::matcher)
        .filter(Matcher::find)
        .map(line -> line.group(1))
        .toList();
  }
}
