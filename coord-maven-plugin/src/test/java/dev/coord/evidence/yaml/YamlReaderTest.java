package dev.coord.evidence.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.yaml.YamlValue.Entries;
import dev.coord.evidence.yaml.YamlValue.Items;
import dev.coord.evidence.yaml.YamlValue.Text;
import dev.coord.evidence.yaml.YamlValue.Unknown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  @Test
  void a_document_is_read_as_it_is_written() {
    assertThat(YamlReader.read("\uFEFF# c\n'on': [yes, 'no']\nx: {y: 1}\n"))
        .contains(
            new Entries(
                Map.of(
                    "on",
                    new Items(List.of(new Text("yes", true), new Text("no", false))),
                    "x",
                    new Entries(Map.of("y", new Text("1", true))))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "~, true",
    "null, true",
    "'''''', false",
    "'''null''', false",
    "x, false"
  })
  void nothing_is_what_stands_there_without_quotes(String yaml, boolean nothing) {
    Entries read = (Entries) YamlReader.read("a: " + yaml + "\n").orElseThrow();

    assertThat(((Text) read.get("a").orElseThrow()).isNothing()).isEqualTo(nothing);
  }

  @Test
  void what_points_elsewhere_or_is_tagged_is_unknown_and_the_rest_is_read() {
    assertThat(YamlReader.read("a: &x [1]\nb: *x\nc: !!str 1\nd: !t [1]\n"))
        .contains(
            new Entries(
                Map.of(
                    "a",
                    new Items(List.of(new Text("1", true))),
                    "b",
                    new Unknown(),
                    "c",
                    new Unknown(),
                    "d",
                    new Unknown())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "a: [",
        "a: b: c",
        "a: 1\na: 2",
        "a: {b: 1, b: 2}",
        "<<: {a: 1}",
        "[a]: 1",
        "*x : 1",
        "a: 1\n---\na: 2",
        "a: \u0001"
      })
  void what_is_not_one_plain_document_is_not_read(String yaml) {
    assertThat(YamlReader.read(yaml)).isEmpty();
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @Test
  void nesting_ends_at_32_levels() {
    assertThat(YamlReader.read(nested(YamlReader.MAX_DEPTH))).isPresent();
    assertThat(YamlReader.read(nested(YamlReader.MAX_DEPTH + 1))).isEmpty();
    assertThat(YamlReader.read("[".repeat(500_000))).isEmpty();
  }

  @Test
  void tokens_end_at_200000() {
    assertThat(YamlReader.read("- a\n".repeat(199_000))).isPresent();
    assertThat(YamlReader.read("- a\n".repeat(200_000))).isEmpty();
  }

  @Test
  void a_text_of_more_than_a_million_characters_is_not_read() {
    assertThat(YamlReader.read("a: " + "b".repeat(1 << 19))).isPresent();
    assertThat(YamlReader.read("a: " + "b".repeat(1 << 20))).isEmpty();
  }

  @Test
  void aliases_of_aliases_make_nothing_of_little() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(((Entries) YamlReader.read(bomb.toString()).orElseThrow()).get("a59"))
        .contains(new Items(List.of(new Unknown(), new Unknown())));
  }
}
