package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreesTest {

  @TempDir Path directory;

  private TestRepository main;

  @BeforeEach
  void make() {
    main = TestRepository.init(directory.resolve("work/shop"));
    main.commit("file", "x\n");
  }

  @Test
  void the_directory_of_each_branch_is_told_relative_to_the_main_worktree() throws IOException {
    main.git("worktree", "add", "-q", "-b", "beside", "../shop-beside");
    main.git("worktree", "add", "-q", "-b", "inside", "trees/inside");
    main.git("worktree", "add", "-q", "-b", "far", directory.resolve("far/away").toString());
    main.git("branch", "nowhere");
    TestRepository beside = TestRepository.at(directory.resolve("work/shop-beside"));
    for (TestRepository seenFrom : new TestRepository[] {main, beside}) {
      assertThat(seenFrom.evidence(branch("main")).worktree()).contains(".");
      assertThat(seenFrom.evidence(branch("beside")).worktree()).contains("../shop-beside");
      assertThat(seenFrom.evidence(branch("inside")).worktree()).contains("trees/inside");
      assertThat(seenFrom.evidence(branch("far")).worktree())
          .contains(directory.toRealPath().resolve("far/away").toString());
      assertThat(seenFrom.evidence(branch("nowhere")).worktree()).isEmpty();
    }
  }

  @Test
  void a_worktree_whose_directory_is_gone_does_not_count() throws IOException {
    main.git("worktree", "add", "-q", "-b", "gone", "../gone");
    Files.delete(directory.resolve("work/gone/.git"));
    assertThat(main.evidence(branch("gone")).worktree()).isEmpty();
  }

  @Test
  void a_detached_worktree_has_no_branch_and_broken_entries_are_passed_over() throws IOException {
    main.git("worktree", "add", "-q", "--detach", "../detached");
    Files.createDirectories(main.directory().resolve(".git/worktrees/broken"));
    main.write(".git/worktrees/odd/gitdir", "\0nonsense");
    main.write(".git/worktrees/odd/HEAD", "ref: refs/heads/main");
    assertThat(main.evidence(branch("main")).worktree()).contains(".");
  }
}
