package dev.coord.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Makes a link of each {@code @ana} that may name a person; whether it does, only those know who
 * lead the {@link References}. The time taken is linear.
 */
final class Mentions {

  /** Not a part of an address, a package such as {@code @scope/name}, or a path. */
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\p{Alnum}._%+@/:-])@([A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?)(?![\\w@/])");

  private Mentions() {}

  static void link(Element body) {
    for (TextNode text : body.nodeStream(TextNode.class).toList()) {
      if (text.getWholeText().indexOf('@') >= 0 && BareUrls.isProse(text)) {
        link(text);
      }
    }
  }

  private static void link(TextNode node) {
    String text = node.getWholeText();
    Matcher mention = MENTION.matcher(text);
    Element parts = new Element(HtmlSanitizer.UNWRAPPED);
    int done = 0;
    while (mention.find()) {
      Element link = new Element("a").attr("href", "person:" + mention.group(1));
      parts.appendText(text.substring(done, mention.start()));
      parts.appendChild(link.appendText(mention.group()));
      done = mention.end();
    }
    if (done > 0) {
      node.replaceWith(parts.appendText(text.substring(done)));
    }
  }
}
