package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinkTest {

  private static String links(String markdown) {
    return String.join(
        " ", TextLink.in(markdown).stream().map(l -> l.kind().word() + "=" + l.id()).toList());
  }

  @Test
  void links_by_id_are_found_in_every_form_that_markdown_has() {
    assertThat(
            links(
                """
                The [basket](workstream:checkout), [](gate:coverage) and <person:ana>,
                by [sprint 1](<sprint:s-1> "soon") or [later][l].

                [l]: page:run-book
                """))
        .isEqualTo("workstream=checkout gate=coverage person=ana sprint=s-1 page=run-book");
  }

  @Test
  void a_link_into_a_page_names_the_page() {
    assertThat(links("[a](page:guide#usage)")).isEqualTo("page=guide");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`[a](gate:coverage)`",
        "``[a](gate:coverage) ` ``",
        "```\n[a](gate:coverage)\n```",
        "~~~ md\n[a](gate:coverage)\n```\n[a](gate:coverage)",
        "- item\n  ```sh\n  [a](gate:coverage)\n  ```",
        "\\[a\\](gate:coverage)",
        "gate:coverage (gate:coverage)",
        "[a](Gate:coverage) [a](x-gate:coverage)"
      })
  void code_and_words_are_no_links(String markdown) {
    assertThat(links(markdown + "\n\n")).isEmpty();
    assertThat(links("[b](gate:b)\n\n" + markdown)).isEqualTo("gate=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ` b [a](gate:coverage)",
        "a ` b\n\n[a](gate:coverage) ` c",
        "```\ncode\n```\n[a](gate:coverage)",
        "`` ` [a](gate:coverage)"
      })
  void a_mark_of_code_that_is_not_closed_hides_nothing(String markdown) {
    assertThat(links(markdown)).isEqualTo("gate=coverage");
  }

  @Test
  void an_id_that_can_be_none_is_told_as_written() {
    assertThat(links("[a](workstream:../etc) [b](gate:)")).isEqualTo("workstream=../etc gate=");
  }

  @Test
  void the_place_of_a_link_is_that_of_its_destination() {
    assertThat(TextLink.in("ab\n[c](gate:d)")).extracting(TextLink::offset).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"](gate:a", "`", "``` ", "<", "](<", "`a``", "~~~\n", "`\n\n``"})
  void a_hostile_text_takes_linear_time(String piece) {
    String text = piece.repeat(400_000 / piece.length()) + "[a](gate:b)";

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(TextLink.in(text)).isNotNull());
  }
}
