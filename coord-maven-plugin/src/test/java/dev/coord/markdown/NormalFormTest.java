package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {

  private final Markdown markdown = new Markdown();

  @Test
  void a_text_with_everything_keeps_its_meaning() {
    String source =
        """
        Some *em*, **strong**, `co|de`, ~~gone~~ and a [link](http://x.example/a).

        > quoted

        - [x] done
        - [ ] open

        1. one
           - nested
        2. two

        | a | b |
        | --- | ---: |
        | x \\| y | `1` |

        ```java
        List<String> x;
        ```

        ---

        end""";
    assertThat(block(source)).isEqualTo(source);
  }

  @Test
  void html_is_text() {
    assertThat(block("<script>x</script> <!-- y")).isEqualTo("\\<script>x\\</script> \\<!-- y");
  }

  @Test
  void what_is_not_closed_is_closed() {
    assertThat(block("```\na")).isEqualTo("```\na\n```");
    assertThat(block("a ` b")).isEqualTo("a \\` b");
    assertThat(block("**a")).isEqualTo("\\*\\*a");
  }

  @Test
  void a_definition_of_links_defines_nothing_in_the_result() {
    assertThat(block("[a]\n\n[a]: https://x.example")).isEqualTo("[a](https://x.example)");
  }

  @Test
  void a_listing_that_holds_fences_has_a_longer_one() {
    assertThat(block("````\n```\n````")).isEqualTo("````\n```\n````");
  }

  @Test
  void a_line_break_stays_and_a_soft_one_is_a_space() {
    assertThat(block("a\\\nb\nc")).isEqualTo("a\\\nb c");
  }

  @Test
  void a_line_has_no_line_break_and_no_bare_pipe_in_a_cell() {
    assertThat(NormalForm.inline(markdown.inline("a | `b|c`\n**d**"), true))
        .isEqualTo("a \\| `b\\|c` **d**");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "# heading\n\ntext",
        "a *b **c** d*",
        "- a\n- b\n\n  c\n\n      code",
        "> - a\n>   > b",
        "1. a\n\n   ```\n   b\n   ```",
        "[a *b*](https://x.example/?a=1&b=(2) \"t\")",
        "| a |\n|---|\n| b |",
        "5. five\n6. six",
        "<https://x.example/a_b>",
        "\\*a\\* \\# \\[b\\]"
      })
  void the_normal_form_reads_as_the_source_does(String source) {
    // Headings are moved below those of the page each time.
    String first = markdown.html(source).html().replaceAll("(</?)h[3-6]>", "$1h>");
    String second = markdown.html(block(source)).html().replaceAll("(</?)h[3-6]>", "$1h>");
    assertThat(text(second)).isEqualTo(text(first));
  }

  private static String text(String html) {
    return html.replaceAll(" title=\"[^\"]*\"", "")
        .replaceAll("\\s+", "")
        .replace("%28", "(")
        .replace("%29", ")");
  }

  private String block(String source) {
    return NormalForm.block(markdown.html(source));
  }
}
