package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntrackedFilesTest {

  /** Files that ignore files of all kinds are asked about. */
  private static final List<String> FILES =
      List.of(
          "a",
          "a.log",
          "keep.log",
          "dir/a",
          "dir/a.log",
          "dir/keep/b",
          "dir/deep/keep.log",
          "deep/dir/c",
          "build/x",
          "sub/build/y",
          "sub/build.txt",
          "doc/a/b/c.txt",
          "doc/a/b/d.bin",
          "doc/e.txt",
          "x y/#z",
          "!odd",
          "sub/one.tmp",
          "sub/two.tmp",
          "sub/deep/three.tmp");

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("tracked", "1\n");
    FILES.forEach(file -> repository.write(file, "1\n"));
  }

  @Test
  void untracked_files_are_those_that_git_lists() throws IOException {
    for (String ignore :
        List.of(
            "",
            "*.log\n!keep.log\n",
            "/dir/*\n!/dir/keep/\n",
            "*\n!*/\n!*.txt\n",
            "*\n!sub\n",
            "build/\n",
            "/build\nsub/*\n!sub/build\n",
            "doc/**\n!doc/**/\n!doc/**/*.txt\n",
            "**/deep/\n",
            "**/dir/c\n",
            "dir/**/keep.log\n",
            "\\#z\n\\!odd\n# comment\n\n",
            "x\\ y/\nsub/*.tmp\n",
            "sub/**/three.tmp\n!sub/deep\n",
            "[a-d]\n[!a].log\n",
            "?\ndeep\n",
            "a   \nbroken[\n//\n",
            "**\n!/a\n",
            "/**/\n")) {
      repository.write(".gitignore", ignore);
      assertThat(count()).as(ignore).isEqualTo(countOfGit());
    }
  }

  @Test
  void ignore_files_of_directories_and_of_the_repository_count_in_gits_order() throws IOException {
    repository.write(".gitignore", "*.tmp\n*.log\n").write("sub/.gitignore", "!two.tmp\n/deep\n");
    repository.write("dir/.gitignore", "!*.log\nkeep/\n");
    repository.write(".git/info/exclude", "build\n!one.tmp\n/a\n");
    assertThat(count()).isEqualTo(countOfGit()).isBetween(5, FILES.size());
  }

  @Test
  void repositories_inside_and_what_is_no_file_do_not_count() throws Exception {
    int before = count();
    TestRepository.init(directory.resolve("nested")).commit("file", "1\n");
    assertThat(new ProcessBuilder("mkfifo", directory.resolve("pipe").toString()).start().waitFor())
        .isZero();
    Files.createDirectories(directory.resolve("empty/of/files"));
    assertThat(count()).isEqualTo(before);
    Files.createSymbolicLink(directory.resolve("link"), Path.of("dir"));
    assertThat(count()).as("a link is a file").isEqualTo(before + 1);
  }

  @Test
  void tracked_files_in_ignored_directories_change_nothing() throws IOException {
    repository.write("build/kept", "1\n").git("add", "build/kept");
    repository.write(".gitignore", "build/\n");
    assertThat(count()).isEqualTo(countOfGit());
  }

  @Test
  void an_ignore_file_that_is_a_link_is_not_read() throws IOException {
    int before = count();
    Files.writeString(directory.resolve("tracked"), "*\n");
    Files.createSymbolicLink(directory.resolve("sub/.gitignore"), Path.of("../tracked"));
    assertThat(count()).isEqualTo(before + 1).isEqualTo(countOfGit());
  }

  @Test
  void an_ignore_file_of_too_many_lines_is_unreadable() {
    repository.write(".gitignore", "x\n".repeat(10_001));
    assertThatThrownBy(this::count)
        .isInstanceOf(UnreadableException.class)
        .hasMessage("a .gitignore has more than 10000 lines");
  }

  @Test
  void a_pattern_made_to_be_slow_is_not() throws IOException {
    repository.write(".gitignore", "*a".repeat(1000) + "b\n").write("a".repeat(200), "1\n");
    assertThat(count()).isEqualTo(FILES.size() + 2);
  }

  private int count() throws IOException {
    int[] count = {0};
    List<String> tracked = List.of(repository.git("ls-files", "-z").split("\0"));
    new UntrackedFiles(repository.directory(), new TreeSet<>(tracked), Set.of(), a -> count[0]++)
        .find(repository.directory().resolve(".git/info/exclude"));
    return count[0];
  }

  private int countOfGit() {
    String listed = repository.git("ls-files", "-z", "--others", "--exclude-standard");
    return (int)
        List.of(listed.split("\0")).stream().filter(f -> !f.isEmpty() && !f.endsWith("/")).count();
  }
}
