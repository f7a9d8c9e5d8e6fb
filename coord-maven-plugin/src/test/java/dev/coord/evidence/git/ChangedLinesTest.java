package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.ChangedLines.Doubt;
import dev.coord.evidence.LineSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is told of changed lines against {@code git diff}. */
class ChangedLinesTest {

  private static final Pattern HUNK = Pattern.compile("@@ -\\S+ \\+([0-9]+)(?:,([0-9]+))? @@.*");

  @TempDir Path directory;
  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.write("a.py", numbered(1, 30)).write("gone.py", "1\n");
    repository.write("old/name.py", numbered(100, 40)).commit("Begin");
  }

  private static String numbered(int from, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < from + lines; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString();
  }

  private ChangedLines changed(String from) {
    try (GitRepository git = repository.open()) {
      return git.changedLines(git.resolve(from).orElseThrow(), true).optional().orElseThrow();
    }
  }

  /** The added lines by path, as git tells them of the working tree. */
  private SortedMap<String, List<LineSpan>> git(String from) {
    SortedMap<String, List<LineSpan>> lines = new TreeMap<>();
    String path = "";
    String diff =
        repository.git(
            "-c",
            "core.quotePath=false",
            "diff",
            "-M",
            "-U0",
            "--diff-algorithm=histogram",
            "--no-indent-heuristic",
            "--no-ext-diff",
            from);
    for (String line : diff.lines().toList()) {
      Matcher hunk = HUNK.matcher(line);
      if (line.startsWith("+++ b/")) {
        path = line.substring("+++ b/".length());
      } else if (hunk.matches()) {
        int first = Integer.parseInt(hunk.group(1));
        int size = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        if (size > 0) {
          lines
              .computeIfAbsent(path, any -> new ArrayList<>())
              .add(new LineSpan(first, first + size - 1));
        }
      }
    }
    return lines;
  }

  @Test
  void lines_that_were_added_or_changed_are_told_and_those_around_removed_ones_are_not()
      throws IOException {
    String text = numbered(1, 30).replace("line 3\n", "new\nline three\n").replace("line 9\n", "");
    repository.write("a.py", text + "end\n").write("b.py", "x\ny\n");
    Files.delete(directory.resolve("gone.py"));
    repository.commit("Change");

    assertThat(changed("HEAD~1").files())
        .isEqualTo(git("HEAD~1"))
        .containsEntry("a.py", List.of(new LineSpan(3, 4), new LineSpan(31, 31)))
        .containsEntry("b.py", List.of(new LineSpan(1, 2)))
        .hasSize(2);
    assertThat(changed("HEAD~1").uncommitted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--assume-unchanged", "--skip-worktree"})
  void an_edit_that_git_was_told_not_to_look_at_leaves_the_lines_of_the_file_untold(String flag)
      throws IOException {
    repository.write("same.py", "1\n").commit("Same");
    repository.git("update-index", flag, "a.py", "gone.py", "same.py");
    repository.write("a.py", numbered(1, 31)).write("same.py", "1\n");
    Files.delete(directory.resolve("gone.py"));

    assertThat(changed("HEAD~1").untold()).isEqualTo(Map.of("a.py", Doubt.HIDDEN));
    assertThat(Doubt.HIDDEN.of("a.py"))
        .isEqualTo(
            "which lines of a.py were changed cannot be told: it is not as it is committed, and"
                + " git was told not to look at it (git update-index --assume-unchanged or"
                + " --skip-worktree)");
  }

  @Test
  void what_is_not_committed_counts_and_untracked_files_do_not() {
    repository.write("a.py", "first\n" + numbered(1, 30)).write("untracked.py", "1\n");
    repository.write("staged.py", "1\n2\n").git("add", "staged.py");

    ChangedLines changed = changed("HEAD");

    assertThat(changed.uncommitted()).isTrue();
    assertThat(changed.files())
        .isEqualTo(git("HEAD"))
        .containsOnlyKeys("a.py", "staged.py")
        .containsEntry("a.py", List.of(new LineSpan(1, 1)));
  }

  @Test
  void of_a_moved_file_only_the_lines_count_that_are_not_as_they_were() {
    repository.git("mv", "old/name.py", "renamed.py");
    repository.write("renamed.py", numbered(100, 40).replace("line 120\n", "other\n"));
    repository.commit("Move");
    repository.git("mv", "a.py", "moved.py");

    assertThat(changed("HEAD~1").files())
        .isEqualTo(git("HEAD~1"))
        .containsOnlyKeys("renamed.py")
        .containsEntry("renamed.py", List.of(new LineSpan(21, 21)));
  }

  @Test
  void a_method_between_others_is_new_with_its_own_end() {
    repository.write(
        "A.java", "class A {\n  int a() {\n    return 1;\n  }\n\n  int z() {\n  }\n}\n");
    repository.commit("Methods");
    repository.write(
        "A.java",
        "class A {\n  int a() {\n    return 1;\n  }\n\n  int b() {\n    return 2;\n  }\n\n"
            + "  int z() {\n  }\n}\n");

    assertThat(changed("HEAD").files())
        .isEqualTo(git("HEAD"))
        .containsEntry("A.java", List.of(new LineSpan(6, 9)));
  }

  @Test
  void lines_of_binary_files_and_links_are_untold() throws IOException {
    repository.write("image.py", new byte[] {1, 0, 2});
    Files.createSymbolicLink(directory.resolve("link.py"), Path.of("a.py"));
    repository.commit("Add");

    assertThat(changed("HEAD~1").untold())
        .isEqualTo(Map.of("image.py", Doubt.NO_TEXT, "link.py", Doubt.LINK));
    assertThat(changed("HEAD~1").files()).isEmpty();
  }

  @Test
  void files_with_changes_that_are_not_committed_have_the_time_they_were_written()
      throws IOException {
    repository.write("clean.py", "1\n").write("edited.py", "1\n");
    repository.commit("Add");
    repository.write("edited.py", "2\n").write("untracked.py", "1\n");
    Instant when = Instant.parse("2026-01-20T12:00:00Z");
    Files.setLastModifiedTime(directory.resolve("edited.py"), FileTime.from(when));

    assertThat(changed("HEAD").written()).isEqualTo(Map.of("edited.py", when));
  }

  @Test
  void lines_of_a_file_with_a_return_within_a_line_are_untold() throws IOException {
    repository.write("mac.py", "a = 1\nb = 2 # x\rc = 3\n");
    repository.write("dos.py", "a = 1\r\nb = 2\r\n");
    repository.write("still.py", "a = 1\rb = 2\n");
    repository.commit("Add");
    repository.write("mac.py", "a = 1\nb = 2 # x\rc = 3\nd = 4\n");
    repository.write("dos.py", "a = 1\r\nb = 2\r\nc = 3\r");
    repository.commit("Change");

    assertThat(changed("HEAD~1").untold()).isEqualTo(Map.of("mac.py", Doubt.RETURN_WITHIN_LINE));
    assertThat(changed("HEAD~1").files())
        .isEqualTo(
            Map.of("dos.py", List.of(new LineSpan(3, 3)), "mac.py", List.of(new LineSpan(3, 3))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
  void lines_of_a_file_with_a_line_separator_of_unicode_are_untold(String separator)
      throws IOException {
    repository.write("a.js", "f('" + separator + "');\n").write("b.js", "f('…¨©');\n");
    repository.commit("Add");
    repository.write("a.js", "f('" + separator + "');\ng();\n").write("b.js", "f('…¨©');\ng();\n");
    repository.commit("Change");

    assertThat(changed("HEAD~1").untold()).isEqualTo(Map.of("a.js", Doubt.SEPARATOR_WITHIN_LINE));
    assertThat(changed("HEAD~1").files()).containsKey("b.js");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_change_is_told_as_git_diff_tells_it(int seed) throws IOException {
    Random random = new Random(seed);
    for (int file = 0; file < 12; file++) {
      repository.write("src/f" + file + ".py", numbered(file * 1000, 20 + random.nextInt(60)));
    }
    repository.commit("More");
    for (int step = 0; step < 3; step++) {
      for (int file = 0; file < 12; file++) {
        Path path = directory.resolve("src/f" + file + ".py");
        if (Files.exists(path) && random.nextInt(3) > 0) {
          List<String> lines = new ArrayList<>(Files.readAllLines(path));
          for (int edit = random.nextInt(6); edit > 0 && !lines.isEmpty(); edit--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
              case 0 -> lines.remove(at);
              case 1 -> lines.add(at, "added " + random.nextInt(1_000_000));
              default -> lines.set(at, "changed " + random.nextInt(1_000_000));
            }
          }
          Files.write(path, lines);
          if (random.nextInt(4) == 0) {
            repository.git("add", "-A");
            repository.git("mv", "src/f" + file + ".py", "src/g" + step + "_" + file + ".py");
          }
        }
      }
      if (step < 2) {
        repository.commit("Step " + step);
      }
    }
    repository.git("add", "-A");

    assertThat(changed("HEAD~2").files()).isNotEmpty().isEqualTo(git("HEAD~2"));
    assertThat(changed("HEAD").files()).isEqualTo(git("HEAD"));
  }
}
