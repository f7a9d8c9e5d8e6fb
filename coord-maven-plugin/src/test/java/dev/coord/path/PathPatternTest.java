package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The meaning of patterns, case by case; {@link GitIgnoreOracleTest} compares it with git at large.
 */
class PathPatternTest {
  @ParameterizedTest(name = "{0} covers {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          README.md          | README.md
          README.md          | docs/en/README.md
          README.md          | README.md/below
          *.md               | docs/a.md
          *.md               | .md
          target/            | a/target/classes/X.class
          /pom.xml           | pom.xml
          src/*.java         | src/A.java
          docs/*             | docs/a/b/c.md
          docs               | docs/a/b/c.md
          /docs/             | docs/a.md
          src/main/**        | src/main/java/A.java
          **/test            | test
          **/test            | a/b/test/c
          **/a/b             | x/a/b
          a/**/b             | a/b
          a/**/b             | a/x/y/b
          a/**/b             | a/x/b/c
          a/**/**/b          | a/b
          a/***/b            | a/x/y/b
          a/**/b/**/c        | a/b/x/b/c
          **                 | a
          /**                | a/b
          **/                | a/b
          *                  | a/b
          a/**/              | a/b/c
          **/*.py            | a.py
          ?.txt              | a.txt
          [a-c]x             | bx
          [!a]x              | bx
          [^a]x              | bx
          []a]x              | ]x
          [!]a]x             | bx
          [a-]x              | -x
          [\\]]x             | ]x
          [[:digit:]a]x      | 7x
          [![:upper:]]x      | ax
          [[:a]x             | :x
          [a/]x              | ax
          \\*.md             | *.md
          \\[a]              | [a]
          \\!important       | !important
          #notes             | #notes
          with space         | a/with space
          straße/*.txt       | straße/a.txt
          caf*               | café
          caf??              | café
          """)
  void covers(String pattern, String path) {
    assertThat(PathPattern.of(pattern.strip().replace("\\\\", "\\")).matches(path)).isTrue();
  }

  @ParameterizedTest(name = "{0} does not cover {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          README.md          | readme.md
          README.md          | README.md.bak
          target/            | target
          target/            | a/target
          /pom.xml           | module/pom.xml
          src/*.java         | src/a/A.java
          src/*.java         | x/src/A.java
          docs/a             | x/docs/a
          src/main/**        | src/main
          a/**/b             | a/xb
          a/**/b             | x/a/b
          a/*/b              | a/b
          a/*/b              | a/x/y/b
          **/                | a
          a/**/              | a/b
          ?.txt              | .txt
          ?.txt              | ab.txt
          [a-c]x             | dx
          [!a]x              | ax
          [z-a]x             | bx
          [[:digit:]]x       | ax
          [a/]x              | y/ax
          \\*.md             | a.md
          #notes             | notes
          caf?               | café
          a*b*c              | ab
          """)
  void does_not_cover(String pattern, String path) {
    assertThat(PathPattern.of(pattern.strip().replace("\\\\", "\\")).matches(path)).isFalse();
  }

  @Test
  void an_empty_path_is_never_covered() {
    assertThat(PathPattern.of("**").matches("")).isFalse();
  }

  @Test
  void unescaped_spaces_at_the_end_are_dropped() {
    PathPattern pattern = PathPattern.of("a b  ");

    assertThat(pattern.text()).isEqualTo("a b");
    assertThat(pattern.matches("a b")).isTrue();
    assertThat(pattern).isEqualTo(PathPattern.of("a b"));
  }

  @Test
  void an_escaped_space_at_the_end_is_kept() {
    PathPattern pattern = PathPattern.of("a\\  ");

    assertThat(pattern.text()).isEqualTo("a\\ ");
    assertThat(pattern.matches("a ")).isTrue();
    assertThat(pattern.matches("a")).isFalse();
  }

  @Test
  void a_space_after_an_escaped_backslash_is_dropped() {
    assertThat(PathPattern.of("a\\\\ ").text()).isEqualTo("a\\\\");
  }

  @Test
  void equality_hash_and_string_are_those_of_the_text() {
    assertThat(PathPattern.of("a/*"))
        .isEqualTo(PathPattern.of("a/*"))
        .hasSameHashCodeAs(PathPattern.of("a/*"))
        .isNotEqualTo(PathPattern.of("a/**"))
        .hasToString("a/*");
  }

  @Test
  void stars_that_almost_match_do_not_multiply() {
    PathPattern pattern = PathPattern.of("*a".repeat(2000) + "b*");

    assertThat(pattern.matches("a".repeat(4000))).isFalse();
    assertThat(pattern.matches("a".repeat(4000) + "b")).isTrue();
  }

  @Test
  void double_stars_that_almost_match_do_not_multiply() {
    PathPattern pattern = PathPattern.of("**/a/".repeat(800) + "b");

    assertThat(pattern.matches("a/".repeat(2000) + "c")).isFalse();
    assertThat(pattern.matches("a/".repeat(2000) + "b")).isTrue();
  }
}
