package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file whose lines' ends were rewritten is changed where git says so. */
class LineEndsTest {

  /** What attributes can say, each for a directory of its own. */
  private static final List<String> ATTRIBUTES =
      List.of(
          "",
          "text",
          "-text",
          "!text",
          "text=auto",
          "text=unknown",
          "eol=lf",
          "eol=crlf",
          "eol=cr",
          "text eol=crlf",
          "text=auto eol=lf",
          "text=auto eol=crlf",
          "-text eol=lf",
          "text=unknown eol=crlf",
          "binary",
          "crlf",
          "-crlf",
          "crlf=input",
          "crlf=auto",
          "-crlf text",
          "crlf !text",
          "crlf !crlf");

  private static final Map<String, Rewritten> FILES = files();

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
  }

  /** A file as it is stored, and as it is now. */
  private record Rewritten(String stored, String now) {}

  private static Map<String, Rewritten> files() {
    Map<String, Rewritten> files = new LinkedHashMap<>();
    files.put("same", new Rewritten("a\nb\n", "a\nb\n"));
    files.put("windows", new Rewritten("a\nb\n", "a\r\nb\r\n"));
    files.put("mixed", new Rewritten("a\nb\n", "a\r\nb\n"));
    files.put("edited", new Rewritten("a\nb\n", "a\r\nB\r\n"));
    files.put("unix", new Rewritten("a\r\nb\r\n", "a\nb\n"));
    files.put("mended", new Rewritten("a\r\nb\n", "a\r\nb\r\n"));
    files.put("broken", new Rewritten("a\r\nb\r\n", "a\nb\r\n"));
    files.put("untouched", new Rewritten("a\r\nb\r\n", "a\r\nb\r\n"));
    files.put("mac", new Rewritten("a\rb\nc\n", "a\rb\r\nc\r\n"));
    files.put("was-mac", new Rewritten("a\rb\r\nc\n", "a\nb\r\nc\r\n"));
    files.put("doubled", new Rewritten("a\nb\n", "a\r\r\nb\r\n"));
    files.put("zero", new Rewritten("a\0b\nc\n", "a\0b\r\nc\r\n"));
    files.put("was-zero", new Rewritten("a\0b\r\nc\n", "a\0b\r\nc\r\n"));
    files.put("control", new Rewritten("a\1\nb\n", "a\1\r\nb\r\n"));
    files.put("form-feed", new Rewritten("a\f\nb\n", "a\f\r\nb\r\n"));
    String long127 = "a".repeat(127);
    files.put("one-of-127", new Rewritten(long127 + "\1\n", long127 + "\1\r\n"));
    files.put("one-of-128", new Rewritten(long127 + "a\1\n", long127 + "a\1\r\n"));
    files.put("delete", new Rewritten("a\177\nb\n", "a\177\r\nb\r\n"));
    files.put("dos", new Rewritten("a\nb\n\32", "a\r\nb\r\n\32"));
    files.put("return-last", new Rewritten("a\nb\n\r", "a\r\nb\r\n\r"));
    files.put("other-letters", new Rewritten("\u00e4\n", "\u00e4\r\n"));
    files.put("empty", new Rewritten("", "\r\n"));
    files.put("emptied", new Rewritten("\r\n", ""));
    return files;
  }

  @ParameterizedTest
  @CsvSource({
    ",, true",
    ",, false",
    "false,, true",
    "false, lf, true",
    "false, crlf, true",
    "true,, true",
    "true,, false",
    "TRUE, lf, true",
    "on, crlf, true",
    "input,, true",
    "input, lf, false",
    "INPUT,, true",
    ", crlf, true",
    ", crlf, false",
    "0, native, true"
  })
  void whether_other_ends_of_lines_are_a_change_is_what_git_says(
      String autocrlf, String eol, boolean noted) throws IOException {
    for (int i = 0; i < ATTRIBUTES.size(); i++) {
      String below = "a" + i + "/";
      FILES.forEach((name, file) -> repository.write(below + name, file.stored()));
    }
    repository.commit("Begin");
    if (!noted) {
      repository.git("read-tree", "--empty");
      repository.git("read-tree", "HEAD");
    }
    configure("core.autocrlf", autocrlf);
    configure("core.eol", eol);
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < ATTRIBUTES.size(); i++) {
      String below = "a" + i + "/";
      rules.append(below + "** " + ATTRIBUTES.get(i) + "\n");
      FILES.forEach((name, file) -> repository.write(below + name, file.now()));
    }
    repository.write(".gitattributes", rules.toString());

    int listed = listed();
    List<String> changed = delta().uncommitted();

    List<String> status = repository.git("status", "--porcelain", "-uno").lines().toList();
    assertThat(changed)
        .containsExactlyInAnyOrderElementsOf(
            repository.git("diff", "--name-only").lines().toList());
    assertThat(listed).isEqualTo(status.size());
    assertThat(changed).contains("a0/edited", "a2/windows").doesNotContain("a1/windows");
  }

  private void configure(String key, String value) {
    if (value != null) {
      repository.git("config", key, value);
    }
  }

  @Test
  void a_file_rewritten_with_ends_of_lines_of_windows_is_changed_where_nobody_converts_them() {
    repository.commit("x", "1\n2\n");
    repository.write("x", "1\r\n2\r\n");

    assertThat(delta().uncommitted()).containsExactly("x");
    assertThat(lines()).containsOnly(Map.entry("x", "2 2"));
    assertThat(listed()).isEqualTo(1);
  }

  @Test
  void what_git_would_store_unchanged_is_no_change_of_the_branch_even_where_git_lists_it()
      throws IOException {
    repository.git("config", "core.autocrlf", "true");
    repository.commit("x", "1\n2\n");
    repository.write("x", "1\r\n2\r\n");

    assertThat(listed()).isEqualTo(1);
    assertThat(delta().uncommitted()).isEmpty();
    assertThat(repository.git("status", "--porcelain")).isEqualTo(" M x");

    repository.git("add", "x");
    assertThat(repository.git("status", "--porcelain")).isEmpty();
    assertThat(listed()).isZero();
  }

  @Test
  void lines_are_counted_as_git_would_store_them() {
    repository.git("config", "core.autocrlf", "true");
    repository.commit("x", "1\n2\n");
    repository.write("x", "1\r\n2\r\n3\r\n");

    assertThat(lines()).containsOnly(Map.entry("x", "1 0"));
  }

  /**
   * Has git write a file by the user's configuration, which coord does not read: the index notes 6.
   *
   * @param later by how many milliseconds the index is younger than the file
   */
  private void writeByUser(int later) throws IOException {
    repository.commit("x", "1\n2\n");
    Files.delete(directory.resolve("x"));
    repository.git("-c", "core.autocrlf=true", "checkout", "--", "x");
    assertThat(Files.readString(directory.resolve("x"))).isEqualTo("1\r\n2\r\n");
    Files.setLastModifiedTime(
        directory.resolve(".git/index"),
        FileTime.from(
            Files.getLastModifiedTime(directory.resolve("x")).toInstant().plusMillis(later)));
  }

  private void touch() throws IOException {
    Files.setLastModifiedTime(
        directory.resolve("x"), FileTime.from(Instant.parse("2026-03-04T05:06:07Z")));
  }

  @Test
  void where_git_wrote_a_file_with_other_ends_than_it_stores_the_users_own_configuration_is_heeded()
      throws IOException {
    writeByUser(1);
    touch();
    assertThat(listed()).isZero();
    assertThat(delta().uncommitted()).isEmpty();

    repository.write("x", "1\r\ntwo\r\n");

    assertThat(listed()).isEqualTo(1);
    assertThat(lines()).containsOnly(Map.entry("x", "1 1"));
  }

  @Test
  void a_file_that_git_wrote_in_the_moment_of_the_index_is_heeded_until_it_is_touched()
      throws IOException {
    writeByUser(0);
    assertThat(listed()).isZero();

    touch();

    assertThat(listed()).isEqualTo(1);
  }

  @Test
  void what_git_found_changed_since_is_changed() throws IOException {
    writeByUser(0);

    assertThat(repository.git("status", "--porcelain")).isEqualTo(" M x");

    assertThat(listed()).isEqualTo(1);
    assertThat(delta().uncommitted()).containsExactly("x");
  }

  @Test
  void what_the_repository_configures_counts_before_what_the_index_notes() throws IOException {
    writeByUser(1);
    repository.git("config", "core.autocrlf", "false");
    touch();

    assertThat(delta().uncommitted()).containsExactly("x");
    assertThat(repository.git("diff", "--name-only")).isEqualTo("x");
  }

  @Test
  void a_worktree_may_have_a_configuration_of_its_own() {
    repository.commit("x", "1\n2\n");
    repository.git("config", "extensions.worktreeConfig", "true");
    repository.git("config", "--worktree", "core.autocrlf", "input");
    repository.write("x", "1\r\n2\r\n");

    assertThat(delta().uncommitted()).isEmpty();
    assertThat(repository.git("diff", "--name-only")).isEmpty();
  }

  @Test
  void attributes_that_are_not_checked_out_are_read_from_the_index() throws IOException {
    repository.write("a/.gitattributes", "*.txt text\n");
    repository.commit("a/x.txt", "1\n2\n");
    Files.delete(directory.resolve("a/.gitattributes"));
    repository.write("a/x.txt", "1\r\n2\r\n");

    assertThat(delta().uncommitted()).containsExactly("a/.gitattributes");
    assertThat(repository.git("diff", "--name-only")).isEqualTo("a/.gitattributes");
  }

  /** How many files coord counts in the worktree. */
  private int listed() {
    return repository.changes().changed();
  }

  private BranchDelta delta() {
    return repository.delta(new BranchQuestion("main", Optional.empty(), "main", Set.of(), true));
  }

  private Map<String, String> lines() {
    Map<String, String> lines = new LinkedHashMap<>();
    for (FileChange change : delta().changes()) {
      lines.put(change.path(), change.added() + " " + change.removed());
    }
    return lines;
  }
}
