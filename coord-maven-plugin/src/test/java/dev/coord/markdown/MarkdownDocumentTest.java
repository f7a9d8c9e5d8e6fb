package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.markdown.MarkdownDocument.Chapter;
import dev.coord.markdown.MarkdownDocument.Footnote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownDocumentTest {

  private static MarkdownDocument of(String markdown) {
    return MarkdownDocument.of(markdown);
  }

  /** {@code A(B,C(D))} for chapters in chapters. */
  private static String outline(List<Chapter> chapters) {
    return String.join(
        ",",
        chapters.stream()
            .map(
                c ->
                    c.heading() + (c.chapters().isEmpty() ? "" : "(" + outline(c.chapters()) + ")"))
            .toList());
  }

  private static String outline(String markdown) {
    MarkdownDocument document = of(markdown);
    return document.title().map(title -> title + ": ").orElse("") + outline(document.chapters());
  }

  @Test
  void the_only_heading_of_the_first_level_is_the_title_when_it_comes_first() {
    MarkdownDocument document = of("\n# The *guide* #\n\nWords.\n\n## Use\n\nMore.\n");

    assertThat(document.title()).contains("The guide");
    assertThat(document.opening()).isEqualTo("\nWords.\n\n");
    assertThat(document.chapters()).containsExactly(new Chapter("Use", "\nMore.\n", List.of()));
  }

  @Test
  void headings_of_the_first_level_are_chapters_where_there_are_several_or_words_before() {
    assertThat(outline("# A\n# B\n")).isEqualTo("A,B");
    assertThat(outline("Words.\n# A\n## B\n")).isEqualTo("A(B)");
    assertThat(outline("## A\n# B\n")).isEqualTo("A,B");
  }

  @Test
  void levels_that_are_skipped_are_not_missed() {
    assertThat(outline("# T\n#### A\n###### B\n## C\n### D\n##### E\n"))
        .isEqualTo("T: A(B),C(D(E))");
  }

  @Test
  void an_underlined_line_is_a_heading() {
    assertThat(outline("T\n=\n\nA\n---\n\nwords\n\n`B`\n-----\nC\n---\n")).isEqualTo("T: A,B,C");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\n# no\n```",
        "~~~\n```\n# no\n~~~",
        "- a\n\n  # no",
        "- a\n  ```\n# no\n  ```",
        "> # no",
        "#no",
        "#",
        "####### no",
        "    # no",
        "\\# no",
        "words\nno\n---",
        "- no\n---",
        "| no |\n---",
        "---",
        "\n---\n",
      })
  void what_is_no_heading_stays_text(String markdown) {
    MarkdownDocument document = of("words\n\n" + markdown + "\n\n## Yes\n");

    assertThat(outline(document.chapters())).isEqualTo("Yes");
    assertThat(document.opening()).contains(markdown);
  }

  @Test
  void front_matter_is_code() {
    assertThat(of("---\ntitle: x\n---\n# A\n").opening()).isEqualTo("```yaml\ntitle: x\n```\n\n");
    assertThat(outline("---\ntitle: x\n---\n# A\n")).isEqualTo("x: A");
  }

  @ParameterizedTest
  @CsvSource({
    "title: Read me, Read me",
    "'title: \"Read: *me*\"', Read: me",
    "'title: ''Read me''', Read me",
    "title:, ",
    "subtitle: x, "
  })
  void without_a_heading_of_its_own_a_file_is_called_as_its_front_matter_says(
      String front, String title) {
    assertThat(of("---\n" + front + "\n---\nText\n").title()).isEqualTo(Optional.ofNullable(title));
  }

  @Test
  void comments_are_left_out_but_where_code_may_be_meant() {
    assertThat(of("<!-- licence\n\nof two paragraphs -->\n# A\n\nText\n").title()).contains("A");
    assertThat(of("a <!-- b --> c <!-- d -->\n<!-- e --> f\n").opening()).isEqualTo("a  c \nf\n");
    assertThat(of("`<!-- b -->`\n```\n<!-- c -->\n```\n").opening())
        .isEqualTo("`<!-- b -->`\n```\n<!-- c -->\n```\n");
    assertThat(of("a\n--> <!-- b\nc <!-- d\n").opening()).isEqualTo("a\n--> <!-- b\nc <!-- d\n");
  }

  @Test
  void an_alert_begins_with_its_kind() {
    assertThat(of("> [!WARNING]\n> Mind the gap.\n").opening())
        .isEqualTo("> **Warning**\n> \n> Mind the gap.\n");
  }

  @Test
  void definitions_of_links_hold_in_all_chapters() {
    MarkdownDocument document =
        of("See [A].\n## B\n[x][a] and [y]\n## C\n\n[a]: a.md\n[y]: y.md\n");

    assertThat(document.opening()).isEqualTo("See [A].\n\n\n[a]: a.md\n");
    assertThat(document.chapters().get(0).body())
        .isEqualTo("[x][a] and [y]\n\n\n[a]: a.md\n[y]: y.md\n");
  }

  @Test
  void footnotes_are_numbered_as_the_text_refers_to_them() {
    MarkdownDocument document =
        of(
            """
            One[^b] and [^A], again[^b].

            [^a]: The *first*
              of two lines.

              And more.
            [^b]: See [^c].
            [^c]: Third.
            [^d]: Unused.

            ## After

            Third[^c]; [^none] `[^a]`
            """);

    assertThat(document.opening())
        .startsWith(
            "One[\\[1\\]](#footnote-1) and [\\[2\\]](#footnote-2), again[\\[1\\]](#footnote-1).");
    assertThat(document.chapters().get(0).body())
        .isEqualTo("\nThird[\\[3\\]](#footnote-3); [^none] `[^a]`\n");
    assertThat(document.footnotes())
        .containsExactly(
            new Footnote(1, "See [\\[3\\]](#footnote-3)."),
            new Footnote(2, "The *first*\nof two lines.\n\nAnd more."),
            new Footnote(3, "Third."),
            new Footnote(4, "Unused."));
  }

  @Test
  void a_footnote_in_code_refers_to_nothing() {
    String code = "```\n[^a]\n```\n\n``[^a] ` ``\n\n\\[^a]\n";

    assertThat(of(code + "\n[^a]: x\n").opening()).isEqualTo(code + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "# a\n",
        "a\n-\n",
        "`",
        "`\n",
        "```\n",
        "[^a]",
        "[^a]: b\n",
        "[a]: b\n",
        "- ",
        "[^",
        "---\n",
        "# #",
        "# `",
        " ",
        "\n",
        "[^a]\n[^a]: [^a]\n",
        "``` ",
        "~~~ "
      })
  void a_hostile_file_takes_linear_time(String piece) {
    String text = piece.repeat(200_000 / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(of(text).opening()).isNotNull());
  }
}
