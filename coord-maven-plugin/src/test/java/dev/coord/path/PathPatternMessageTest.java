package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternMessageTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "   "})
  void an_empty_pattern_is_refused(String text) {
    assertMessage(
        text,
        "Pattern is empty. Write a path such as \"src/main/\", or \"/**\" for the whole repository.");
  }

  @Test
  void a_pattern_without_a_name_is_refused() {
    assertMessage("/", "Pattern \"/\" matches nothing. Write \"/**\" for the whole repository.");
  }

  @Test
  void a_negation_is_refused() {
    assertMessage(
        "!docs/",
        "Pattern \"!docs/\" begins with \"!\", but patterns here cannot exclude. List what is meant, or write"
            + " \"\\!\" for a name that begins so.");
  }

  @Test
  void control_characters_are_refused_by_code() {
    assertMessage(
        "a\u0000b", "Pattern holds the character U+0000, which no path may hold. Remove it.");
    assertMessage("a\nb", "Pattern holds the character U+000A, which no path may hold. Remove it.");
    assertMessage(
        "a\u009bb", "Pattern holds the character U+009B, which no path may hold. Remove it.");
  }

  @Test
  void half_of_a_surrogate_pair_is_refused() {
    assertMessage(
        "a\ud800", "Pattern holds the character U+D800, which no path may hold. Remove it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../b", "a/..", "/..", "a/\\.\\./b"})
  void parent_segments_are_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathPattern.of(text))
        .withMessageStartingWith("Pattern \"" + text + "\" has the segment \"")
        .withMessageEndingWith(
            ". Write the path from the root of the repository, without \".\" and \"..\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "./a", "a/./b"})
  void segments_for_the_same_directory_are_refused(String text) {
    assertMessage(
        text,
        "Pattern \""
            + text
            + "\" has the segment \".\". Write the path from the root of the repository, without \".\" and \"..\".");
  }

  @Test
  void names_that_begin_with_dots_are_fine() {
    assertThat(PathPattern.of(".github/...").matches(".github/...")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a//b", "//a", "a//"})
  void empty_segments_are_refused(String text) {
    assertMessage(
        text,
        "Pattern \""
            + text
            + "\" has \"//\", which no path has. Write one \"/\" between directories.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\", "a/b\\\\\\"})
  void a_backslash_at_the_end_is_refused(String text) {
    assertMessage(
        text,
        "Pattern \""
            + text
            + "\" ends with \"\\\". Remove it, or write \"\\\\\" for a backslash in a name.");
  }

  @Test
  void windows_separators_are_refused() {
    assertMessage(
        "src\\main",
        "Pattern \"src\\main\" has \"\\\" before \"m\", where it has no meaning. Separate directories with \"/\","
            + " also on Windows.");
    assertMessage(
        "src\\/",
        "Pattern \"src\\/\" has \"\\\" before \"/\", where it has no meaning. Separate directories with \"/\","
            + " also on Windows.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\a", "c:/a", "C:", "\\\\server\\share"})
  void absolute_windows_paths_are_refused(String text) {
    assertMessage(
        text,
        "Pattern \""
            + text
            + "\" is an absolute Windows path. Write it relative to the root of the repository, with \"/\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "a[b", "[]", "[!]", "[a-", "[[:alpha:]", "[a/", "[a\\]"})
  void a_class_without_its_end_is_refused(String text) {
    assertMessage(
        text,
        "Pattern \""
            + text
            + "\" has \"[\" without \"]\". Close it, or write \"\\[\" for the character itself.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"letter", "Alpha", ""})
  void an_unknown_named_class_is_refused(String name) {
    assertMessage(
        "[[:" + name + ":]]",
        "Pattern \"[[:"
            + name
            + ":]]\" has the unknown class \"[:"
            + name
            + ":]\". Known are alnum, alpha, blank, cntrl, digit, graph, lower, print, punct, space, upper, xdigit.");
  }

  @Test
  void double_stars_joined_to_a_name_are_refused_where_git_contradicts_its_manual() {
    assertMessage(
        "src/app**/x",
        "Pattern \"src/app**/x\" joins \"**\" to a name before \"/\", which git does not read as its manual says."
            + " Write \"*/\" for one directory, \"*/**/\" for any number below it.");
  }

  @Test
  void a_pattern_may_be_4096_characters_long() {
    assertThat(PathPattern.of("a".repeat(4096)).text()).hasSize(4096);
    assertMessage(
        "a".repeat(4097),
        "Pattern is longer than 4096 characters. Shorten it, or write several patterns.");
  }

  @Test
  void a_long_pattern_is_shortened_in_messages() {
    assertMessage(
        "!" + "a".repeat(100),
        "Pattern \"!"
            + "a".repeat(79)
            + "...\" begins with \"!\", but patterns here cannot exclude. List what is meant, or write \"\\!\" for a"
            + " name that begins so.");
  }

  private static void assertMessage(String pattern, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathPattern.of(pattern))
        .withMessage(message);
  }
}
