package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.Worktree.Operation;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.evidence.WorktreeEvidence.PlaceQuestion;
import dev.coord.evidence.WorktreeEvidence.ProgressQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.internal.storage.file.FileReftableStack;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is under way in worktrees, held against {@code git status} and {@code git worktree}. */
class OperationsTest {

  @TempDir Path directory;

  private TestRepository main;
  private TestRepository tree;

  @BeforeEach
  void make() {
    main = TestRepository.init(directory.resolve("work/shop"));
    main.commit("file", "1\n");
    main.git("worktree", "add", "-q", "-b", "feature/a", "../a");
    tree = TestRepository.at(directory.resolve("work/a"));
    tree.commit("file", "a\n");
    tree.commit("other", "a\n");
    main.commit("file", "main\n");
  }

  @Test
  void nothing_is_under_way_where_git_status_says_so() {
    assertThat(seen()).isEmpty();
    assertThat(saidByGit()).isEmpty();
  }

  @Test
  void a_rebase_names_its_branch_and_what_it_goes_onto() {
    tree.stopped("rebase", "main");

    assertThat(seen()).containsExactly("rebase feature/a " + main.git("rev-parse", "HEAD"));
    agrees();
  }

  @Test
  void a_rebase_by_patches_is_a_rebase_too() {
    tree.stopped("rebase", "--apply", "main");

    assertThat(seen()).containsExactly("rebase feature/a " + main.git("rev-parse", "HEAD"));
    agrees();
  }

  @Test
  void a_rebase_of_a_detached_head_has_no_branch() {
    tree.git("checkout", "-q", "--detach");
    tree.stopped("rebase", "main");

    assertThat(seen()).containsExactly("rebase - " + main.git("rev-parse", "HEAD"));
    agrees();
  }

  @Test
  void patches_that_do_not_apply_are_an_am() {
    String patch = tree.git("format-patch", "--stdout", "main~1..feature/a") + "\n";
    main.write("../patch", patch);
    tree.git("checkout", "-q", "-B", "feature/a", "main");
    tree.stopped("am", "../patch");

    assertThat(seen()).containsExactly("am -");
    agrees();
  }

  @Test
  void a_merge_names_what_it_brings_and_one_without_conflicts_left_is_still_one() {
    tree.stopped("merge", "main");
    assertThat(seen()).containsExactly("merge - " + main.git("rev-parse", "HEAD"));
    agrees();

    tree.write("file", "both\n").git("add", "file");
    assertThat(seen()).containsExactly("merge - " + main.git("rev-parse", "HEAD"));
    agrees();
  }

  @Test
  void a_pick_and_a_revert_name_their_commits() {
    tree.stopped("cherry-pick", "main");
    assertThat(seen()).containsExactly("cherry-pick - " + main.git("rev-parse", "HEAD"));
    agrees();

    tree.git("cherry-pick", "--abort");
    String first = tree.git("rev-parse", "HEAD~1");
    tree.commit("file", "again\n");
    tree.stopped("revert", "--no-edit", first);
    assertThat(seen()).containsExactly("revert - " + first);
    agrees();
  }

  @Test
  void picks_and_reverts_that_are_left_are_told_between_two_commits() {
    main.commit("file", "more\n");
    tree.stopped("cherry-pick", "main~1", "main");
    tree.git("checkout", "-q", "--theirs", "file");
    tree.git("add", "file");
    tree.git("commit", "-q", "-m", "Picked by hand");

    assertThat(seen()).containsExactly("cherry-pick -");
    agrees();
  }

  @Test
  void a_bisect_names_the_branch_that_it_began_on() {
    tree.git("bisect", "start", "HEAD", "HEAD~2");

    assertThat(seen()).containsExactly("bisect feature/a");
    agrees();
  }

  @Test
  void a_bisect_that_began_on_no_branch_has_none() {
    tree.git("checkout", "-q", "--detach");
    tree.git("bisect", "start", "HEAD", "HEAD~2");

    assertThat(seen()).containsExactly("bisect -");
    agrees();
  }

  @Test
  void a_bisect_can_stop_for_a_merge() {
    tree.git("bisect", "start", "HEAD", "HEAD~2");
    tree.stopped("merge", "main");

    assertThat(seen())
        .containsExactly("merge - " + main.git("rev-parse", "HEAD"), "bisect feature/a");
    agrees();
  }

  @Test
  void the_main_worktree_has_its_own() {
    main.stopped("merge", "feature/a");

    assertThat(read(main, List.of()).worktrees())
        .extracting(worktree -> worktree.operations().size())
        .containsExactly(1, 0);
    assertThat(seen()).isEmpty();
  }

  @Test
  void a_branch_is_worked_on_where_git_says_it_is_used() {
    tree.stopped("rebase", "main");
    String refused = main.stopped("branch", "-D", "feature/a");
    assertThat(refused).contains("feature/a").contains("work/a");

    Worktree worktree = worktree(List.of());

    assertThat(worktree.branch()).isEmpty();
    assertThat(worktree.worksOn()).contains("feature/a");
    assertThat(read(main, List.of()).of("feature/a")).contains(worktree);
    assertThat(main.evidence(branch("feature/a")).worktree()).contains("../a");
    assertThat(main.git("worktree", "list", "--porcelain")).contains("\ndetached");
  }

  @Test
  void the_check_list_of_a_branch_that_is_rebased_is_that_of_its_worktree() {
    tree.commit("notes.md", "- [ ] one\n");
    tree.stopped("rebase", "main");
    tree.write("notes.md", "- [x] one\n");
    ProgressQuestion question =
        new ProgressQuestion("a", "notes.md", Optional.of("feature/a"), Optional.empty());

    try (GitRepository git = main.open()) {
      Progress progress = git.progress(List.of(question)).get("a").optional().orElseThrow();
      assertThat(progress.worktree()).contains("../a");
      assertThat(progress.done()).isEqualTo(1);
    }
  }

  @Test
  void a_detached_head_is_told_beside_the_branch_as_git_counts() {
    String first = tree.git("rev-parse", "HEAD~1");
    tree.git("checkout", "-q", "--detach");
    assertThat(position()).isEqualTo("0 0").isEqualTo(countedByGit());
    tree.git("checkout", "-q", first);
    assertThat(position()).isEqualTo("0 1").isEqualTo(countedByGit());
    tree.git("checkout", "-q", "main~1");
    assertThat(position()).isEqualTo("0 2").isEqualTo(countedByGit());
    tree.git("checkout", "-q", "--detach", "main");
    assertThat(position()).isEqualTo("1 2").isEqualTo(countedByGit());
    tree.git("checkout", "-q", "--detach", "feature/a");
    tree.commit("more", "1\n");
    assertThat(position()).isEqualTo("1 0").isEqualTo(countedByGit());
  }

  @Test
  void a_branch_that_is_gone_is_known_to_be_gone() {
    tree.git("checkout", "-q", "--detach");
    main.git("branch", "-q", "-D", "feature/a");

    assertThat(worktree(question()).position().orElseThrow().distance())
        .isEqualTo(Observation.known(Optional.empty()));
  }

  @Test
  void a_shallow_clone_cannot_tell_how_far_a_detached_head_is() {
    main.git(
        "clone", "-q", "--depth=1", "--no-single-branch", main.directory().toUri() + "", "../c");
    TestRepository clone = TestRepository.at(directory.resolve("work/c"));
    clone.git("worktree", "add", "-q", "--detach", "../d", "origin/feature/a");

    Worktree.Position position =
        read(clone, List.of(new PlaceQuestion("../d", "feature/a"))).worktrees().stream()
            .flatMap(worktree -> worktree.position().stream())
            .findFirst()
            .orElseThrow();

    assertThat(position.distance().isKnown()).isFalse();
  }

  @Test
  void a_head_on_a_branch_or_with_nothing_asked_has_no_position() {
    assertThat(worktree(question()).position()).isEmpty();
    tree.git("checkout", "-q", "--detach");
    assertThat(worktree(List.of()).position()).isEmpty();
    assertThat(worktree(question()).position()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "refs/heads/",
        "refs/heads/../../../etc/passwd",
        "refs/heads/a\nrefs/heads/b",
        "refs/heads/\u001b[31m::error::x",
        "detached HEAD",
        "feature/a",
        "refs/remotes/origin/main"
      })
  void what_is_no_branch_in_gits_notes_is_passed_over(String text) throws IOException {
    Path own = main.directory().resolve(".git/worktrees/a");
    tree.git("checkout", "-q", "--detach");
    Files.createDirectories(own.resolve("rebase-merge"));
    Files.writeString(own.resolve("rebase-merge/head-name"), text);
    Files.writeString(own.resolve("rebase-merge/onto"), text);

    assertThat(seen()).containsExactly("rebase -");
    assertThat(worktree(List.of()).worksOn()).isEmpty();
  }

  @Test
  @Timeout(30)
  void notes_that_are_directories_or_pipes_do_no_harm() throws Exception {
    Path own = main.directory().resolve(".git/worktrees/a");
    Files.createDirectories(own.resolve("rebase-merge/head-name"));
    Files.createDirectories(own.resolve("MERGE_HEAD"));
    Files.createDirectories(own.resolve("sequencer"));
    pipe(own.resolve("sequencer/todo"));
    pipe(own.resolve("BISECT_START"));
    pipe(own.resolve("CHERRY_PICK_HEAD"));
    Files.writeString(own.resolve("BISECT_LOG"), "");

    assertThat(seen()).containsExactly("rebase -", "merge -", "bisect -");
  }

  @Test
  void what_is_picked_is_told_where_refs_are_kept_in_reftables() throws IOException {
    ObjectId id = ObjectId.fromString("1".repeat(40));
    Path own = Files.createDirectories(directory.resolve("own"));
    Path tables = Files.createDirectories(own.resolve("reftable"));
    try (FileReftableStack stack = new FileReftableStack(tables.toFile(), () -> {}, Config::new)) {
      stack.addReftable(
          writer -> {
            writer.setMinUpdateIndex(1).setMaxUpdateIndex(1).begin();
            writer.writeRef(
                new ObjectIdRef.PeeledNonTag(Ref.Storage.PACKED, "CHERRY_PICK_HEAD", id), 1);
          });
    }

    assertThat(Operations.of(own, true))
        .extracting(OperationsTest::words)
        .containsExactly("cherry-pick - " + id.name());
  }

  private static void pipe(Path path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  /** Whether coord and git say the same of the worktree. */
  private void agrees() {
    assertThat(seen().stream().map(OperationsTest::shortened).toList()).isEqualTo(saidByGit());
  }

  private List<String> seen() {
    return worktree(List.of()).operations().stream().map(OperationsTest::words).toList();
  }

  private static String words(Operation one) {
    return (one.kind().word()
            + " "
            + one.branch().orElse("-")
            + " "
            + String.join(" ", one.commits()))
        .strip();
  }

  /** As git status does: ids of seven digits, and none of what is merged. */
  private static String shortened(String words) {
    String shorter = words.replaceAll("([0-9a-f]{7})[0-9a-f]{33}", "$1");
    return shorter.startsWith("merge") ? "merge -" : shorter;
  }

  private List<String> saidByGit() {
    String status = tree.git("status");
    List<String> said = new ArrayList<>();
    Matcher rebase = Pattern.compile("rebase in progress; onto ([0-9a-f]+)").matcher(status);
    if (rebase.find()) {
      Matcher of = Pattern.compile("rebasing branch '(.*)' on '").matcher(status);
      said.add("rebase " + (of.find() ? of.group(1) : "-") + " " + rebase.group(1));
    } else if (status.contains("You are in the middle of an am session.")) {
      said.add("am -");
    } else if (status.contains("(use \"git merge --abort\" to abort the merge)")
        || status.contains("All conflicts fixed but you are still merging.")) {
      said.add("merge -");
    }
    command(status, "cherry-pick", "cherry-picking", "Cherry-pick", said);
    command(status, "revert", "reverting", "Revert", said);
    Matcher bisect =
        Pattern.compile("currently bisecting(, started from branch '(.*)')?").matcher(status);
    if (bisect.find()) {
      boolean id = bisect.group(2) == null || bisect.group(2).matches("[0-9a-f]{7}");
      said.add("bisect " + (id ? "-" : bisect.group(2)));
    }
    return said;
  }

  private static void command(
      String status, String word, String doing, String noun, List<String> said) {
    Matcher with = Pattern.compile("currently " + doing + " commit ([0-9a-f]+)").matcher(status);
    if (with.find()) {
      said.add(word + " - " + with.group(1));
    } else if (status.contains(noun + " currently in progress.")) {
      said.add(word + " -");
    }
  }

  private String position() {
    Worktree.Distance distance =
        worktree(question())
            .position()
            .orElseThrow()
            .distance()
            .optional()
            .orElseThrow()
            .orElseThrow();
    return distance.ahead() + " " + distance.behind();
  }

  private String countedByGit() {
    return tree.git("rev-list", "--left-right", "--count", "HEAD...feature/a").replace('\t', ' ');
  }

  private static List<PlaceQuestion> question() {
    return List.of(new PlaceQuestion("../a/", "feature/a"));
  }

  private Worktree worktree(List<PlaceQuestion> questions) {
    return read(main, questions).worktrees().stream()
        .filter(one -> one.directory().equals("../a"))
        .findFirst()
        .orElseThrow();
  }

  private static WorktreeEvidence read(TestRepository from, List<PlaceQuestion> questions) {
    try (GitRepository git = from.open()) {
      return git.worktrees(Set.of(), questions);
    }
  }
}
