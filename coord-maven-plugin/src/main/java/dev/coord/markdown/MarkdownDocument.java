package dev.coord.markdown;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A whole Markdown file taken apart at its headings, so that they can be those of a page.
 *
 * @param title the file's own title, plain text: its only heading of the first level, when nothing
 *     stands before it
 * @param opening what stands before the first chapter; Markdown
 * @param chapters in their order
 * @param footnotes in the order in which the text refers to them, then those that it does not
 */
public record MarkdownDocument(
    Optional<String> title, String opening, List<Chapter> chapters, List<Footnote> footnotes) {

  /**
   * What stands under a heading.
   *
   * @param heading plain text, not blank
   * @param body what stands before the first chapter in it; Markdown
   * @param chapters those of lower levels in it, at most five deep
   */
  public record Chapter(String heading, String body, List<Chapter> chapters) {
    /** Copies the collection. */
    public Chapter {
      Objects.requireNonNull(heading, "heading");
      Objects.requireNonNull(body, "body");
      chapters = List.copyOf(chapters);
    }
  }

  /**
   * A footnote. The text refers to it by a link to {@code #footnote-} and its number.
   *
   * @param number from 1
   * @param text Markdown
   */
  public record Footnote(int number, String text) {
    /** Checks that there is a text. */
    public Footnote {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Copies the collections. */
  public MarkdownDocument {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(opening, "opening");
    chapters = List.copyOf(chapters);
    footnotes = List.copyOf(footnotes);
  }

  /** A file taken apart; the time taken is linear. */
  public static MarkdownDocument of(String markdown) {
    return new DocumentParser(markdown).document();
  }
}
