package dev.coord.evidence.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments of build files. */
class BuildFileCommentsTest {

  private static String removed(String path, String text) {
    byte[] content = text.replace("~", "\n").getBytes(UTF_8);
    return new String(BuildFileComments.removed(path, content), UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pyproject.toml| # \"evidently>=0.4\"",
        "pyproject.toml| a = \"b\"# evidently",
        "a/Pipfile| a = 1 # evidently",
        "requirements.txt| #evidently",
        "requirements.txt| numpy # evidently",
        "setup.cfg| ; evidently",
        "environment.yml| - don't # evidently",
        "gradle.properties| ! evidently",
        "build.gradle| // evidently",
        "build.gradle.kts| val a = \"b\" // evidently",
        "build.gradle| a /* b~evidently~*/ c",
        "build.gradle| /* evidently",
        "package.json5| // evidently",
        "go.mod| // evidently",
        "pom.xml| <!-- a~evidently -->",
        "pom.xml| it's <!-- evidently -->"
      })
  void what_is_commented_out_is_gone(String path, String text) {
    assertThat(removed(path, text)).doesNotContain("evidently");
    assertThat(removed("build.unknown", text)).contains("evidently");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pyproject.toml| a = \"#\"; evidently",
        "pyproject.toml| a = \"\\\"#\"; evidently",
        "pyproject.toml| # a~evidently",
        "pyproject.toml| a = \"b~# c~evidently",
        "requirements.txt| https://example.org/a#egg=evidently",
        "environment.yml| \"a # evidently\"",
        "gradle.properties| a=# evidently",
        "build.gradle| url 'https://evidently'",
        "build.gradle| /* a */ evidently",
        "pom.xml| <!-- a --> evidently",
        "pom.xml| # evidently",
        "package.json| {\"//\": \"evidently\"}"
      })
  void what_is_in_force_stays(String path, String text) {
    assertThat(removed(path, text)).contains("evidently");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a # evidently| `a `",
        "a = \"b // evidently\"| `a = \"b `",
        "https://a // evidently| `https://a `",
        "https://a//evidently| https://a",
        "` /* a~evidently */b`| `  b`",
        "a /* evidently| a /* evidently",
        "a <!-- evidently~--> b| a   b"
      })
  void what_may_be_a_comment_is_gone_where_the_type_is_unknown(String text, String left) {
    byte[] content = text.replace("~", "\n").getBytes(UTF_8);

    assertThat(new String(BuildFileComments.guessed("build.unknown", content), UTF_8))
        .isEqualTo(left);
    assertThat(BuildFileComments.guessed("a/package.json", content)).isEqualTo(content);
    assertThat(BuildFileComments.guessed("pom.xml", content)).isEqualTo(content);
  }

  @Test
  void a_comment_parts_what_stands_around_it() {
    assertThat(removed("build.gradle", "a/* b */c")).isEqualTo("a c");
  }
}
