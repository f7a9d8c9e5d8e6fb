package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is stopped before each of its steps in turn, and everything after that fails as well. */
class KilledWhileWritingTest {

  private static final Map<String, byte[]> THIRD = SiteWriterTest.files("index.html", "third");

  @TempDir Path temp;

  /** Stands for the end of the process: nothing catches it, nothing cleans up. */
  @SuppressWarnings("serial")
  private static final class Killed extends Error {}

  @Test
  void a_kill_before_any_step_leaves_the_old_site_or_the_new_one() throws IOException {
    Map<String, String> old = written(temp.resolve("expected-old"), SiteWriterTest.OLD);
    Map<String, String> fresh = written(temp.resolve("expected-new"), SiteWriterTest.NEW);
    int gaps = 0;
    int steps = steps(temp.resolve("count"), true);
    assertThat(steps).isGreaterThan(12);
    for (int step = 1; step <= steps; step++) {
      Path out = start(temp.resolve("run-" + step), true);
      kill(out, step);

      if (Files.exists(out)) {
        assertThat(SiteWriterTest.content(out)).as("after step %d", step).isIn(old, fresh);
      } else {
        gaps++;
      }
    }
    assertThat(gaps).as("moments without a site").isEqualTo(1);
  }

  @Test
  void the_next_run_heals_what_a_kill_left() throws IOException {
    for (boolean replaces : List.of(true, false)) {
      Map<String, String> fresh = written(temp.resolve("new-" + replaces), SiteWriterTest.NEW);
      int steps = steps(temp.resolve("count-" + replaces), replaces);
      for (int step = 1; step <= steps; step++) {
        Path out = start(temp.resolve("run-" + replaces + step), replaces);
        kill(out, step);

        new SiteWriter().write(out, SiteWriterTest.NEW);

        assertThat(SiteWriterTest.content(out)).as("after step %d", step).isEqualTo(fresh);
        assertThat(SiteWriterTest.names(out.getParent())).containsExactly("coord");
      }
    }
  }

  @Test
  void a_run_that_is_killed_while_it_heals_is_healed_as_well() throws IOException {
    Map<String, String> third = written(temp.resolve("third"), THIRD);
    int steps = steps(temp.resolve("count"), true);
    for (int first = 1; first <= steps; first++) {
      for (int second = 1; second <= 6; second++) {
        Path out = start(temp.resolve("run-" + first + "-" + second), true);
        kill(out, first);
        kill(out, second);

        new SiteWriter().write(out, THIRD);

        assertThat(SiteWriterTest.content(out)).isEqualTo(third);
        assertThat(SiteWriterTest.names(out.getParent())).containsExactly("coord");
      }
    }
  }

  @Test
  void a_kill_in_the_gap_is_healed_with_the_new_site_even_if_the_next_run_fails()
      throws IOException {
    Map<String, String> fresh = written(temp.resolve("expected"), SiteWriterTest.NEW);
    int steps = steps(temp.resolve("count"), true);
    for (int step = 1; step <= steps; step++) {
      Path out = start(temp.resolve("run-" + step), true);
      kill(out, step);
      if (Files.notExists(out)) {
        FileOperations full =
            new FailingDisk(
                (operation, path) -> {
                  if (operation.equals("write")) {
                    throw new IOException("disk full");
                  }
                });
        assertThatThrownBy(() -> new SiteWriter(List.of(), full).write(out, THIRD))
            .isInstanceOf(SiteWriteException.class);
        assertThat(SiteWriterTest.content(out)).isEqualTo(fresh);
        return;
      }
    }
    throw new AssertionError("there was no gap");
  }

  private static Path start(Path parent, boolean replaces) throws IOException {
    Path out = parent.resolve("coord");
    if (replaces) {
      new SiteWriter().write(out, SiteWriterTest.OLD);
    }
    return out;
  }

  private static int steps(Path parent, boolean replaces) throws IOException {
    Path out = start(parent, replaces);
    AtomicInteger steps = new AtomicInteger();
    new SiteWriter(List.of(), new FailingDisk((operation, path) -> steps.incrementAndGet()))
        .write(out, SiteWriterTest.NEW);
    return steps.get();
  }

  /** Writes the new site up to a step; the run may be shorter than that. */
  private static void kill(Path out, int step) throws IOException {
    AtomicInteger steps = new AtomicInteger();
    FileOperations disk =
        new FailingDisk(
            (operation, path) -> {
              if (steps.incrementAndGet() >= step) {
                if (operation.equals("write") && steps.get() == step) {
                  Files.writeString(path, "half"); // a file is not written in one go
                }
                throw new Killed();
              }
            });
    try {
      new SiteWriter(List.of(), disk).write(out, SiteWriterTest.NEW);
    } catch (Killed e) {
      assertThat(steps.get()).isGreaterThanOrEqualTo(step);
    }
  }

  private static Map<String, String> written(Path out, Map<String, byte[]> files)
      throws IOException {
    new SiteWriter().write(out, files);
    return new TreeMap<>(SiteWriterTest.content(out));
  }
}
