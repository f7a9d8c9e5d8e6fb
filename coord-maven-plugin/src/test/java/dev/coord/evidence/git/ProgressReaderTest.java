package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.WorktreeEvidence.ProgressQuestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressReaderTest {

  private static final Instant DAY = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir Path directory;

  private TestRepository main;
  private String tip;

  @BeforeEach
  void make() {
    main = TestRepository.init(directory.resolve("work/shop"));
    main.commit("file", "x\n");
    main.startBranch("work").commit("notes/progress.md", "- [x] one\n- [ ] two\n");
    tip = main.commit("other", "1\n");
    main.checkout("main");
  }

  @Test
  void a_branch_in_no_worktree_is_read_at_its_last_commit() {
    Progress progress = known("notes/progress.md");
    assertThat(progress.items()).extracting(Progress.Item::text).containsExactly("one", "two");
    assertThat(progress.done()).isEqualTo(1);
    assertThat(progress.commit()).contains(tip);
    assertThat(progress.worktree()).isEmpty();
    assertThat(progress.changed())
        .contains(
            Instant.ofEpochSecond(Long.parseLong(main.git("log", "-1", "--format=%ct", "work~1"))));
  }

  @Test
  void a_branch_in_a_worktree_is_read_there_committed_or_not() throws Exception {
    TestRepository tree = worktree();
    tree.write("notes/progress.md", "- [x] one\n- [x] two\n");
    Files.setLastModifiedTime(tree.directory().resolve("notes/progress.md"), FileTime.from(DAY));
    tree.write("live.md", "* [ ] not even tracked\n");
    Progress progress = known("notes/progress.md");
    assertThat(progress.done()).isEqualTo(2);
    assertThat(progress.worktree()).contains("../tree");
    assertThat(progress.commit()).isEmpty();
    assertThat(progress.changed()).contains(DAY);
    assertThat(known("live.md").items()).hasSize(1);
  }

  @Test
  void a_worktree_that_is_gone_leaves_the_last_commit() throws Exception {
    worktree();
    Files.move(directory.resolve("work/tree"), directory.resolve("work/moved"));
    assertThat(known("notes/progress.md").commit()).contains(tip);
  }

  @Test
  void a_link_inside_the_worktree_is_followed() throws Exception {
    TestRepository tree = worktree();
    Files.createSymbolicLink(tree.directory().resolve("link.md"), Path.of("notes/progress.md"));
    assertThat(known("link.md").items()).hasSize(2);
  }

  @Test
  void a_file_that_leads_out_of_the_worktree_is_unknown() throws Exception {
    TestRepository tree = worktree();
    main.write("secret.md", "- [x] secret\n");
    Files.createSymbolicLink(tree.directory().resolve("out.md"), Path.of("../shop/secret.md"));
    Files.createSymbolicLink(tree.directory().resolve("up"), Path.of(".."));
    Files.createSymbolicLink(tree.directory().resolve("git.md"), Path.of(".git"));
    Files.createSymbolicLink(tree.directory().resolve("loop.md"), Path.of("loop.md"));
    for (String path : List.of("out.md", "up/shop/secret.md", "git.md")) {
      assertThat(reason(path))
          .isEqualTo(path + " in the worktree ../tree leads out of the worktree");
    }
    assertThat(reason("loop.md")).startsWith("loop.md in the worktree ../tree ");
    assertThat(reason("../shop/secret.md")).isEqualTo("progress_file is no path of the repository");
    assertThat(reason(".git/HEAD")).isEqualTo("progress_file is no path of the repository");
  }

  @Test
  void a_pipe_a_directory_and_a_long_file_are_unknown() throws Exception {
    TestRepository tree = worktree();
    String pipe = tree.directory().resolve("pipe.md").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    tree.write("long.md", "- [ ] x\n" + " ".repeat(64 * 1024));
    tree.write("many.md", "- [ ] x\n".repeat(501)).write("none.md", "# Nothing\n");
    tree.write("latin.md", new byte[] {'-', ' ', '[', ' ', ']', ' ', (byte) 0xe4});
    assertThat(reason("pipe.md")).isEqualTo("pipe.md in the worktree ../tree is no regular file");
    assertThat(reason("notes")).isEqualTo("notes in the worktree ../tree is no regular file");
    assertThat(reason("long.md")).isEqualTo("long.md in the worktree ../tree has more than 64 KiB");
    assertThat(reason("many.md")).endsWith(" has more than 500 items");
    assertThat(reason("none.md")).endsWith(" has no item");
    assertThat(reason("latin.md")).endsWith(" is not in UTF-8");
    assertThat(reason("missing.md")).endsWith(" does not exist");
  }

  @Test
  void a_commit_without_the_file_is_unknown() {
    assertThat(reason("missing.md"))
        .isEqualTo(
            "missing.md at the last commit of 'work' does not exist, and the branch is checked out"
                + " in no worktree");
    assertThat(reason("notes")).isEqualTo("notes at the last commit of 'work' is no regular file");
    assertThat(reason(question("x.md", Optional.of("gone"), Optional.empty())))
        .isEqualTo("the branch 'gone' was found nowhere, so x.md cannot be read");
    assertThat(reason(question("x.md", Optional.empty(), Optional.empty())))
        .isEqualTo("the plan names no branch to look for x.md on");
  }

  private TestRepository worktree() {
    main.git("worktree", "add", "-q", "../tree", "work");
    return TestRepository.at(directory.resolve("work/tree"));
  }

  private ProgressQuestion question(String file, Optional<String> branch, Optional<String> commit) {
    return new ProgressQuestion("a", file, branch, commit);
  }

  private Observation<Progress> read(ProgressQuestion question) {
    try (GitRepository git = main.open()) {
      return git.progress(List.of(question)).get("a");
    }
  }

  private Progress known(String file) {
    return read(question(file, Optional.of("work"), Optional.of(tip))).optional().orElseThrow();
  }

  private String reason(String file) {
    return reason(question(file, Optional.of("work"), Optional.of(tip)));
  }

  private String reason(ProgressQuestion question) {
    return read(question) instanceof Observation.Unknown<Progress> unknown ? unknown.reason() : "";
  }
}
