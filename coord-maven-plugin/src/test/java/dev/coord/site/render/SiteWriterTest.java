package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {

  static final Map<String, byte[]> OLD = files("index.html", "old", "gone/x.html", "old x");
  static final Map<String, byte[]> NEW =
      files("index.html", "new", "index.html.md", "# new", "workstreams/td1.html", "td1");

  @TempDir Path temp;

  @Test
  void the_files_and_a_manifest_of_them_are_written() throws IOException {
    Path out = temp.resolve("target/coord");

    WriteResult result = new SiteWriter().write(out, NEW);

    assertThat(result).isEqualTo(new WriteResult(out.toRealPath(), true, 3));
    assertThat(content(out))
        .containsOnlyKeys(
            "coord-manifest.txt", "index.html", "index.html.md", "workstreams/td1.html")
        .containsEntry("workstreams/td1.html", "td1");
    assertThat(content(out).get("coord-manifest.txt"))
        .isEqualTo(
            """
            # Files of a site that coord wrote, with their CRC-32.
            6be34445  index.html
            74d390a0  index.html.md
            fcf6b707  workstreams/td1.html
            """);
  }

  @Test
  void a_site_is_replaced_as_a_whole_and_nothing_is_left_beside_it() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, OLD);

    assertThat(new SiteWriter().write(out, NEW).written()).isTrue();

    assertThat(content(out)).doesNotContainKey("gone/x.html").containsEntry("index.html", "new");
    assertThat(names(temp)).containsExactly("coord");
  }

  @Test
  void the_same_files_again_touch_nothing() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, NEW);
    FileTime then = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    List<Path> all = tree(temp);
    for (Path path : all) {
      Files.setLastModifiedTime(path, then);
    }

    WriteResult result = new SiteWriter().write(out, new TreeMap<>(NEW));

    assertThat(result.written()).isFalse();
    assertThat(result.files()).isEqualTo(3);
    assertThat(tree(temp)).isEqualTo(all);
    for (Path path : all) {
      assertThat(Files.getLastModifiedTime(path)).as("%s", path).isEqualTo(then);
    }
  }

  @Test
  void a_file_that_was_changed_by_hand_is_written_again() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, NEW);
    Files.writeString(out.resolve("index.html"), "bad"); // as long as before

    assertThat(new SiteWriter().write(out, NEW).written()).isTrue();
    assertThat(content(out)).containsEntry("index.html", "new");
  }

  @Test
  void a_file_that_was_deleted_is_written_again() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, NEW);
    Files.delete(out.resolve("index.html"));

    assertThat(new SiteWriter().write(out, NEW).written()).isTrue();
    assertThat(content(out)).containsEntry("index.html", "new");
  }

  @Test
  void what_file_managers_leave_is_nobodys() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, OLD);
    Files.writeString(out.resolve(".DS_Store"), "x");

    assertThat(new SiteWriter().write(out, OLD).written()).isFalse();
    assertThat(new SiteWriter().write(out, NEW).written()).isTrue();
  }

  @Test
  void leftovers_of_killed_runs_are_swept() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, NEW);
    Files.createDirectories(temp.resolve(".coord-coord.new/workstreams"));
    Files.writeString(temp.resolve(".coord-coord.new/index.html"), "half");
    Files.createDirectories(temp.resolve(".coord-coord.old"));
    Files.writeString(temp.resolve(".coord-coord.lock"), "someone");

    assertThat(new SiteWriter().write(out, NEW).written()).isFalse();
    assertThat(names(temp)).containsExactly("coord");
  }

  @Test
  void a_leftover_that_is_a_link_is_deleted_and_not_followed() throws IOException {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("precious.txt"), "keep");
    Files.createSymbolicLink(temp.resolve(".coord-coord.old"), elsewhere);
    Files.createSymbolicLink(temp.resolve(".coord-coord.new"), elsewhere);

    new SiteWriter().write(temp.resolve("coord"), NEW);

    assertThat(names(temp)).containsExactly("coord", "elsewhere");
    assertThat(elsewhere.resolve("precious.txt")).hasContent("keep");
  }

  @Test
  void a_full_disk_is_reported_with_the_file_and_leaves_the_old_site() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, OLD);
    FileOperations full =
        new FailingDisk(
            (operation, path) -> {
              if (operation.equals("write") && path.endsWith("index.html.md")) {
                throw new FileSystemException(path.toString(), null, "No space left on device");
              }
            });

    assertThatThrownBy(() -> new SiteWriter(List.of(), full).write(out, NEW))
        .isInstanceOf(SiteWriteException.class)
        .hasMessage(
            "cannot write "
                + out.toRealPath().resolve("index.html.md")
                + ": No space left on device. The site that was there is untouched; see to the"
                + " cause and run again.");
    assertThat(content(out)).containsEntry("index.html", "old").containsKey("gone/x.html");
    assertThat(names(temp)).containsExactly("coord");
  }

  @Test
  void a_directory_that_cannot_be_swapped_in_is_put_back() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, OLD);
    FileOperations stubborn =
        new FailingDisk(
            (operation, path) -> {
              if (operation.equals("rename") && path.endsWith(".coord-coord.new")) {
                throw new FileSystemException(path.toString(), null, "in use");
              }
            });

    assertThatThrownBy(() -> new SiteWriter(List.of(), stubborn).write(out, NEW))
        .isInstanceOf(SiteWriteException.class)
        .hasMessageStartingWith("cannot replace " + out.toRealPath() + ": in use. ");
    assertThat(content(out)).containsEntry("index.html", "old");
    assertThat(names(temp)).containsExactly("coord");
  }

  @Test
  void an_old_site_that_cannot_be_deleted_is_swept_by_the_next_run() throws IOException {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, OLD);
    FileOperations sticky =
        new FailingDisk(
            (operation, path) -> {
              if (operation.equals("delete") && path.toString().contains(".coord-coord.old")) {
                throw new FileSystemException(path.toString(), null, "in use");
              }
            });

    assertThat(new SiteWriter(List.of(), sticky).write(out, NEW).written()).isTrue();
    assertThat(content(out)).containsEntry("index.html", "new");
    assertThat(names(temp)).containsExactly(".coord-coord.old", "coord");

    assertThat(new SiteWriter().write(out, NEW).written()).isFalse();
    assertThat(names(temp)).containsExactly("coord");
  }

  @Test
  void several_runs_at_once_wait_for_each_other() throws Exception {
    Path out = temp.resolve("coord");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<WriteResult>> runs =
        IntStream.range(0, 100)
            .<Callable<WriteResult>>mapToObj(
                i -> () -> new SiteWriter().write(out, files("index.html", "run " + i)))
            .toList();
    try {
      for (Future<WriteResult> run : threads.invokeAll(runs)) {
        assertThat(run.get().written()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(content(out).get("index.html")).matches("run \\d+");
    assertThat(names(temp)).containsExactly("coord");
  }

  @Test
  void a_look_while_another_run_swaps_the_directory_neither_fails_nor_refuses() throws Exception {
    Path out = temp.resolve("coord");
    new SiteWriter().write(out, OLD);
    Map<String, byte[]> written = new TreeMap<>(OLD);
    written.put(Manifest.NAME, Manifest.of(OLD));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> swaps = other.submit(() -> swapOften(out, temp.resolve(".coord-coord.old")));
      int seen = 0;
      while (!swaps.isDone()) {
        OutputDirectory looked = OutputDirectory.of(out, List.of());
        SiteSwap swap = new SiteSwap(looked.path(), new FileOperations.Disk());
        seen += SiteWriter.isUpToDate(looked, swap, written) ? 1 : 0;
      }
      swaps.get();
      assertThat(seen).isPositive();
    } finally {
      other.shutdown();
    }
  }

  private static Void swapOften(Path directory, Path old) throws IOException {
    for (int i = 0; i < 20_000; i++) {
      Files.move(directory, old);
      Files.move(old, directory);
    }
    return null;
  }

  static Map<String, byte[]> files(String... namesAndContents) {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      files.put(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  static Map<String, String> content(Path directory) throws IOException {
    Map<String, String> content = new TreeMap<>();
    for (Path path : tree(directory)) {
      if (Files.isRegularFile(path)) {
        content.put(directory.relativize(path).toString(), Files.readString(path));
      }
    }
    return content;
  }

  static List<Path> tree(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted().toList();
    }
  }

  static List<String> names(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
