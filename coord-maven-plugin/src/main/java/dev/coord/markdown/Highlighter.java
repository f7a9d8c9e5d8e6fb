package dev.coord.markdown;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * Marks comments, texts, keywords, numbers and names of code with elements whose classes the style
 * knows. The code reads the same with and without them.
 *
 * <p>At most 1,000 pieces of a text are marked, since a page has no room for any number of
 * elements; a block of code that would pass that is not marked at all.
 */
public final class Highlighter {

  private static final int MOST = 1_000;

  private static final String LANGUAGE = "language-";

  private Highlighter() {}

  /** Code as HTML; without marks where nothing is known of its language. */
  public static SafeHtml html(String language, String code) {
    StringBuilder html = new StringBuilder(code.length() + 64);
    int done = 0;
    for (CodeToken token : tokens(language, code, MOST)) {
      html.append(Entities.escape(code.substring(done, token.start())))
          .append("<span class=\"")
          .append(token.kind().className())
          .append("\">")
          .append(Entities.escape(code.substring(token.start(), token.end())))
          .append("</span>");
      done = token.end();
    }
    return SafeHtml.of(html.append(Entities.escape(code.substring(done))).toString());
  }

  /** Marks the blocks of code among the elements of a fragment that say their language. */
  static void mark(List<Element> elements) {
    int left = MOST;
    for (Element element : elements) {
      if (element.nameIs("code")
          && element.className().startsWith(LANGUAGE)
          && element.hasParent()
          && element.parent().nameIs("pre")) {
        left -= mark(element, left);
      }
    }
  }

  private static int mark(Element element, int most) {
    String code = element.wholeText();
    String language = element.className().substring(LANGUAGE.length());
    List<CodeToken> tokens = tokens(language, code, most);
    if (tokens.isEmpty()) {
      return 0;
    }
    element.empty();
    int done = 0;
    for (CodeToken token : tokens) {
      element
          .appendText(code.substring(done, token.start()))
          .appendElement("span")
          .addClass(token.kind().className())
          .appendText(code.substring(token.start(), token.end()));
      done = token.end();
    }
    element.appendText(code.substring(done));
    return tokens.size();
  }

  private static List<CodeToken> tokens(String language, String code, int most) {
    Optional<CodeLanguage> known = CodeLanguage.of(language);
    List<CodeToken> tokens = known.map(one -> CodeLexer.tokens(one, code)).orElseGet(List::of);
    return tokens.size() <= most ? tokens : List.of();
  }
}
