package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.Worktree.Changes;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.testing.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreeReaderTest {

  private static final Instant DAY = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir Path directory;

  private TestRepository main;

  @BeforeEach
  void make() {
    main = TestRepository.init(directory.resolve("work/shop"));
    main.write(".gitignore", "/target/\n*.log\n!keep.log\n");
    main.write("src/kept", "1\n").write("src/gone", "1\n").commit("file", "x\n");
  }

  @Test
  void worktrees_are_those_that_git_lists() throws IOException {
    main.git("worktree", "add", "-q", "-b", "beside", "../shop beside");
    main.git("worktree", "add", "-q", "-b", "lines", "../two\nlines");
    main.git("worktree", "add", "-q", "-b", "inside", "trees/inside");
    main.git("worktree", "add", "-q", "--detach", directory.resolve("far/away").toString());
    main.git("worktree", "add", "-q", "-b", "locked", "../locked");
    main.git("worktree", "lock", "--reason", "on a disk", "../locked");
    main.git("worktree", "add", "-q", "-b", "gone", "../gone");
    main.git("worktree", "add", "-q", "-b", "away", "../away");
    main.git("worktree", "lock", "../away");
    Files.move(directory.resolve("work/gone"), directory.resolve("work/moved"));
    Files.move(directory.resolve("work/away"), directory.resolve("work/removed"));
    for (String from : List.of("work/shop", "work/shop beside", "far/away")) {
      TestRepository seenFrom = TestRepository.at(directory.resolve(from));
      assertThat(listed(read(seenFrom))).as(from).isEqualTo(listedByGit(seenFrom));
    }
    assertThat(read(main).worktrees())
        .filteredOn(Worktree::prunable)
        .extracting(Worktree::directory)
        .containsExactly("../gone");
    assertThat(worktree("../locked").locked()).contains("on a disk");
    assertThat(worktree("../away").locked()).contains("");
  }

  @Test
  void a_bare_main_repository_is_no_worktree() throws IOException {
    main.git("clone", "-q", "--bare", ".", "../bare.git");
    TestRepository bare = TestRepository.at(directory.resolve("work/bare.git"));
    bare.git("worktree", "add", "-q", "../one", "main");
    bare.git("worktree", "add", "-q", "-b", "two", "../two");
    TestRepository one = TestRepository.at(directory.resolve("work/one"));
    assertThat(listed(read(one))).isEqualTo(listedByGit(one));
    assertThat(read(one).worktrees()).hasSize(2).noneMatch(Worktree::main);
    assertThat(read(one).worktrees())
        .filteredOn(Worktree::current)
        .extracting(Worktree::branch)
        .containsExactly(Optional.of("main"));
  }

  @Test
  void a_bare_repository_in_the_place_of_dot_git_is_no_worktree_either() {
    main.git("clone", "-q", "--bare", ".", "../hub/.git");
    TestRepository hub = TestRepository.at(directory.resolve("work/hub/.git"));
    hub.git("worktree", "add", "-q", "../main", "main");
    TestRepository one = TestRepository.at(directory.resolve("work/hub/main"));
    assertThat(read(one).worktrees()).extracting(Worktree::directory).containsExactly("main");
    assertThat(listed(read(one))).isEqualTo(listedByGit(one));
  }

  @Test
  void numbers_are_those_of_git_status() throws IOException {
    for (String name : List.of("../shop beside", "../two\nlines", "trees/inside")) {
      String branch = "in-" + name.replaceAll("[^a-z]", "");
      main.git("worktree", "add", "-q", "-b", branch, name);
      TestRepository tree = TestRepository.at(main.directory().resolve(name));
      change(tree);
      Changes changes = read(main).of(branch).orElseThrow().changes().optional().orElseThrow();
      assertThat(numbers(changes)).as(name).isEqualTo(numbersOfGit(tree)).isEqualTo("6 5");
    }
    assertThat(numbers(read(main).of("main").orElseThrow().changes().optional().orElseThrow()))
        .as("worktrees inside are not counted")
        .isEqualTo("0 0");
  }

  private static void change(TestRepository tree) throws IOException {
    tree.write("file", "changed\n").write("staged", "1\n").write("a name\nof two lines", "1\n");
    tree.git("add", "staged");
    tree.git("mv", "src/kept", "src/moved");
    Files.delete(tree.directory().resolve("src/gone"));
    tree.write("noted", "1\n").git("add", "--intent-to-add", "noted");
    tree.write("new/one", "1\n").write("new/deep/two", "1\n").write("keep.log", "1\n");
    tree.write("x.log", "1\n").write("target/y", "1\n").write("sub/.gitignore", "*\n");
    tree.write("sub/z", "1\n").write("src/n", "1\n");
  }

  @Test
  void the_last_change_is_that_of_the_youngest_file() throws IOException {
    main.git("worktree", "add", "-q", "-b", "beside", "../beside");
    TestRepository tree = TestRepository.at(directory.resolve("work/beside"));
    assertThat(changes("../beside").last()).isEmpty();
    tree.write("file", "changed\n").write("new", "1\n").write("x.log", "1\n");
    time(tree, "file", DAY);
    time(tree, "new", DAY.minusSeconds(60));
    assertThat(changes("../beside").last()).contains(DAY);
    time(tree, "new", DAY.plusSeconds(60));
    assertThat(changes("../beside").last()).contains(DAY.plusSeconds(60));
  }

  private static void time(TestRepository tree, String file, Instant time) throws IOException {
    Files.setLastModifiedTime(tree.directory().resolve(file), FileTime.from(time));
  }

  @Test
  void what_the_site_wrote_is_not_counted() {
    main.write("site/index.html", "1\n").write("other", "1\n");
    try (GitRepository git = main.open()) {
      WorktreeEvidence seen = git.worktrees(Set.of(main.directory().resolve("site")), List.of());
      assertThat(numbers(seen.worktrees().get(0).changes().optional().orElseThrow()))
          .isEqualTo("0 1");
    }
  }

  @Test
  void an_entry_that_leads_elsewhere_is_unknown_and_not_looked_into() throws IOException {
    TestRepository other = TestRepository.init(directory.resolve("work/other"));
    other.commit("secret", "x\n");
    main.git("worktree", "add", "-q", "-b", "beside", "../beside");
    Path victim = Files.createDirectories(directory.resolve("work/victim"));
    Files.writeString(victim.resolve(".git"), "gitdir: ../beside/.git\n");
    entry("a", "../../../../other/.git");
    entry("b", directory.toRealPath().resolve("work/victim/.git").toString());
    entry("c", "/dev/null");
    entry("d", "../../../HEAD");
    Files.createSymbolicLink(main.directory().resolve(".git/worktrees/e"), Path.of("a"));
    assertThat(read(main).worktrees())
        .extracting(WorktreeReaderTest::reason)
        .containsExactly(
            "",
            "",
            "the .git in its directory is no file",
            "its directory belongs to another repository",
            "git's entry c does not tell its directory",
            "git's entry d does not tell its directory");
  }

  private void entry(String name, String gitdir) {
    String entry = ".git/worktrees/" + name + "/";
    main.write(entry + "gitdir", gitdir + "\n").write(entry + "HEAD", "ref: refs/heads/main\n");
    main.write(entry + "commondir", "../..\n");
  }

  @Test
  void an_index_that_is_cut_off_or_a_pipe_is_unknown() throws Exception {
    for (String name : List.of("cut", "torn", "vast", "piped", "headless", "whole")) {
      main.git("worktree", "add", "-q", "-b", name, "../" + name);
    }
    Path entries = main.directory().resolve(".git/worktrees");
    byte[] index = Files.readAllBytes(entries.resolve("cut/index"));
    Files.write(entries.resolve("cut/index"), Arrays.copyOf(index, 200));
    Files.write(entries.resolve("torn/index"), Arrays.copyOf(index, index.length - 30));
    index[8] = 0x7f;
    Files.write(entries.resolve("vast/index"), index);
    pipe(entries.resolve("piped/index"));
    pipe(entries.resolve("headless/HEAD"));
    assertThat(reason(worktree("../cut"))).isEqualTo("git's index is cut off");
    assertThat(reason(worktree("../torn"))).startsWith("git's index cannot be read (");
    assertThat(reason(worktree("../vast"))).isEqualTo("git's index is cut off");
    assertThat(reason(worktree("../piped"))).isEqualTo("git's index is no file");
    assertThat(reason(worktree("../headless")))
        .isEqualTo("what is checked out in it cannot be read");
    assertThat(reason(worktree("../whole"))).isEmpty();
  }

  private static void pipe(Path path) throws Exception {
    Files.delete(path);
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  @Test
  void more_worktrees_than_the_limit_are_counted_and_not_looked_at() {
    for (int i = 0; i < WorktreeReader.LIMIT + 3; i++) {
      entry("entry" + i, "../../../none" + i + "/.git");
    }
    WorktreeEvidence seen = read(main);
    assertThat(seen.worktrees()).hasSize(WorktreeReader.LIMIT);
    assertThat(seen.more()).isEqualTo(4);
  }

  @Test
  void a_branch_without_a_commit_has_nothing_to_compare_with() {
    main.git("worktree", "add", "-q", "--detach", "../new");
    TestRepository tree = TestRepository.at(directory.resolve("work/new"));
    tree.git("checkout", "-q", "--orphan", "fresh");
    assertThat(worktree("../new").branch()).contains("fresh");
    assertThat(worktree("../new").head()).isEmpty();
    assertThat(reason(worktree("../new"))).isEqualTo("its branch has no commit yet");
  }

  @Test
  void nothing_is_written() throws IOException {
    main.git("worktree", "add", "-q", "-b", "beside", "../beside");
    TestRepository.at(directory.resolve("work/beside")).write("file", "changed\n");
    SortedMap<String, String> before = Snapshot.of(directory);
    read(main);
    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }

  private static WorktreeEvidence read(TestRepository from) {
    try (GitRepository git = from.open()) {
      return git.worktrees(Set.of(), List.of());
    }
  }

  private Worktree worktree(String name) {
    return read(main).worktrees().stream()
        .filter(tree -> tree.directory().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Changes changes(String name) {
    return worktree(name).changes().optional().orElseThrow();
  }

  private static String reason(Worktree worktree) {
    return worktree.changes() instanceof Observation.Unknown<Changes> unknown
        ? unknown.reason()
        : "";
  }

  private static String numbers(Changes changes) {
    return changes.changed() + " " + changes.untracked();
  }

  /** What git counts: lines for changed files, and lines for untracked ones. */
  private static String numbersOfGit(TestRepository tree) {
    String[] lines = tree.git("status", "--porcelain", "-z", "-uall", "--no-renames").split("\0");
    long untracked = List.of(lines).stream().filter(line -> line.startsWith("??")).count();
    return (lines.length - untracked) + " " + untracked;
  }

  private static List<String> listed(WorktreeEvidence seen) {
    return seen.worktrees().stream()
        .map(
            tree ->
                tree.head().orElse("none")
                    + " "
                    + tree.branch().orElse("detached")
                    + tree.locked().map(reason -> " locked " + reason).orElse("")
                    + (tree.prunable() ? " prunable" : ""))
        .map(String::strip)
        .collect(Collectors.toList());
  }

  /** What git lists, the bare repository left out. */
  private static List<String> listedByGit(TestRepository from) {
    List<String> trees = new ArrayList<>();
    for (String record : from.git("worktree", "list", "--porcelain", "-z").split("\0\0")) {
      String tree = "";
      for (String line : record.split("\0")) {
        if (line.startsWith("HEAD ")) {
          tree = line.substring("HEAD ".length());
        } else if (line.startsWith("branch ")) {
          tree += " " + line.substring("branch refs/heads/".length());
        } else if (line.startsWith("prunable")) {
          tree += " prunable";
        } else if (!line.startsWith("worktree ") && !line.equals("bare")) {
          tree += " " + line;
        }
      }
      if (!tree.isEmpty()) {
        trees.add(tree.strip());
      }
    }
    return trees;
  }
}
