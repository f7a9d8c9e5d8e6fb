package dev.coord.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Links the URLs that stand bare in a text.
 *
 * <p>The rules are those of <a href="https://github.github.com/gfm/#autolinks-extension-">GitHub's
 * autolinks</a> for {@code http://}, {@code https://} and {@code www.}; e-mail addresses stay text.
 * The time taken is linear.
 */
final class BareUrls {
  private static final Pattern URL =
      Pattern.compile(
          "(?<![\\p{Alnum}/.@:-])(?:https?://|www\\.)[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

  private static final String TRAILING_MARKS = "?!.,:;*_~'\"";

  private BareUrls() {}

  static void link(Element body) {
    for (TextNode text : body.nodeStream(TextNode.class).toList()) {
      String words = text.getWholeText();
      if (mayHold(words) && URL.matcher(words).find() && isProse(text)) {
        link(text);
      }
    }
  }

  /** Whether a text has what each URL has; the pattern takes a hundred times as long to tell. */
  private static boolean mayHold(String text) {
    if (text.contains("://")) {
      return true;
    }
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      if (dot >= 3 && (text.charAt(dot - 1) | ' ') == 'w') {
        return true;
      }
    }
    return false;
  }

  static boolean isProse(TextNode text) {
    return text.parentElement().closest("a, code, pre") == null;
  }

  private static void link(TextNode node) {
    String text = node.getWholeText();
    Matcher url = URL.matcher(text);
    Element parts = new Element(HtmlSanitizer.UNWRAPPED);
    int done = 0;
    while (url.find()) {
      String written = withoutTrailingMarks(url.group());
      Optional<String> destination =
          SafeUrl.of(written.regionMatches(true, 0, "www.", 0, 4) ? "http://" + written : written);
      if (destination.isPresent()) {
        parts
            .appendText(text.substring(done, url.start()))
            .appendChild(link(written, destination.get()));
        done = url.start() + written.length();
      }
    }
    if (done > 0) {
      node.replaceWith(parts.appendText(text.substring(done)));
    }
  }

  private static Element link(String text, String destination) {
    Element link = new Element("a").text(text);
    HtmlSanitizer.setDestination(link, destination);
    return link;
  }

  /**
   * Marks at the end belong to the sentence, and so does a closing parenthesis that the URL has not
   * opened.
   */
  private static String withoutTrailingMarks(String url) {
    int surplus = count(url, ')') - count(url, '(');
    int end = url.length();
    while (end > 0) {
      char last = url.charAt(end - 1);
      if (last == ')' && surplus > 0) {
        surplus--;
      } else if (TRAILING_MARKS.indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return url.substring(0, end);
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }
}
