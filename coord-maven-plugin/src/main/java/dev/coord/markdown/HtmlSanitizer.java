package dev.coord.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final int HEADINGS_ABOVE = 2;

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /**
   * The name of an element whose content takes its place, since the allow-list does not hold it; to
   * move nodes in a long parent would take quadratic time.
   */
  static final String UNWRAPPED = "unwrapped";

  private final Cleaner cleaner = new Cleaner(new HtmlAllowList());

  /** The fragment as safe, well-formed HTML. */
  String clean(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    List<Element> elements = document.body().getAllElements();
    // From the end, so that what is inside a link is final when the link is looked at.
    for (int i = elements.size() - 1; i > 0; i--) {
      rewrite(elements.get(i));
    }
    rewriteHeadings(document.body(), elements);
    BareUrls.link(document.body());
    // Most texts have none, and to look for them in a tree takes time.
    if (html.indexOf('@') >= 0) {
      Mentions.link(document.body());
    }
    Highlighter.mark(elements);
    Document cleaned = cleaner.clean(document);
    cleaned.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    return cleaned.body().html().strip();
  }

  /** What a cleaned fragment shows, on one line; an image shows its description. */
  String text(String cleaned) {
    Element body = Jsoup.parseBodyFragment(cleaned).body();
    body.select("img").forEach(image -> image.replaceWith(new TextNode(image.attr("alt"))));
    body.select("a:empty")
        .forEach(link -> Reference.of(link.attr("href")).ifPresent(named -> link.text(named.id())));
    return body.text();
  }

  private static void rewrite(Element element) {
    switch (element.normalName()) {
      case "th", "td" -> rewriteCell(element);
      case "table" ->
          element.wrap("<div class=\"" + HtmlAllowList.TABLE + "\" tabindex=\"0\"></div>");
      // Browsers let the keyboard scroll only what can have the focus.
      case "pre" -> element.attr("tabindex", "0");
      case "p" -> rewriteParagraph(element);
      case "img" -> rewriteImage(element);
      case "a" -> rewriteLink(element);
      default -> {}
    }
  }

  /**
   * Gives headings the levels that follow from what is in what, so that none is skipped. A heading
   * in a list or a quotation is no part of the page's outline.
   */
  private static void rewriteHeadings(Element body, List<Element> elements) {
    Deque<Integer> open = new ArrayDeque<>();
    for (Element heading : elements) {
      if (!HEADINGS.contains(heading.normalName())) {
        continue;
      }
      int level = heading.normalName().charAt(1) - '0';
      if (heading.parent() != body) {
        Element strong = new Element("strong").appendChildren(List.copyOf(heading.childNodes()));
        heading.tagName("p").appendChild(strong);
        continue;
      }
      while (!open.isEmpty() && open.peek() >= level) {
        open.pop();
      }
      open.push(level);
      heading.tagName("h" + Math.min(6, HEADINGS_ABOVE + open.size()));
    }
  }

  private static void rewriteCell(Element cell) {
    if (cell.hasAttr("align")) {
      cell.attr("class", "md-" + cell.attr("align"));
    }
  }

  /**
   * flexmark closes the paragraph of a task behind the blocks that follow it, which leaves an empty
   * one.
   */
  private static void rewriteParagraph(Element paragraph) {
    if (paragraph.childNodeSize() == 0) {
      paragraph.remove();
    }
  }

  /** A remote image would tell another server who reads the page, so it becomes a link. */
  private static void rewriteImage(Element image) {
    String source = image.attr("src");
    Optional<String> url = SafeUrl.of(source);
    if (url.filter(SafeUrl::isRelative).isPresent()) {
      image.attr("src", url.get());
      return;
    }
    String text = image.attr("alt").isBlank() ? source : image.attr("alt");
    boolean linked = image.closest("a") != null;
    image.tagName(linked ? UNWRAPPED : "a").clearAttributes().appendText(text);
    if (!linked) {
      rewriteLink(image.attr("href", source));
    }
  }

  private static void rewriteLink(Element link) {
    Optional<Reference> reference = Reference.of(link.attr("href"));
    if (reference.isPresent()) {
      link.clearAttributes().attr("href", reference.get().toString());
      return;
    }
    Optional<String> url = SafeUrl.of(link.attr("href"));
    if (url.isEmpty()) {
      link.tagName(UNWRAPPED);
      return;
    }
    setDestination(link, url.get());
    if (!link.hasText() && link.select("img:not([alt=''])").isEmpty()) {
      link.appendText(url.get());
    }
  }

  static void setDestination(Element link, String url) {
    link.attr("href", url);
    if (SafeUrl.isWeb(url)) {
      link.attr("rel", HtmlAllowList.REL);
    }
  }
}
