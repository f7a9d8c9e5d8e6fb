package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.Observation.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncommittedTest {

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.write("kept", "1\n").write("edited", "1\n2\n").write("gone", "1\n");
    repository.write("dir/one", "1\n").commit("Begin");
    repository.startBranch("work").commit("committed", "1\n");
  }

  @Test
  void a_clean_working_tree_adds_nothing() {
    BranchDelta delta = delta();
    assertThat(delta.uncommitted()).isEmpty();
    assertThat(lines(delta)).containsOnly(Map.entry("committed", "1 0"));
  }

  @Test
  void edited_deleted_and_staged_files_belong_to_the_change() throws IOException {
    repository.write("edited", "1\ntwo\n3\n").write("staged", "1\n").write("untracked/x", "1\n");
    repository.git("add", "staged");
    repository.git("rm", "-q", "--cached", "kept");
    Files.delete(directory.resolve("gone"));
    repository.write("committed", "1\n2\n");
    BranchDelta delta = delta();
    assertThat(delta.uncommitted())
        .containsExactly("committed", "edited", "gone", "kept", "staged");
    assertThat(lines(delta))
        .isEqualTo(
            Map.of(
                "committed",
                "2 0",
                "edited",
                "2 1",
                "gone",
                "0 1",
                "kept",
                "0 1",
                "staged",
                "1 0"));
    assertThat(delta.ahead()).isEqualTo(1);
  }

  @Test
  void a_submodule_that_is_at_another_commit_is_changed_as_git_says() throws IOException {
    TestRepository inner = TestRepository.init(directory.resolve("module"));
    inner.commit("file", "1\n");
    repository.git("add", "module");
    repository.git("commit", "-q", "-m", "Add a submodule");
    inner.write("file", "2\n");
    assertThat(delta().uncommitted()).as("what it has in files").isEmpty();

    inner.commit("file", "3\n");
    assertThat(delta().uncommitted()).containsExactly("module");
    assertThat(repository.git("diff", "--name-only", "HEAD")).isEqualTo("module");

    Path away = directory.resolveSibling(directory.getFileName() + "-module");
    Files.move(directory.resolve("module"), away);
    assertThat(delta().uncommitted()).as("taken away").containsExactly("module");
    assertThat(repository.git("diff", "--name-only", "HEAD")).isEqualTo("module");

    Files.createDirectory(directory.resolve("module"));
    assertThat(delta().uncommitted()).as("not fetched").isEmpty();
    assertThat(repository.git("diff", "--name-only", "HEAD")).isEmpty();
  }

  @Test
  void without_being_asked_for_it_does_not_count() {
    repository.write("edited", "changed\n");
    assertThat(repository.delta("work").uncommitted()).isEmpty();
  }

  @Test
  void it_belongs_to_the_checked_out_commit_only() {
    repository.git("branch", "other", "main");
    repository.write("edited", "changed\n");
    assertThat(repository.delta(question("other")).uncommitted()).isEmpty();
    assertThat(repository.delta(question("work")).uncommitted()).containsExactly("edited");
  }

  @Test
  void a_change_that_is_staged_and_undone_in_the_file_still_counts() {
    repository.write("edited", "staged\n").git("add", "edited");
    repository.write("edited", "1\n2\n");
    assertThat(delta().uncommitted()).containsExactly("edited");
    assertThat(lines(delta())).containsEntry("edited", "1 2");
  }

  @Test
  void undoing_what_the_branch_did_takes_the_path_out_of_the_change() throws IOException {
    Files.delete(directory.resolve("committed"));
    repository.git("add", "--all");
    assertThat(delta().changes()).isEmpty();
    assertThat(delta().uncommitted()).isEmpty();
  }

  @Test
  void a_file_that_was_only_touched_is_not_changed() throws IOException {
    Files.setLastModifiedTime(
        directory.resolve("edited"), FileTime.from(Instant.ofEpochSecond(1_600_000_000)));
    assertThat(delta().uncommitted()).isEmpty();
  }

  @Test
  void a_change_of_the_same_size_in_the_same_moment_is_seen() throws IOException {
    FileTime time = Files.getLastModifiedTime(directory.resolve("edited"));
    repository.write("edited", "3\n4\n");
    Files.setLastModifiedTime(directory.resolve("edited"), time);
    Files.setLastModifiedTime(directory.resolve(".git/index"), time);
    assertThat(delta().uncommitted()).containsExactly("edited");
  }

  @Test
  void line_ends_of_windows_are_no_change_where_git_takes_them_out() {
    repository.git("config", "core.autocrlf", "input");
    repository.write("edited", "1\r\n2\r\n");
    assertThat(delta().uncommitted()).isEmpty();
    repository.write("edited", "1\r\n2\r\n3\r\n");
    assertThat(lines(delta())).containsEntry("edited", "1 0");
  }

  @Test
  void modes_and_links_count() throws IOException {
    assertThat(directory.resolve("edited").toFile().setExecutable(true)).isTrue();
    Files.delete(directory.resolve("kept"));
    Files.createSymbolicLink(directory.resolve("kept"), Path.of("gone"));
    assertThat(delta().uncommitted()).containsExactly("edited", "kept");
    repository.git("config", "core.fileMode", "false");
    assertThat(delta().uncommitted()).containsExactly("kept");
  }

  @Test
  void files_behind_a_link_to_a_directory_are_gone() throws IOException {
    Files.move(directory.resolve("dir"), directory.resolve("moved"));
    Files.createSymbolicLink(directory.resolve("dir"), Path.of("moved"));
    assertThat(delta().uncommitted()).containsExactly("dir/one");
    assertThat(lines(delta())).containsEntry("dir/one", "0 1");
  }

  @Test
  void what_git_was_told_to_overlook_is_overlooked() throws IOException {
    repository.git("update-index", "--assume-unchanged", "edited");
    repository.git("update-index", "--skip-worktree", "gone");
    repository.write("edited", "changed\n");
    Files.delete(directory.resolve("gone"));
    assertThat(delta().uncommitted()).isEmpty();
  }

  @Test
  void a_file_announced_with_intent_to_add_counts() {
    repository.write("announced", "1\n2\n").git("add", "--intent-to-add", "announced");
    assertThat(lines(delta())).containsEntry("announced", "2 0");
  }

  @Test
  void a_conflict_counts() {
    repository.commit("edited", "ours\n");
    repository.checkout("main").commit("edited", "theirs\n");
    repository.checkout("work");
    repository.git("config", "merge.conflictStyle", "merge");
    repository.git("read-tree", "-m", "work~2", "work", "main");
    repository.write("edited", "<<<<<<<\nours\n=======\ntheirs\n>>>>>>>\n");
    assertThat(delta().uncommitted()).containsExactly("edited");
  }

  @Test
  void a_large_file_is_compared_with_the_checksum_in_its_pointer() {
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:"
            + "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\nsize 5\n";
    repository.commit("large", pointer);
    repository.write("large", "hello");
    assertThat(delta().uncommitted()).isEmpty();
    repository.write("large", "jello");
    assertThat(delta().uncommitted()).containsExactly("large");
  }

  @Test
  void work_on_top_of_a_merged_branch_is_a_new_change() {
    repository.checkout("main").merge("work");
    repository.checkout("work").write("edited", "new\n");
    BranchDelta delta = delta();
    assertThat(delta.basis()).isEqualTo(BranchDelta.Basis.LIVE);
    assertThat(lines(delta)).containsOnly(Map.entry("edited", "1 2"));
  }

  @Test
  void a_linked_worktree_has_changes_of_its_own() {
    repository.git("worktree", "add", "-q", "-b", "linked", directory.resolve("tree").toString());
    TestRepository linked = TestRepository.at(directory.resolve("tree"));
    linked.write("edited", "changed\n");
    assertThat(linked.delta(question("linked")).uncommitted()).containsExactly("edited");
    assertThat(repository.delta(question("work")).uncommitted()).isEmpty();
  }

  @Test
  void what_was_never_checked_out_is_not_deleted() throws IOException {
    Files.delete(directory.resolve(".git/index"));
    assertThat(delta().uncommitted()).isEmpty();
  }

  @Test
  void an_index_that_cannot_be_read_is_unknown_and_says_what_to_do() {
    repository.git("update-index", "--split-index");
    repository.write("edited", "changed\n").git("add", "edited");
    Unknown<BranchDelta> delta =
        (Unknown<BranchDelta>) repository.evidence(question("work")).delta();
    assertThat(delta.reason()).startsWith("git's index cannot be read (");
    assertThat(delta.remedy()).startsWith("Run git update-index --no-split-index");
  }

  private BranchDelta delta() {
    return repository.delta(question("work"));
  }

  private static BranchQuestion question(String name) {
    return new BranchQuestion(name, Optional.empty(), "main", Set.of(), true);
  }

  private static Map<String, String> lines(BranchDelta delta) {
    Map<String, String> lines = new TreeMap<>();
    for (FileChange change : delta.changes()) {
      lines.put(change.path(), change.added() + " " + change.removed());
    }
    return lines;
  }
}
