package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static dev.coord.evidence.git.TestRepository.branches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.Observation.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which git keeps, lends, hides or replaces what it has. */
class StorageTest {

  @TempDir Path directory;

  // Objects.

  @Test
  void objects_that_another_repository_lends_are_read() {
    TestRepository origin = origin();
    origin.git("clone", "-q", "--shared", ".", place("clone").toString());
    TestRepository clone = TestRepository.at(place("clone"));

    assertThat(place("clone/.git/objects/info/alternates")).exists();
    assertThat(clone.delta("work")).isEqualTo(origin.delta("work"));
    assertThat(clone.delta("work").ahead()).isEqualTo(2);
  }

  @Test
  void a_lender_that_lends_from_another_one_and_from_itself_is_read_once() throws IOException {
    TestRepository origin = origin();
    origin.git("clone", "-q", "--shared", ".", place("second").toString());
    TestRepository second = TestRepository.at(place("second"));
    second.git("clone", "-q", "--shared", ".", place("third").toString());
    Files.writeString(
        place("origin/.git/objects/info/alternates"),
        place("third/.git/objects") + "\n" + place("origin/.git/objects") + "\n");
    TestRepository third = TestRepository.at(place("third"));
    third.git("update-ref", "refs/heads/work", origin.git("rev-parse", "work"));

    assertThat(third.delta("work").ahead()).isEqualTo(2);
  }

  @Test
  void a_lender_that_is_gone_is_unknown() throws IOException {
    TestRepository origin = origin();
    origin.git("clone", "-q", "--shared", ".", place("clone").toString());
    Files.move(place("origin"), place("moved"));

    Unknown<GitRepository> unknown = (Unknown<GitRepository>) GitRepository.open(place("clone"));

    assertThat(unknown.reason()).isEqualTo("the commit of HEAD is missing from the repository");
  }

  @Test
  void packed_objects_and_refs_give_the_same_answers() {
    TestRepository origin = origin();
    BranchDelta loose = origin.delta("work");
    origin.git("gc", "-q", "--aggressive", "--prune=now");

    assertThat(place("origin/.git/packed-refs")).exists();
    assertThat(place("origin/.git/refs/heads/work")).doesNotExist();
    assertThat(origin.delta("work")).isEqualTo(loose);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"repack -q -a -d -b", "multi-pack-index write", "repack -q -d --geometric=2"})
  void what_git_keeps_beside_its_packs_changes_nothing(String how) {
    TestRepository origin = origin();
    BranchDelta loose = origin.delta("work");
    origin.git("repack", "-q", "-d");
    origin.git(how.split(" "));

    assertThat(origin.delta("work")).isEqualTo(loose);
  }

  @Test
  void a_pack_that_is_cut_short_is_unknown() throws IOException {
    TestRepository origin = origin();
    origin.git("gc", "-q", "--prune=now");
    Path pack;
    try (var packs = Files.newDirectoryStream(place("origin/.git/objects/pack"), "*.pack")) {
      pack = packs.iterator().next();
    }
    byte[] bytes = Files.readAllBytes(pack);
    assertThat(pack.toFile().setWritable(true)).isTrue();
    for (int length : List.of(0, 4, bytes.length / 2)) {
      Files.write(pack, Arrays.copyOf(bytes, length));

      boolean known =
          GitRepository.open(place("origin"))
              .then(git -> git.observe(branches(branch("work"))))
              .then(evidence -> evidence.branches().get("work").delta())
              .isKnown();

      assertThat(known).as("%s bytes of %s", length, bytes.length).isFalse();
    }
  }

  // One machine's view of history.

  @Test
  void a_replaced_commit_is_read_as_it_is() {
    TestRepository origin = origin();
    BranchDelta before = origin.delta("work");
    origin.git("replace", "work", "main");
    origin.git("replace", "--graft", "main~1");

    assertThat(origin.git("rev-list", "--count", "main..work")).isEqualTo("1");
    assertThat(origin.delta("work")).isEqualTo(before);
    assertThat(before.ahead()).isEqualTo(2);
  }

  @Test
  void grafts_are_not_followed() {
    TestRepository origin = origin();
    BranchDelta before = origin.delta("work");
    origin.write(
        ".git/info/grafts",
        origin.git("rev-parse", "work") + " " + origin.git("rev-parse", "main"));

    assertThat(origin.git("rev-list", "--count", "main..work")).isEqualTo("1");
    assertThat(origin.delta("work")).isEqualTo(before);
    assertThat(before.ahead()).isEqualTo(2);
  }

  // The working tree.

  @Test
  void a_sparse_checkout_deletes_nothing() {
    TestRepository origin = origin();
    origin.git("sparse-checkout", "set", "--no-cone", "/a");

    assertThat(place("origin/a")).exists();
    assertThat(place("origin/deep")).doesNotExist();
    assertThat(uncommitted(origin)).isEmpty();
    origin.write("a", "edited\n");
    assertThat(uncommitted(origin)).containsExactly("a");
  }

  @Test
  void a_file_that_came_back_into_a_sparse_checkout_is_looked_at() {
    TestRepository origin = origin();
    origin.git("sparse-checkout", "set", "--no-cone", "/a");
    origin.write("deep/b", "edited\n");

    // Before git itself looked and wrote it down, and after.
    assertThat(uncommitted(origin)).containsExactly("deep/b");
    assertThat(origin.git("status", "--short")).isEqualTo(" M deep/b");
    assertThat(uncommitted(origin)).containsExactly("deep/b");
  }

  @Test
  void a_sparse_index_is_unknown_and_says_what_to_do() {
    TestRepository origin = origin();
    origin.git("sparse-checkout", "set", "--cone", "--sparse-index", "none");

    Unknown<BranchDelta> delta = (Unknown<BranchDelta>) origin.evidence(dirty()).delta();

    assertThat(delta.reason()).startsWith("git's index cannot be read (");
    assertThat(delta.remedy()).contains("git sparse-checkout reapply --no-sparse-index");
    origin.git("sparse-checkout", "reapply", "--no-sparse-index");
    assertThat(uncommitted(origin)).isEmpty();
  }

  @Test
  void a_submodule_is_a_repository_of_its_own() throws IOException {
    origin();
    TestRepository outer = TestRepository.init(place("outer"));
    outer.commit("file", "x\n");
    outer.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "-q", place("origin").toString());
    outer.commit("Add a submodule");
    TestRepository inner = TestRepository.at(place("outer/origin"));
    inner.startBranch("topic").commit("new", "x\n");

    try (GitRepository repository = inner.open()) {
      assertThat(repository.workTree()).isEqualTo(place("outer/origin").toRealPath());
      assertThat(repository.checkedOutBranch()).contains("topic");
      assertThat(repository.head().id()).isEqualTo(inner.git("rev-parse", "HEAD"));
      assertThat(repository.defaultBranch()).contains("main");
    }
    assertThat(inner.observe(branches(branch("topic"))).linkedWorktree()).isFalse();
    assertThat(inner.delta("topic").ahead()).isEqualTo(1);
    assertThat(outer.observe(branches()).trackedFiles())
        .containsExactly(".gitmodules", "file", "origin");
  }

  @Test
  void a_core_worktree_that_leads_elsewhere_does_not_count() throws IOException {
    TestRepository origin = origin();
    origin.git("config", "core.worktree", directory.toString());

    try (GitRepository repository = origin.open()) {
      assertThat(repository.workTree()).isEqualTo(place("origin").toRealPath());
    }
    assertThat(uncommitted(origin)).isEmpty();
  }

  private List<String> uncommitted(TestRepository repository) {
    return repository.evidence(dirty()).delta().optional().orElseThrow().changes().stream()
        .map(FileChange::path)
        .toList();
  }

  private static BranchQuestion dirty() {
    return new BranchQuestion("main", Optional.empty(), "main", Set.of(), true);
  }

  private Path place(String path) {
    return directory.resolve(path);
  }

  /** Three commits on main, two on work. */
  private TestRepository origin() {
    TestRepository origin = TestRepository.init(place("origin"));
    origin.commit("a", "1\n");
    origin.commit("deep/b", "1\n");
    origin.startBranch("work").commit("a", "2\n");
    origin.commit("a", "3\n");
    origin.checkout("main").commit("c", "1\n");
    return origin;
  }
}
