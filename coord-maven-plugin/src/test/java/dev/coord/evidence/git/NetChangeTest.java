package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static dev.coord.evidence.git.TestRepository.treeEntry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.Observation.Unknown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetChangeTest {

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
  }

  @Test
  void lines_are_counted_as_git_counts_them() {
    repository
        .write("kept.txt", "a\n")
        .write("changed.txt", lines(1, 40))
        .write("gone.txt", "x\ny\n");
    repository.write("unended.txt", "one\ntwo").write("dir/deep/moved.txt", lines(1, 9));
    repository.commit("Begin");
    repository.startBranch("work");
    repository.write("changed.txt", lines(1, 10) + "new\n" + lines(15, 30) + "end\n");
    repository.write("unended.txt", "one\ntwo\n").write("added.txt", "no end");
    repository.write("empty.txt", "").write("Umläute und Leerzeichen.txt", "ü\n");
    repository.git("rm", "-q", "gone.txt");
    repository.git("mv", "dir/deep/moved.txt", "dir/moved.txt");
    repository.commit("Change much");
    assertThat(changes("work")).isEqualTo(ofGit("main", "work"));
    assertThat(kinds("work"))
        .containsEntry("gone.txt", Kind.DELETED)
        .containsEntry("added.txt", Kind.ADDED)
        .containsEntry("changed.txt", Kind.MODIFIED);
  }

  @Test
  void a_rename_is_two_changes() {
    repository.write("old.txt", lines(1, 30)).commit("Begin");
    repository.startBranch("work").git("mv", "old.txt", "new.txt");
    repository.commit("Rename");
    assertThat(kinds("work"))
        .containsExactly(entry("new.txt", Kind.ADDED), entry("old.txt", Kind.DELETED));
  }

  @Test
  void what_a_branch_takes_back_of_one_of_several_merge_bases_is_its_change() {
    cross("theirs.txt", "old\n");
    repository.commit("own.txt", "more\n");

    assertThat(repository.git("merge-base", "--all", "main", "work").lines()).hasSize(2);
    assertThat(ofGit("main", "work")).containsOnlyKeys("own.txt");
    assertThat(kinds("work"))
        .containsExactly(entry("own.txt", Kind.MODIFIED), entry("theirs.txt", Kind.MODIFIED));
    repository.checkout("main").merge("work");
    assertThat(repository.git("show", "HEAD:theirs.txt")).isEqualTo("old");
  }

  @Test
  void what_the_base_took_back_of_one_of_several_merge_bases_is_no_change_of_the_branch() {
    cross("theirs.txt", "new\n");
    repository.commit("more.txt", "more\n");
    repository.checkout("main").commit("own.txt", "taken back\n");

    assertThat(kinds("work")).containsExactly(entry("more.txt", Kind.ADDED));
  }

  /** Two branches that took in each other's first commit; the branch leaves a file as it says. */
  private void cross(String file, String text) {
    repository.write("own.txt", "old\n").commit("theirs.txt", "old\n");
    String ours = repository.commit("theirs.txt", "new\n");
    repository.git("checkout", "-q", "-b", "work", "HEAD~1");
    repository.commit("own.txt", "new\n");
    repository.redate(Instant.parse("2026-01-20T12:00:00Z").getEpochSecond());
    String first = repository.git("rev-parse", "HEAD");
    repository.git("merge", "-q", "--no-commit", "--no-ff", ours);
    repository.commit(file, text);
    repository.checkout("main").git("merge", "-q", "--no-ff", "-m", "Merge", first);
    repository.checkout("work");
  }

  @Test
  void random_edits_are_counted_as_git_counts_them() {
    Random random = new Random(11);
    for (int file = 0; file < 30; file++) {
      repository.write("f" + file, words(random, 40));
    }
    repository.commit("Begin");
    repository.startBranch("work");
    for (int file = 0; file < 30; file++) {
      repository.write("f" + file, words(random, 40));
    }
    repository.commit("Edit");
    SortedMap<String, String> expected = ofGit("main", "work");
    SortedMap<String, String> found = changes("work");
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    // Few words on many lines are the worst case: what is common at the ends is cut off first here.
    assertThat(total(found)).isBetween(total(expected) * 0.97, total(expected) * 1.03);
  }

  @Test
  void binary_and_large_files_have_no_lines() {
    repository.write("image", new byte[] {'a', 0, 'b'}).write("late", lateNul());
    repository.commit("Begin");
    repository.startBranch("work");
    repository.write("image", new byte[] {'a', 0, 'c'}).write("late", lines(1, 3000));
    repository.write("large", "x\n".repeat(2_200_000)).write("new.bin", new byte[10]);
    repository.commit("Change");
    SortedMap<String, String> found = changes("work");
    assertThat(found).containsEntry("large", "-");
    found.remove("large");
    SortedMap<String, String> expected = ofGit("main", "work");
    expected.remove("large");
    assertThat(found).isEqualTo(expected).containsEntry("image", "-").containsEntry("new.bin", "-");
  }

  @Test
  void modes_links_and_kinds_of_files_count_as_changes() throws IOException {
    repository.write("script", "#!/bin/sh\n").write("becomes-link", "text\n");
    Files.createSymbolicLink(directory.resolve("link"), Path.of("script"));
    repository.write("becomes-directory", "text\n").commit("Begin");
    repository.startBranch("work");
    repository.git("update-index", "--chmod=+x", "script");
    Files.delete(directory.resolve("link"));
    Files.createSymbolicLink(directory.resolve("link"), Path.of("elsewhere"));
    Files.delete(directory.resolve("becomes-link"));
    Files.createSymbolicLink(directory.resolve("becomes-link"), Path.of("script"));
    Files.delete(directory.resolve("becomes-directory"));
    repository.write("becomes-directory/inside", "text\n");
    directory.resolve("script").toFile().setExecutable(true);
    repository.commit("Change kinds");
    assertThat(kinds("work"))
        .containsExactly(
            entry("becomes-directory", Kind.DELETED),
            entry("becomes-directory/inside", Kind.ADDED),
            entry("becomes-link", Kind.MODIFIED),
            entry("link", Kind.MODIFIED),
            entry("script", Kind.MODIFIED));
    assertThat(changes("work")).containsEntry("script", "0 0").containsEntry("link", "1 1");
  }

  @Test
  void a_submodule_is_one_entry_and_never_looked_into() {
    repository.commit("file", "a\n");
    repository.startBranch("work");
    String elsewhere = "1234567890123456789012345678901234567890";
    repository.git("update-index", "--add", "--cacheinfo", "160000," + elsewhere + ",module");
    repository.git("commit", "-q", "-m", "Add a submodule");
    assertThat(changes("work")).containsExactly(entry("module", "-"));
    assertThat(repository.delta("work").commits().get(0).paths()).containsExactly("module");
  }

  @Test
  void hostile_paths_are_kept_as_they_are() {
    repository.commit("file", "a\n");
    String blob = repository.object("blob", "x\n".getBytes());
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (String name : List.of("..", "a\nb", "not\udcfeutf8", "not\udcffutf8")) {
      tree.writeBytes(treeEntry("100644", name, blob));
    }
    branchOf(repository.object("tree", tree.toByteArray()));
    assertThat(kinds("work").keySet())
        .contains("..", "a\nb", "not\udcfeutf8", "not\udcffutf8", "file");
  }

  @Test
  void forms_of_unicode_and_of_case_are_different_paths() {
    repository.commit("file", "a\n");
    String blob = repository.object("blob", "x\n".getBytes());
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (String name : List.of("E", "e", "e\u0301", "\u00e9")) {
      tree.writeBytes(treeEntry("100644", name, blob));
    }
    branchOf(repository.object("tree", tree.toByteArray()));

    assertThat(kinds("work").keySet()).contains("E", "e", "e\u0301", "\u00e9");
  }

  @Test
  void unchanged_and_reverted_files_are_no_change() {
    repository.commit("file", "a\n");
    repository.startBranch("work");
    repository.commit("file", "b\n");
    repository.commit("file", "a\n");
    BranchDelta delta = repository.delta("work");
    assertThat(delta.changes()).isEmpty();
    assertThat(delta.ahead()).isEqualTo(2);
  }

  @Test
  void the_commits_name_what_they_change_against_their_first_parent() {
    repository.write("a", "1\n").commit("Begin");
    repository.startBranch("work");
    repository.write("a", "2\n").commit("One");
    repository.git("checkout", "-q", "main");
    repository.write("b", "1\n").commit("Meanwhile");
    repository.git("checkout", "-q", "work");
    repository.merge("main");
    repository.write("a", "3\n").write("c", "1\n").commit("Two");
    List<Commit> commits = repository.delta("work").commits();
    assertThat(commits)
        .extracting(Commit::subject)
        .containsExactly("Two", "Merge branch 'main' into work", "One");
    assertThat(commits.get(0).paths()).containsExactly("a", "c");
    assertThat(commits.get(1).paths()).isEmpty();
    assertThat(commits.get(2).paths()).containsExactly("a");
  }

  @Test
  void a_merge_that_changes_a_file_itself_names_it() {
    repository.write("a", "1\n").write("evil", "1\n").write("hidden", "1\n").commit("Begin");
    repository.startBranch("work").write("a", "2\n").commit("One");
    repository.git("checkout", "-q", "main");
    repository.write("b", "1\n").commit("Meanwhile");
    repository.git("checkout", "-q", "work");
    repository.git("merge", "-q", "--no-ff", "--no-commit", "main");
    repository.write("evil", "2\n").git("rm", "-q", "hidden");
    repository.commit("Merge branch 'main' into work");
    assertThat(repository.delta("work").commits().get(0).paths()).containsExactly("evil", "hidden");
  }

  @Test
  void a_bomb_of_a_dozen_trees_is_unknown() {
    repository.commit("file", "a\n");
    String id = repository.object("blob", new byte[0]);
    String mode = "100644";
    for (int level = 0; level < 10; level++) {
      ByteArrayOutputStream tree = new ByteArrayOutputStream();
      for (char name = 'a'; name < 'k'; name++) {
        tree.writeBytes(treeEntry(mode, String.valueOf(name), id));
      }
      id = repository.object("tree", tree.toByteArray());
      mode = "40000";
    }
    branchOf(id);
    assertThat(reason("work")).isEqualTo("there are more than 500000 paths to look at");
  }

  @Test
  void directories_nested_without_end_are_unknown() {
    repository.commit("file", "a\n");
    String id = repository.object("tree", new byte[0]);
    for (int level = 0; level < 300; level++) {
      id = repository.object("tree", treeEntry("40000", "d", id));
    }
    branchOf(id);
    assertThat(reason("work")).isEqualTo("directories are nested more than 256 deep");
  }

  @Test
  void a_tree_that_could_hide_entries_is_unknown() {
    repository.commit("file", "a\n");
    String blob = repository.object("blob", new byte[0]);
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    tree.writeBytes(treeEntry("100644", "z", blob));
    tree.writeBytes(treeEntry("100644", "a", blob));
    branchOf(repository.object("tree", tree.toByteArray()));
    assertThat(reason("work")).contains("a tree has entries out of order");
    branchOf(repository.object("tree", treeEntry("100644", "a/b", blob)));
    assertThat(reason("work")).contains("a tree has a name with a slash");
  }

  /** Makes {@code work} a commit on top of {@code main} with a tree. */
  private void branchOf(String tree) {
    String commit = repository.git("commit-tree", tree, "-p", "main", "-m", "Made by hand");
    repository.git("update-ref", "refs/heads/work", commit);
  }

  private String reason(String name) {
    BranchEvidence evidence = repository.evidence(branch(name));
    return ((Unknown<BranchDelta>) evidence.delta()).reason();
  }

  private SortedMap<String, String> changes(String name) {
    SortedMap<String, String> changes = new TreeMap<>();
    for (FileChange change : repository.delta(name).changes()) {
      changes.put(change.path(), change.binary() ? "-" : change.added() + " " + change.removed());
    }
    return changes;
  }

  private SortedMap<String, Kind> kinds(String name) {
    SortedMap<String, Kind> kinds = new TreeMap<>();
    repository.delta(name).changes().forEach(change -> kinds.put(change.path(), change.kind()));
    return kinds;
  }

  private SortedMap<String, String> ofGit(String base, String tip) {
    SortedMap<String, String> changes = new TreeMap<>();
    String range = base + "..." + tip;
    repository
        .git("diff", "--numstat", "--no-renames", "--diff-algorithm=histogram", range)
        .lines()
        .map(line -> line.split("\t", 3))
        .forEach(part -> changes.put(part[2], part[0].equals("-") ? "-" : part[0] + " " + part[1]));
    return changes;
  }

  private static double total(SortedMap<String, String> changes) {
    return changes.values().stream()
        .flatMap(numbers -> List.of(numbers.split(" ")).stream())
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(n -> "line " + n + "\n")
        .collect(Collectors.joining());
  }

  private static String words(Random random, int lines) {
    return IntStream.range(0, lines)
        .mapToObj(n -> "word " + random.nextInt(25) + "\n")
        .collect(Collectors.joining());
  }

  private static byte[] lateNul() {
    byte[] bytes = new byte[9000];
    Arrays.fill(bytes, (byte) '\n');
    bytes[8500] = 0;
    return bytes;
  }

  private static <V> Map.Entry<String, V> entry(String path, V value) {
    return Map.entry(path, value);
  }
}
