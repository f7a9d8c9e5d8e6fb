package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "A.2", "td2-3", "sprint_1", "0", "console", "com10", "a.html5"})
  void letters_digits_dots_dashes_and_underscores_make_an_id(String id) {
    assertThat(Ids.problem(id)).isEmpty();
    assertThat(Ids.require(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", ".a", "_a", "a b", "a/b", "é", "a\n", "a:b", "../a"})
  void everything_else_makes_none(String id) {
    assertThat(Ids.problem(id))
        .contains(
            "an id has 1 to 64 ASCII letters, digits, dots, dashes or underscores and begins with a"
                + " letter or digit");
  }

  @Test
  void an_id_has_at_most_64_characters() {
    assertThat(Ids.problem("a".repeat(64))).isEmpty();
    assertThat(Ids.problem("a".repeat(65))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "a."})
  void no_id_climbs_or_ends_in_a_dot(String id) {
    assertThat(Ids.problem(id)).contains("an id must not contain '..' or end in a dot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.html", "a.HTML", "a.md", "a.Md"})
  void no_id_looks_like_a_page(String id) {
    assertThat(Ids.problem(id)).contains("an id must not end in .html or .md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "INDEX", "con", "Nul", "aux.txt", "com1", "LPT9.x"})
  void no_id_is_a_reserved_file_name(String id) {
    assertThat(Ids.problem(id)).contains("this id is a reserved file name");
  }

  @Test
  void what_requires_an_id_says_why_it_is_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ids.require("a."))
        .withMessage("a.: an id must not contain '..' or end in a dot");
  }

  @ParameterizedTest
  @CsvSource({
    "Basket totals, basket-totals",
    "'  -A_b--C ', a-b-c",
    "Préparer l’écran, preparer-l-ecran",
    "ÅÑÇ, anc",
    "結帳, ''",
    "!!!, ''",
    "'', ''",
    "v1.2, v1-2",
    "ﬁx, x"
  })
  void a_slug_is_lower_case_ascii_with_dashes(String text, String slug) {
    assertThat(Ids.slug(text)).isEqualTo(slug);
  }

  @Test
  void a_slug_has_at_most_64_characters_and_no_dash_at_its_end() {
    assertThat(Ids.slug("x".repeat(70))).isEqualTo("x".repeat(64));
    assertThat(Ids.slug("x".repeat(63) + " y")).isEqualTo("x".repeat(63));
  }
}
