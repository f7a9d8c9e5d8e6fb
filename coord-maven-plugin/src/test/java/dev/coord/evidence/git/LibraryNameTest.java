package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries in build files. */
class LibraryNameTest {

  private static boolean names(String name, String line) {
    String file = "first line\n" + line + "\nlast line\n";
    return LibraryName.in(name).test(file.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "onnx|  'onnx>=1.15.0',",
        "onnx|onnx==1.15.0",
        "onnx|onnx",
        "onnx|onnx[reference]>=1",
        "category-encoders|category_encoders>=2.6",
        "LangGraph|langgraph~=0.2",
        "joda-money|<artifactId>joda-money</artifactId>",
        "joda-money|implementation(org.joda:joda-money:1.0)",
        "org.joda:joda-money|implementation(org.joda:joda-money:1.0)",
        "com.google.guava:guava|<groupId>com.google.guava</groupId> <artifactId>guava</artifactId>",
        "org.joda:joda-money|implementation group: 'org.joda', name: 'joda-money', version: '1.0'",
        "lodash|\"lodash\": \"^4.17\"",
        "@vue/cli|\"@vue/cli\": \"^5\"",
        "github.com/spf13/cobra|require github.com/spf13/cobra v1.8.0",
        "serde|serde = { version = '1' }",
        "flutter_bloc|  flutter_bloc: ^8.0"
      })
  void a_requirement_of_any_format_names_it(String name, String line) {
    assertThat(names(name, line)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "onnx|  'onnxruntime>=1.17',",
        "onnx|skl2onnx",
        "onnx|onnx-tools",
        "onnx|sk-onnx",
        "onnx|import onnx.helper",
        "evidently|'ignore:numpy.core is deprecated:DeprecationWarning:evidently',",
        "cli|\"@vue/cli\": \"^5\"",
        "cobra|require github.com/spf13/cobra v1.8.0",
        "org.acme:guava|<groupId>com.google.guava</groupId> <artifactId>guava</artifactId>",
        "com.google.guava:guava|<groupId>com.google.guava</groupId> <artifactId>guava-testlib</artifactId>",
        "axb|a.b"
      })
  void a_part_of_something_else_does_not(String name, String line) {
    assertThat(names(name, line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b", "c++", "(x", "a\\E.b"})
  void a_name_is_no_pattern(String name) {
    assertThat(names(name, name)).isTrue();
    assertThat(names(name, "aab")).isFalse();
  }
}
