package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static dev.coord.evidence.git.TestRepository.branches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Observation.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that lead to commits, and those that do not. */
class RefsTest {

  @TempDir Path directory;

  private TestRepository made;

  @BeforeEach
  void make() {
    made = TestRepository.init(directory);
    made.commit("file", "1\n");
    made.commit("file", "2\n");
  }

  @Test
  void a_branch_and_a_tag_of_one_name_are_told_apart() {
    made.git("branch", "v1", "main");
    made.git("tag", "v1", "main~1");
    made.git("update-ref", "refs/remotes/origin/v2", "main");
    made.git("tag", "v2", "main~1");

    try (GitRepository repository = made.open()) {
      assertThat(repository.resolve("v1")).contains(made.git("rev-parse", "main"));
      assertThat(repository.resolve("v2")).contains(made.git("rev-parse", "main"));
      assertThat(repository.resolve("refs/tags/v1")).contains(made.git("rev-parse", "main~1"));
    }
    assertThat(made.git("rev-parse", "v1")).isEqualTo(made.git("rev-parse", "main~1"));
    assertThat(made.evidence(branch("v1")).ref()).contains("refs/heads/v1");
    assertThat(made.evidence(branch("v2")).ref()).contains("refs/remotes/origin/v2");
  }

  @Test
  void a_tag_alone_is_no_branch() {
    made.git("tag", "work", "main");

    assertThat(made.evidence(branch("work")).ref()).isEmpty();
    assertThat(made.evidence(branch("work")).delta().isKnown()).isFalse();
  }

  @Test
  void all_branches_are_listed_by_the_names_that_people_say() {
    made.git("remote", "add", "origin", "https://example.org/a");
    made.git("remote", "add", "team/fork", "https://example.org/b");
    String main = made.git("rev-parse", "main");
    for (String ref :
        List.of(
            "refs/heads/feature/a",
            "refs/remotes/origin/main",
            "refs/remotes/team/fork/feature/b",
            "refs/remotes/gone/c",
            "refs/pull/7/merge",
            "refs/tags/v1")) {
      made.git("update-ref", ref, main);
    }
    made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    made.git("pack-refs", "--all");

    try (GitRepository repository = made.open()) {
      List<KnownBranch> all = repository.branches().optional().orElseThrow();
      assertThat(all)
          .extracting(KnownBranch::name)
          .containsExactly("feature/a", "main", "c", "main", "feature/b");
      assertThat(all.get(4))
          .isEqualTo(new KnownBranch("feature/b", "refs/remotes/team/fork/feature/b", main));
      assertThat(repository.defaultBranch()).contains("main");
      assertThat(repository.hasRemotes()).isTrue();
    }
  }

  @Test
  void the_default_branch_is_where_the_remotes_head_leads_and_nothing_else() throws IOException {
    made.git("update-ref", "refs/remotes/origin/HEAD", "main");
    assertThat(defaultBranch()).as("a branch called HEAD").isEmpty();

    made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/heads/main");
    assertThat(defaultBranch()).as("a branch of ours").isEmpty();

    made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/team/trunk");
    assertThat(defaultBranch()).as("a branch that is not here").contains("team/trunk");

    Files.delete(directory.resolve(".git/refs/remotes/origin/HEAD"));
    made.git("remote", "add", "upstream", "https://example.org/x");
    made.git("symbolic-ref", "refs/remotes/upstream/HEAD", "refs/remotes/upstream/main");
    assertThat(defaultBranch()).as("the only other remote").contains("main");

    made.git("remote", "add", "third", "https://example.org/x");
    assertThat(defaultBranch()).as("one of two others").isEmpty();
  }

  private Optional<String> defaultBranch() {
    try (GitRepository repository = made.open()) {
      return repository.defaultBranch();
    }
  }

  @Test
  void symbolic_refs_lead_to_a_commit_or_nowhere() {
    made.git("symbolic-ref", "refs/heads/alias", "refs/heads/main");
    made.git("symbolic-ref", "refs/heads/a", "refs/heads/b");
    made.git("symbolic-ref", "refs/heads/b", "refs/heads/a");
    made.git("symbolic-ref", "refs/heads/dangling", "refs/heads/none");

    try (GitRepository repository = made.open()) {
      assertThat(repository.resolve("alias")).contains(made.git("rev-parse", "main"));
      assertThat(repository.resolve("a")).isEmpty();
      assertThat(repository.resolve("dangling")).isEmpty();
    }
    BranchEvidence loop = made.evidence(branch("a"));
    assertThat(loop.ref()).isEmpty();
    assertThat(loop.delta().isKnown()).isFalse();
    assertThat(made.evidence(branch("alias")).ref()).contains("refs/heads/alias");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ref: refs/heads/loop",
        "ref: refs/heads/none",
        "ref: ../../secret",
        "ref: refs/heads/../../../secret",
        "ref: refs/heads/../../../password",
        "ref: ",
        "nonsense",
        "",
        "1234567890123456789012345678901234567890"
      })
  void a_head_that_leads_nowhere_is_unknown_and_never_leaves_the_repository(String head)
      throws IOException {
    Files.writeString(directory.resolve("secret"), made.git("rev-parse", "main"));
    Files.writeString(directory.resolve("password"), "opensesame\n");
    made.write(".git/refs/heads/loop", "ref: refs/heads/loop\n");
    made.write(".git/HEAD", head + "\n");

    Unknown<?> unknown =
        (Unknown<?>)
            GitRepository.open(directory).then(git -> git.observe(branches(branch("main"))));

    assertThat(unknown.reason()).isNotBlank().doesNotContain("opensesame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "secret"})
  void a_branch_that_leads_out_of_the_repository_is_none(String file) throws IOException {
    Files.writeString(directory.resolve("secret"), made.git("rev-parse", "main"));
    Files.writeString(directory.resolve("password"), "opensesame\n");
    made.write(".git/refs/heads/out", "ref: refs/heads/../../../" + file + "\n");

    BranchEvidence out = made.evidence(branch("out"));

    assertThat(out.ref()).isEmpty();
    assertThat(((Unknown<?>) out.delta()).reason()).isNotBlank().doesNotContain("opensesame");
    try (GitRepository repository = made.open()) {
      assertThat(repository.branches().optional().orElseThrow())
          .extracting(KnownBranch::name)
          .containsExactly("main");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage\n", "", "ref: refs/heads/broken\n", "1234\n", "\0\0\0"})
  void a_broken_ref_is_no_branch_and_hides_no_other(String content) {
    made.startBranch("work").commit("file", "3\n");
    made.write(".git/refs/heads/broken", content);

    assertThat(made.evidence(branch("broken")).delta().isKnown()).isFalse();
    assertThat(made.delta("work").ahead()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage\n", "", "1234\n", "\0\0\0"})
  void a_branch_whose_ref_is_broken_is_neither_gone_nor_what_it_was_before(String content) {
    made.startBranch("work").commit("work", "1\n");
    made.git("switch", "-q", "main");
    made.git("merge", "-q", "--no-ff", "-m", "Merge branch 'work'", "work");
    made.git("pack-refs", "--all");
    for (String file : List.of("work", "never-packed")) {
      made.write(".git/refs/heads/" + file, content);
      Unknown<?> merge = (Unknown<?>) made.evidence(branch(file)).merge();

      assertThat(merge.reason())
          .isEqualTo("the ref refs/heads/" + file + " is broken: its file names no commit");
      assertThat(merge.remedy()).startsWith("Run git update-ref refs/heads/" + file + " COMMIT");
    }
    try (GitRepository repository = made.open()) {
      assertThat(repository.branches().optional().orElseThrow())
          .extracting(KnownBranch::name)
          .containsExactly("main");
    }
  }

  @Test
  void a_branch_whose_commit_is_missing_is_not_gone() throws IOException {
    made.startBranch("work").commit("work", "1\n");
    made.git("switch", "-q", "main");
    made.git("merge", "-q", "--no-ff", "-m", "Merge branch 'work'", "work");
    made.git("switch", "-q", "work");
    String tip = made.commit("work", "2\n");
    made.git("switch", "-q", "main");
    Files.delete(directory.resolve(".git/objects/" + tip.substring(0, 2) + "/" + tip.substring(2)));

    Unknown<?> merge = (Unknown<?>) made.evidence(branch("work")).merge();
    assertThat(merge.reason())
        .isEqualTo("the commit of refs/heads/work is missing from the repository");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a'b\"c`d",
        "$(touch;pwned)",
        "-rf",
        "--upload-pack=x",
        "%0a%0d",
        "##error",
        "&lt;",
        "a|b;c&d",
        "caf\u00e9/\u4e2d\u6587/\u202egnp",
        "HEAD",
        "refs/heads/main",
        "main/../x",
        "main~1",
        "##[error]x",
        "1234567"
      })
  void a_name_is_taken_by_its_letters(String name) throws IOException {
    made.startBranch("work");
    String tip = made.commit("file", "3\n");
    Path ref = directory.resolve(".git/packed-refs");
    Files.write(
        ref,
        ("# pack-refs with: peeled fully-peeled sorted \n" + tip + " refs/heads/" + name + "\n")
            .getBytes(StandardCharsets.UTF_8));
    boolean allowed = !name.contains("~") && !name.contains("..") && !name.contains("[");

    BranchEvidence evidence = made.evidence(branch(name));

    assertThat(evidence.name()).isEqualTo(name);
    boolean shadowed = name.equals("refs/heads/main");
    assertThat(evidence.ref())
        .isEqualTo(
            allowed
                ? Optional.of(shadowed ? "refs/heads/main" : "refs/heads/" + name)
                : Optional.empty());
    assertThat(evidence.tip().map(commit -> commit.id()).filter(tip::equals).isPresent())
        .isEqualTo(allowed && !shadowed);
  }
}
