package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.treeEntry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

  private static final List<String> NAMES =
      List.of(
          "main",
          "HEAD",
          "HEAD~1",
          "main~2",
          "main^",
          "main^0",
          "main~1^1~0",
          "refs/heads/main",
          "v1",
          "v1~1",
          "refs/tags/v1",
          "v1^{commit}",
          "both",
          "topic/x");

  private static final List<String> NO_NAMES =
      List.of(
          "",
          "none",
          "main~3",
          "main^2",
          "..",
          "../../etc/passwd",
          "refs/heads/../../config",
          "~1",
          "beef",
          "main@{0}",
          "a\0b",
          "-main",
          "main:coord.yml",
          "main.lock",
          "refs",
          "^",
          "blob");

  @TempDir Path directory;

  private TestRepository made;

  @BeforeEach
  void make() {
    made = TestRepository.init(directory);
    made.commit("coord.yml", "one\n");
    made.commit("coord/a.yml", "a\n");
    made.commit("coord.yml", "two\n");
  }

  @Test
  void names_mean_the_commits_that_git_means() {
    made.git("tag", "-a", "-m", "x", "v1", "main~1");
    made.git("branch", "both", "main~1");
    made.git("branch", "topic/x", "main~2");
    try (GitRepository repository = made.open()) {
      for (String name : NAMES) {
        assertThat(repository.resolve(name))
            .as(name)
            .contains(made.git("rev-parse", name + "^{commit}"));
      }
    }
  }

  @Test
  void other_names_mean_nothing() {
    made.git("tag", "blob", made.git("rev-parse", "main:coord.yml"));
    try (GitRepository repository = made.open()) {
      for (String name : NO_NAMES) {
        assertThat(repository.resolve(name)).as(name).isEmpty();
      }
    }
  }

  @Test
  void ids_may_be_abbreviated_and_a_branch_goes_before_them() {
    String head = made.git("rev-parse", "HEAD");
    made.git("branch", "abcd", "main~1");
    made.git("tag", "main", "main~2");
    try (GitRepository repository = made.open()) {
      assertThat(repository.resolve(head)).contains(head);
      assertThat(repository.resolve(head.substring(0, 8))).contains(head);
      assertThat(repository.resolve(head.substring(0, 39) + "g")).isEmpty();
      assertThat(repository.resolve("abcd")).contains(made.git("rev-parse", "refs/heads/abcd"));
      assertThat(repository.resolve("main")).contains(head);
    }
  }

  @Test
  void branches_of_remotes_are_found_after_local_ones() {
    made.git("update-ref", "refs/remotes/origin/main", "main~1");
    made.git("update-ref", "refs/remotes/origin/there", "main~1");
    made.git("update-ref", "refs/remotes/other/only", "main~2");
    made.git("remote", "add", "other", "https://example.org/x");
    try (GitRepository repository = made.open()) {
      assertThat(repository.resolve("main")).contains(made.git("rev-parse", "HEAD"));
      assertThat(repository.resolve("there")).contains(made.git("rev-parse", "HEAD~1"));
      assertThat(repository.resolve("origin/main")).contains(made.git("rev-parse", "HEAD~1"));
      assertThat(repository.resolve("only")).contains(made.git("rev-parse", "HEAD~2"));
      assertThat(repository.refsTried("x"))
          .containsExactly("refs/heads/x", "refs/remotes/origin/x", "refs/remotes/other/x");
    }
    made.git("remote", "add", "third", "https://example.org/x");
    try (GitRepository repository = made.open()) {
      assertThat(repository.resolve("only")).isEmpty();
      assertThat(repository.resolve("other/only")).contains(made.git("rev-parse", "HEAD~2"));
    }
  }

  @Test
  void a_past_version_of_a_file_is_its_bytes() {
    try (GitRepository repository = made.open()) {
      assertThat(text(repository, "HEAD~2", "coord.yml")).contains("one\n");
      assertThat(text(repository, "HEAD", "coord.yml")).contains("two\n");
      assertThat(text(repository, "HEAD", "coord/a.yml")).contains("a\n");
      assertThat(text(repository, "HEAD~2", "coord/a.yml")).isEmpty();
      assertThat(text(repository, "HEAD", "coord")).isEmpty();
      assertThat(text(repository, "HEAD", "")).isEmpty();
      assertThat(text(repository, "HEAD", "../coord.yml")).isEmpty();
    }
  }

  @Test
  void a_link_is_no_past_version_and_of_a_large_file_the_beginning_is_read() throws IOException {
    Files.createSymbolicLink(directory.resolve("link.yml"), Path.of("coord.yml"));
    made.commit("Add a link");
    try (GitRepository repository = made.open()) {
      assertThat(text(repository, "HEAD", "link.yml")).isEmpty();
      Optional<byte[]> beginning =
          repository.file(repository.head().id(), "coord.yml", 3).optional().orElseThrow();
      assertThat(beginning)
          .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("two"));
    }
  }

  @Test
  void a_commit_that_is_not_there_is_unknown() {
    try (GitRepository repository = made.open()) {
      String none = "1234567890123456789012345678901234567890";
      assertThat(repository.file(none, "coord.yml", 100).isKnown()).isFalse();
      assertThat(repository.files(none, "").isKnown()).isFalse();
      assertThat(repository.lastChange(none, "coord.yml").isKnown()).isFalse();
    }
  }

  @Test
  void the_files_of_a_directory_are_listed_without_links() throws IOException {
    made.write("coord/deep/b.yml", "b\n");
    Files.createSymbolicLink(directory.resolve("coord/link.yml"), Path.of("a.yml"));
    made.commit("Add files");
    try (GitRepository repository = made.open()) {
      String head = repository.head().id();
      assertThat(repository.files(head, "coord"))
          .isEqualTo(Observation.known(List.of("coord/a.yml", "coord/deep/b.yml")));
      assertThat(repository.files(head, "").optional().orElseThrow())
          .containsExactly("coord.yml", "coord/a.yml", "coord/deep/b.yml");
      assertThat(repository.files(head, "none")).isEqualTo(Observation.known(List.of()));
      assertThat(repository.files(head, "coord.yml")).isEqualTo(Observation.known(List.of()));
    }
  }

  @Test
  void the_last_change_is_the_commit_on_the_first_parents_that_made_the_content() {
    made.startBranch("work").commit("coord/a.yml", "b\n");
    made.checkout("main").commit("other", "x\n");
    String merge = made.merge("work");
    made.commit("other", "y\n");
    try (GitRepository repository = made.open()) {
      String head = repository.head().id();
      assertThat(lastChange(repository, head, "coord/a.yml")).contains(merge);
      assertThat(lastChange(repository, head, "coord.yml"))
          .contains(made.git("rev-parse", merge + "~2"));
      assertThat(lastChange(repository, head, "none")).isEmpty();
    }
    String first = made.git("rev-list", "--max-parents=0", "main");
    try (GitRepository repository = made.open()) {
      assertThat(lastChange(repository, first, "coord.yml")).contains(first);
    }
  }

  @Test
  void a_bomb_as_head_is_unknown_as_a_whole() {
    String id = made.object("blob", new byte[0]);
    String mode = "100644";
    for (int level = 0; level < 8; level++) {
      ByteArrayOutputStream tree = new ByteArrayOutputStream();
      for (char name = 'a'; name < 'k'; name++) {
        tree.writeBytes(treeEntry(mode, String.valueOf(name), id));
      }
      id = made.object("tree", tree.toByteArray());
      mode = "40000";
    }
    made.git("update-ref", "HEAD", made.git("commit-tree", id, "-m", "Bomb"));
    try (GitRepository repository = made.open()) {
      Unknown<?> unknown = (Unknown<?>) repository.observe(TestRepository.branches());
      assertThat(unknown.reason()).isEqualTo("there are more than 500000 paths to look at");
    }
  }

  private Optional<String> text(GitRepository repository, String committish, String path) {
    return repository
        .file(repository.resolve(committish).orElseThrow(), path, 1000)
        .optional()
        .orElseThrow()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<String> lastChange(GitRepository repository, String commit, String path) {
    return repository.lastChange(commit, path).optional().orElseThrow().map(Commit::id);
  }
}
