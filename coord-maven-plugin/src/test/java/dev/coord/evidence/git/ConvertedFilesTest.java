package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Worktree.Changes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that git converts before it stores it is changed where git says so. */
class ConvertedFilesTest {

  private static final Instant TOUCHED = Instant.parse("2026-03-04T05:06:07Z");

  private static final String OTHER = "0".repeat(40);

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
  }

  /** Commits a file, and has git write it anew. */
  private void commit(String attributes, String file, byte[] content) throws IOException {
    repository.write(".gitattributes", attributes + "\n").write(file, content);
    repository.git("add", "-A");
    repository.commit("Add it");
    Files.delete(directory.resolve(file));
    repository.git("checkout", "--", file);
  }

  /**
   * Another id of the same length: where the length is another one, git itself looks no further.
   */
  private void stamp(String file) {
    repository.write(file, "$Id: " + OTHER + " $\n");
  }

  private void touch(String file) throws IOException {
    Files.setLastModifiedTime(directory.resolve(file), FileTime.from(TOUCHED));
  }

  /**
   * The number that coord counts, which is that of git; git looks last, as it notes what it saw.
   */
  private int changed() {
    int changed = repository.changes().changed();
    List<String> lines = repository.git("status", "--porcelain", "-uno").lines().toList();
    assertThat(changed).as(lines.toString()).isEqualTo(lines.size());
    return changed;
  }

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({
    "a $Id$ b, 1",
    "a $Id: old $ b, 1",
    "$Id$ and $Id$, 2",
    "$Id$ $Identity$ $I$ $$ $Id$x, 2"
  })
  void ids_are_taken_out_of_a_file_before_it_is_compared(String text, int ids) throws IOException {
    commit("*.txt ident", "x.txt", bytes(text + "\n$Id: no\nend$\n", "UTF-8"));
    String written = Files.readString(directory.resolve("x.txt"));
    assertThat(written.split("\\$Id: [0-9a-f]{40} \\$", -1)).hasSize(ids + 1);
    touch("x.txt");

    assertThat(changed()).isZero();

    repository.write("x.txt", written.replace("end", "END"));
    assertThat(changed()).isEqualTo(1);
    repository.write("x.txt", written.replaceAll("Id: [0-9a-f]{40}", "Id: " + OTHER));
    touch("x.txt");
    assertThat(changed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-16LE-BOM"})
  void a_file_in_another_encoding_is_decoded_before_it_is_compared(String encoding)
      throws IOException {
    String java = encoding.endsWith("-BOM") ? "x-UTF-16LE-BOM" : encoding;
    commit("*.txt working-tree-encoding=" + encoding, "x.txt", bytes("\u00e4\u00f6 1\n", java));
    assertThat(repository.git("cat-file", "-p", "HEAD:x.txt")).isEqualTo("\u00e4\u00f6 1");
    touch("x.txt");

    assertThat(changed()).isZero();

    repository.write("x.txt", bytes("\u00e4\u00f6 2\n", java));
    assertThat(changed()).isEqualTo(1);
  }

  @Test
  void encoding_ends_of_lines_and_ids_come_together() throws IOException {
    commit(
        "*.txt text eol=crlf ident working-tree-encoding=UTF-16",
        "x.txt",
        bytes("$Id$\n1\n", "UTF-16"));
    assertThat(Files.readString(directory.resolve("x.txt"), StandardCharsets.UTF_16))
        .matches("\\$Id: [0-9a-f]{40} \\$\r\n1\r\n");
    touch("x.txt");

    assertThat(changed()).isZero();
  }

  @Test
  void the_last_line_of_the_nearest_file_counts() throws IOException {
    Files.createDirectories(directory.resolve("a/b"));
    repository.write("a/.gitattributes", "[attr]nothing ident\n*.txt -ident\nb/*.txt ident\n");
    repository.write("a/b/.gitattributes", "/y.txt !ident\n");
    String dull = "$Id: " + "1".repeat(40) + " $\n";
    repository.write("a/b/y.txt", dull).write("a/z.txt", dull).write("a/b/w.txt", dull);
    commit("[attr]stamped ident\n*.txt stamped", "a/b/x.txt", bytes(dull, "UTF-8"));
    for (String file : List.of("a/b/x.txt", "a/b/y.txt", "a/z.txt", "a/b/w.txt")) {
      stamp(file);
      touch(file);
    }

    assertThat(changed()).isEqualTo(2);
  }

  @Test
  void the_repositorys_own_attributes_count_most() throws IOException {
    Files.createDirectories(directory.resolve(".git/info"));
    Files.writeString(directory.resolve(".git/info/attributes"), "x.txt ident\n");
    commit("*.txt -ident", "x.txt", bytes("$Id$\n", "UTF-8"));
    stamp("x.txt");

    assertThat(changed()).isZero();
  }

  @Test
  void a_file_that_a_filter_cleans_cannot_be_compared_and_the_filter_is_not_run()
      throws IOException {
    repository.git("config", "filter.upper.clean", "tr a-z A-Z; touch .git/ran");
    repository.git("config", "filter.upper.smudge", "tr A-Z a-z");
    commit("*.txt filter=upper", "x.txt", bytes("one\n", "UTF-8"));
    Files.deleteIfExists(directory.resolve(".git/ran"));
    touch("x.txt");

    Changes changes = repository.changes();

    assertThat(changes.changed()).isZero();
    assertThat(changes.uncompared()).isEqualTo(1);
    assertThat(directory.resolve(".git/ran")).doesNotExist();
    assertThat(repository.git("status", "--porcelain", "-uno")).isEmpty();
    assertThat(repository.changes().uncompared()).as("git noted that it is the same").isZero();
  }

  @Test
  void what_the_judged_branch_changes_is_unknown_then() throws IOException {
    repository.git("config", "filter.upper.clean", "tr a-z A-Z");
    repository.git("config", "filter.upper.smudge", "tr A-Z a-z");
    commit("*.txt filter=upper", "x.txt", bytes("one\n", "UTF-8"));
    repository.startBranch("work").commit("a", "1\n");
    touch("x.txt");

    Observation<?> delta =
        repository
            .evidence(new BranchQuestion("work", Optional.empty(), "main", Set.of(), true))
            .delta();

    assertThat(((Observation.Unknown<?>) delta).reason())
        .isEqualTo(
            "whether x.txt is changed cannot be told, because coord does not run its filter 'upper'");
    assertThat(((Observation.Unknown<?>) delta).remedy()).startsWith("Run git status");
  }

  @Test
  void a_filter_that_nobody_configured_does_nothing() throws IOException {
    commit("*.txt filter=upper", "x.txt", bytes("one\n", "UTF-8"));
    touch("x.txt");
    assertThat(changed()).isZero();

    repository.write("x.txt", "two\n");

    assertThat(changed()).isEqualTo(1);
    assertThat(repository.changes().uncompared()).isZero();
  }

  @Test
  void attributes_that_backtrack_or_never_end_take_no_time() throws IOException {
    String stars = "*a".repeat(200);
    commit("[attr]x x\n" + stars + "b ident x", "x.txt", bytes("1\n", "UTF-8"));
    String name = "a".repeat(200);
    repository.commit(name, "$Id$\n");
    repository.write(name, "$Id: x $\n");

    assertThat(changed()).isEqualTo(1);
  }
}
