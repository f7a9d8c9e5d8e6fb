package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation.Unknown;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commit objects that no git would write, and what is read of them. */
class HostileCommitTest {

  @TempDir Path directory;

  private TestRepository repository;
  private String main;
  private String tree;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    main = repository.commit("file", "a\n");
    tree = repository.git("rev-parse", "HEAD^{tree}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z",
    "1700000000, 2023-11-14T22:13:20Z",
    "4102444800, 2100-01-01T00:00:00Z",
    "-86400, 1969-12-31T00:00:00Z",
    "99999999999999999999999999, 9999-12-31T23:59:59Z",
    "-99999999999999999999999999, 0001-01-01T00:00:00Z",
    "nonsense, 1970-01-01T00:00:00Z",
  })
  void any_date_is_an_instant(String written, Instant read) {
    assertThat(head("author A <a@b> 1 +0000\ncommitter A <a@b> " + written + " +0000\n\nm").time())
        .isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "author \ncommitter \n\nm",
        "author A\ncommitter B\n\nm",
        "author <>\ncommitter <>\n\nm",
        "author > < \ncommitter >\n\nm",
        "author A <a@b\ncommitter B <\n\nm",
        "encoding none-such\n\nm",
        "encoding \n\nm",
        "encoding ISO-2022-CN\n\nm",
        "gpgsig x\n y\nauthor A <a@b>",
        "no blank line at the end",
      })
  void nothing_in_a_commit_is_an_error(String rest) {
    Commit commit = head(rest);
    assertThat(commit.author()).isNotNull();
    assertThat(commit.email()).isNotNull();
  }

  @Test
  void the_encoding_a_commit_names_is_used() {
    String header = "author J\u00fcrgen <j@b> 1 +0000\ncommitter J <j@b> 1 +0000\n";
    String latin = header + "encoding ISO-8859-1\n\nGr\u00fc\u00dfe";
    Commit commit = head(latin.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(commit.subject()).isEqualTo("Gr\u00fc\u00dfe");
    assertThat(commit.author()).isEqualTo("J\u00fcrgen");
  }

  @Test
  void bytes_that_are_no_text_are_read_all_the_same() {
    byte[] header = "author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\n".getBytes(utf8());
    ByteArrayOutputStream commit = new ByteArrayOutputStream();
    commit.writeBytes(header);
    commit.writeBytes(new byte[] {'x', (byte) 0xff, (byte) 0xfe, 'y'});
    assertThat(head(commit.toByteArray()).subject()).startsWith("x").endsWith("y");
  }

  @Test
  void a_name_with_brackets_does_not_hide_the_time() {
    assertThat(head("author A <a@b> 5 +0000\ncommitter A> <a@b> 5 +0000\n\nm").time())
        .isEqualTo(Instant.ofEpochSecond(5));
  }

  @Test
  void a_message_is_read_up_to_64_kibibytes() {
    String header = "author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\n";
    Commit commit = head(header + "x".repeat(200_000));
    assertThat(commit.subject()).hasSize(64 * 1024);
    assertThat(head(header + "subject\n\n" + "x".repeat(3_000_000)).subject()).isEqualTo("subject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tree zzzz", "tree %s\nparent 12\n\nm", "parent %s\n\nm", ""})
  void a_broken_commit_is_unknown(String content) {
    String commit = repository.object("commit", content.formatted(tree).getBytes(utf8()));
    repository.write(".git/refs/heads/work", commit + "\n");
    assertThat(repository.evidence(branch("work")).delta()).isInstanceOf(Unknown.class);
  }

  @Test
  void a_merge_of_a_thousand_parents_is_unknown() {
    StringBuilder commit = new StringBuilder("tree " + tree + "\n");
    commit.append(("parent " + main + "\n").repeat(1000));
    commit.append("author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nm");
    String id = repository.object("commit", commit.toString().getBytes(utf8()));
    repository.git("update-ref", "refs/heads/work", id);
    Unknown<BranchDelta> delta = (Unknown<BranchDelta>) repository.evidence(branch("work")).delta();
    assertThat(delta.reason()).isEqualTo("a merge has 1000 parents, more than coord compares");
  }

  @Test
  void an_object_of_another_type_is_no_branch() {
    Path ref = directory.resolve(".git/refs/heads/work");
    String blob = repository.object("blob", new byte[0]);
    repository.write(".git/refs/heads/work", blob + "\n");
    assertThat(ref).exists();
    assertThat(repository.evidence(branch("work")).ref()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "object", "object zzz\ntype commit\n", "type commit\n"})
  void a_broken_tag_names_nothing(String content) {
    String tag = repository.object("tag", content.getBytes(utf8()));
    repository.write(".git/refs/tags/v1", tag + "\n");
    try (GitRepository opened = repository.open()) {
      assertThat(opened.resolve("v1")).isEmpty();
    }
  }

  private Commit head(String rest) {
    return head(rest.getBytes(utf8()));
  }

  /** Makes a commit with a tree and whatever follows, and reads it. */
  private Commit head(byte[] rest) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(("tree " + tree + "\nparent " + main + "\n").getBytes(utf8()));
    content.writeBytes(rest);
    String commit = repository.object("commit", content.toByteArray());
    repository.write(".git/refs/heads/work", commit + "\n");
    return repository.delta("work").commits().get(0);
  }

  private static Charset utf8() {
    return StandardCharsets.UTF_8;
  }
}
