package dev.coord.markdown;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;

/**
 * Makes flexmark's HTML fit into a page, then lets through only what {@link HtmlAllowList} holds.
 */
final class HtmlSanitizer {
  /** The page's title is {@code h1} and its sections are {@code h2}. */
  private static final int HEADING_SHIFT = 2;

  /**
   * The name of an element whose content takes its place, since the allow-list does not hold it; to
   * move nodes in a long parent would take quadratic time.
   */
  static final String UNWRAPPED = "unwrapped";

  private final Cleaner cleaner = new Cleaner(new HtmlAllowList());

  /** The fragment as safe, well-formed HTML. */
  String clean(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    Element body = document.body();
    rewriteHeadings(body);
    rewriteTables(body);
    // flexmark closes the paragraph of a task behind the blocks that follow it, which leaves an
    // empty one.
    body.select("li." + HtmlAllowList.TASK + " > p:empty").remove();
    // Browsers let the keyboard scroll only what can have the focus.
    body.select("pre").attr("tabindex", "0");
    rewriteImages(body);
    rewriteLinks(body);
    BareUrls.link(body);
    Document cleaned = cleaner.clean(document);
    cleaned.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    return cleaned.body().html().strip();
  }

  /** What a cleaned fragment shows, on one line; an image shows its description. */
  String text(String cleaned) {
    Element body = Jsoup.parseBodyFragment(cleaned).body();
    body.select("img").forEach(image -> image.replaceWith(new TextNode(image.attr("alt"))));
    return body.text();
  }

  private static void rewriteHeadings(Element body) {
    for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
      int level = heading.tagName().charAt(1) - '0';
      heading.tagName("h" + Math.min(6, level + HEADING_SHIFT));
    }
  }

  private static void rewriteTables(Element body) {
    for (Element cell : body.select("[align]")) {
      cell.attr("class", "md-" + cell.attr("align")).removeAttr("align");
    }
    body.select("table").wrap("<div class=\"" + HtmlAllowList.TABLE + "\" tabindex=\"0\"></div>");
  }

  /** A remote image would tell another server who reads the page, so it becomes a link. */
  private static void rewriteImages(Element body) {
    for (Element image : body.select("img")) {
      String source = image.attr("src");
      Optional<String> url = SafeUrl.of(source);
      if (url.filter(SafeUrl::isRelative).isPresent()) {
        image.attr("src", url.get());
      } else {
        String text = image.attr("alt").isBlank() ? source : image.attr("alt");
        image.tagName(image.closest("a") == null ? "a" : UNWRAPPED).clearAttributes();
        image.attr("href", source).appendText(text);
      }
    }
  }

  private static void rewriteLinks(Element body) {
    for (Element link : body.select("a")) {
      Optional<String> url = SafeUrl.of(link.attr("href"));
      if (url.isPresent()) {
        setDestination(link, url.get());
        if (!link.hasText() && link.select("img:not([alt=''])").isEmpty()) {
          link.appendText(url.get());
        }
      } else {
        link.tagName(UNWRAPPED);
      }
    }
  }

  static void setDestination(Element link, String url) {
    link.attr("href", url);
    if (SafeUrl.isWeb(url)) {
      link.attr("rel", HtmlAllowList.REL);
    }
  }
}
