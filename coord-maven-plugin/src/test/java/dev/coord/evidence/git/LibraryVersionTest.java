package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions behind the names of libraries in build files. */
class LibraryVersionTest {

  private static SortedSet<String> versions(String name, String text) {
    return LibraryVersion.of(name).apply("asked-for", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "joblib| joblib==1.2| ==1.2",
        "joblib|  \"joblib>=1.3.0\",  # Model serialization| >=1.3.0",
        "category-encoders| category_encoders[all] (>=2.6, <3) ; python_version < \"3.9\"| >=2.6, <3",
        "joblib| joblib==1.2 --hash=sha256:abc| ==1.2",
        "joblib| joblib = \"^1.2\"| ^1.2",
        "serde| serde = { features = [\"derive\"], version = \"1.0\" }| 1.0",
        "lodash| {\"dependencies\": {\"lodash\": \"^4.17\"}}| ^4.17",
        "@vue/cli| \"@vue/cli\": \"~5.0.8\"| ~5.0.8",
        "jest| \"scripts\": {\"jest\": \"jest --ci\"}, \"jest\": \"29.x\"| 29.x",
        "joda-money| implementation(\"org.joda:joda-money:1.0.2\")| 1.0.2",
        "org.joda:joda-money| api 'org.joda:joda-money:1.0.2@jar'| 1.0.2",
        "joda-money| group: 'org.joda', name: 'joda-money', version: '1.0'| 1.0",
        "org.joda:joda-money| money = { module = \"org.joda:joda-money\", version = \"1.0\" }| 1.0",
        "github.com/spf13/cobra| require github.com/spf13/cobra v1.8.0| v1.8.0"
      })
  void the_version_right_behind_the_name_is_read(String name, String line, String version) {
    assertThat(versions(name, "# first line\n" + line + "\nlast line\n")).containsExactly(version);
  }

  @Test
  void a_pom_names_it_behind_the_artifact_or_in_a_property() {
    String dependency =
        """
        <dependency>
          <groupId>org.joda</groupId>
          <artifactId>joda-money</artifactId>
          <scope>compile</scope>
          <version>%s</version>
        </dependency>
        """;

    assertThat(versions("joda-money", dependency.formatted("1.0.2"))).containsExactly("1.0.2");
    String property = dependency.formatted("${money.version}");
    assertThat(versions("joda-money", property)).isEmpty();
    assertThat(versions("joda-money", property + "<money.version>1.1</money.version>"))
        .containsExactly("1.1");
    assertThat(
            versions(
                "joda-money",
                property + "<money.version>1.1</money.version><money.version>1</money.version>"))
        .isEmpty();
    assertThat(versions("joda-money", "<!-- " + dependency.formatted("1.0.2") + "-->")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "joblib",
        "\"joblib\", \"numpy>=1.2\"",
        "# joblib==1.2",
        "numpy==1 # not joblib==1.2",
        "  // implementation 'org:joblib:1.2'",
        "/* implementation 'org:joblib:1.2'\n*/",
        "joblib @ https://example.org/joblib-1.2.whl",
        "\"joblib\": \"git+ssh://example.org/joblib.git\"",
        "joblib = {path = \"../joblib\"}",
        "joblib = { workspace = true }\nversion = \"1.2\"",
        "org:joblib:$version",
        "joblib>=1.2 and more"
      })
  void what_shows_no_version_has_none(String text) {
    assertThat(versions("joblib", text)).isEmpty();
  }

  @Test
  void several_versions_are_all_told() {
    assertThat(versions("joblib", "joblib==1.2\njoblib>=1.3\n")).containsExactly("==1.2", ">=1.3");
  }

  @Test
  void a_file_that_repeats_a_name_without_end_shows_nothing() {
    assertThat(versions("a", "a==1\n".repeat(100))).containsExactly("==1");
    assertThat(versions("a", "a==1\n".repeat(101))).isEmpty();
    assertThat(versions("a", "a>=1" + ",<2".repeat(100_000))).isEmpty();
    assertThat(versions("a", "<!--".repeat(10_000) + "a==1")).isEmpty();
  }
}
