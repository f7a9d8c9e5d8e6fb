package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.assess.Overall;
import dev.coord.testing.Many;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that do not come to their end. */
class BreakdownTest {

  @TempDir Path directory;

  @Test
  void out_of_memory_no_green_site_of_an_earlier_run_stays() throws Exception {
    plan(1);
    assertThat(run("256m")).isEqualTo("PASSED");
    assertThat(page()).contains("<title>Dashboard · shop</title>");

    plan(30_000);

    assertThat(run("24m"))
        .isEqualTo(
            "ERROR Nothing was judged: Maven's memory does not suffice for this plan and what is held"
                + " against it. Give it more, such as MAVEN_OPTS=-Xmx1g, or make the plan smaller.");
    assertThat(Jsoup.parse(page()).text())
        .contains("Nothing was judged", "such as MAVEN_OPTS=-Xmx1g");
    assertThat(Files.readString(directory.resolve("target/coord/status.json")))
        .contains("\"result\": \"error\"");
  }

  @Test
  void an_error_of_coords_own_is_thrown_after_it_was_told() {
    IllegalStateException thrown = new IllegalStateException("x");
    Breakdown breakdown = Breakdown.of(thrown);

    assertThat(breakdown.outcome(settings(), Opened.at(directory)).problems())
        .singleElement()
        .asString()
        .contains("coord broke down by an error of its own (java.lang.IllegalStateException)");
    assertThatThrownBy(() -> breakdown.orThrown(result())).isSameAs(thrown);
  }

  @Test
  void memory_that_another_thread_ran_out_of_is_told_too() {
    Breakdown breakdown = Breakdown.of(new CompletionException(new OutOfMemoryError()));

    assertThat(breakdown.orThrown(result()).overall()).isEqualTo(Overall.ERROR);
  }

  private static Result result() {
    return new Result(Overall.ERROR, List.of(), List.of(), "x");
  }

  private Settings settings() {
    return Settings.in(directory).build();
  }

  private void plan(int tasks) throws IOException {
    Files.writeString(
        directory.resolve("coord.yml"),
        "coord: 1\nproject: {name: shop}\ngates: [{declared: {by: ana, says: Fine.}}]\n"
            + "workstreams: [{id: a, tasks: "
            + Many.list(tasks, i -> "\"[ ] Task " + i + "\"")
            + "}]\n");
  }

  private String page() throws IOException {
    return Files.readString(directory.resolve("target/coord/index.html"));
  }

  /** Runs coord in a JVM of its own, for one without memory is of no use to other tests. */
  private String run(String memory) throws Exception {
    Path out = directory.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OneRun.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out).strip();
  }

  /** Writes a site, and says what it came to. */
  static final class OneRun {
    private OneRun() {}

    public static void main(String[] args) {
      Result result = new Coord().site(Settings.in(Path.of(args[0])).build());
      System.out.println((result.overall() + " " + result.failure()).strip());
    }
  }
}
