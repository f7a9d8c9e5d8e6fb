package dev.coord.publish.feed;

import dev.coord.assess.Assessment;
import dev.coord.markdown.Markdown;
import dev.coord.publish.SafeText;
import dev.coord.site.Privacy;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Makes one line of plain text of what strangers wrote: nothing in it is hidden, steers a terminal
 * or a CI runner, or is an address that is not published. It is escaped for no notation yet.
 */
final class PlainTexts {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Made when it is needed first. */
  private Optional<Markdown> markdown = Optional.empty();

  private final UnaryOperator<String> published;

  PlainTexts(Assessment assessment) {
    this.published = Privacy.of(assessment)::withoutAddresses;
  }

  /** Texts of coord alone. */
  PlainTexts() {
    this.published = text -> text;
  }

  /**
   * Plain text.
   *
   * @param most longest result in UTF-16 units, 4 to {@value SafeText#MAX_LENGTH}
   */
  String of(String text, int most) {
    String spaced = isSpaced(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip();
    return SafeText.line(published.apply(spaced), most);
  }

  /** Whether a text surely has no blanks but single spaces between words. */
  private static boolean isSpaced(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  /** The same of Markdown, without its marks. */
  String ofMarkdown(String source, int most) {
    markdown = markdown.or(() -> Optional.of(new Markdown()));
    return of(markdown.orElseThrow().text(source), most);
  }
}
