package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepoPathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "src/main/java/A.java",
        ".github/workflows/ci.yml",
        ".gitignore",
        "a/.gitattributes",
        "git",
        "x.git/a",
        "git~10",
        "with space",
        "a/...",
        "straße/日本.txt",
        "ab:c",
        "-rf",
        "\ud83d\ude00"
      })
  void plain_relative_paths_are_safe(String path) {
    assertThat(RepoPaths.isSafe(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "a//b",
        "a/",
        ".",
        "..",
        "../a",
        "a/../b",
        "a/./b",
        "a/..",
        "C:",
        "c:/a",
        "Z:a",
        "a\\b",
        "..\\a",
        "\\\\server\\share"
      })
  void paths_that_leave_their_directory_are_unsafe(String path) {
    assertThat(RepoPaths.isSafe(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        ".git/config",
        "a/.git/hooks/x",
        ".GIT/config",
        ".Git",
        "git~1",
        "GIT~1/config",
        ".git.",
        ".git ",
        ".git . .",
        ".git::$INDEX_ALLOCATION/config",
        ".g\u200cit/config",
        ".gi\ufefft",
        "\u200d.git"
      })
  void paths_into_git_s_own_data_are_unsafe(String path) {
    assertThat(RepoPaths.isSafe(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\rb",
        "a\tb",
        "\u001b[31m",
        "a\u007f",
        "a\u0085b",
        "a\ud800b",
        "\udc00"
      })
  void paths_with_control_characters_or_half_characters_are_unsafe(String path) {
    assertThat(RepoPaths.isSafe(path)).isFalse();
  }

  @Test
  void paths_longer_than_4096_characters_are_unsafe() {
    assertThat(RepoPaths.isSafe("a".repeat(4096))).isTrue();
    assertThat(RepoPaths.isSafe("a".repeat(4097))).isFalse();
  }

  @Test
  void case_is_compared_without_the_rules_of_a_language() {
    assertThat(RepoPaths.isSafe(".GİT/config")).isTrue();
    assertThat(RepoPaths.isSafe(".GIT/config")).isFalse();
  }
}
