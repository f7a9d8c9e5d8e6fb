package dev.coord.plan.yaml;

import static dev.coord.plan.yaml.Plans.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IncludesTest {
  private static List<String> patterns(String path, String text) {
    return new PlanReader()
        .includes(file(path, text)).stream().map(i -> i.pattern().text()).toList();
  }

  @Test
  void patterns_are_relative_to_the_directory_of_the_file() {
    String text = "coord: 1\ninclude: [\"*.yml\", more/a.yaml, \"/modules/*/coord.yml\"]\n";

    assertThat(patterns("coord.yml", text))
        .containsExactly("/*.yml", "/more/a.yaml", "/modules/*/coord.yml");
    assertThat(patterns("docs/plan/coord.yml", text))
        .containsExactly("/docs/plan/*.yml", "/docs/plan/more/a.yaml", "/modules/*/coord.yml");
  }

  @Test
  void a_pattern_without_a_slash_means_one_directory_only() {
    Included included =
        new PlanReader().includes(file("a/coord.yml", "include: [\"*.yml\"]")).get(0);

    assertThat(included.pattern().matches("a/b.yml")).isTrue();
    assertThat(included.pattern().matches("a/b/c.yml")).isFalse();
    assertThat(included.pattern().matches("b.yml")).isFalse();
    assertThat(included.location()).hasToString("a/coord.yml:1:11");
  }

  @Test
  void special_characters_of_the_directory_stand_for_themselves() {
    Included included =
        new PlanReader().includes(file("a[1]*/coord.yml", "include: [b.yml]")).get(0);

    assertThat(included.pattern().matches("a[1]*/b.yml")).isTrue();
    assertThat(included.pattern().matches("a1x/b.yml")).isFalse();
  }

  @Test
  void a_name_that_is_written_with_escapes_counts_as_well() {
    assertThat(patterns("coord.yml", "\"\\x69nclude\": [b.yml]\n")).containsExactly("/b.yml");
  }

  @Test
  void what_cannot_be_read_includes_nothing() {
    assertThat(patterns("coord.yml", "coord: 1\n")).isEmpty();
    assertThat(patterns("coord.yml", "include: [\"a\n")).isEmpty();
    assertThat(patterns("coord.yml", "include: a.yml\n")).isEmpty();
    assertThat(patterns("coord.yml", "include: [../a.yml, a.md, ~, [b.yml], ok.yml]\n"))
        .containsExactly("/ok.yml");
  }
}
