package dev.coord.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Finds what could run a script, load something or mislead; written apart from the allow-list that
 * it checks.
 */
final class ScriptCapable {
  private static final Set<String> HARMLESS =
      Set.of(
          "p",
          "br",
          "hr",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "blockquote",
          "pre",
          "code",
          "em",
          "strong",
          "del",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "a",
          "img",
          "span",
          "div",
          "small");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href", "rel", "title", "src", "alt", "class", "start", "tabindex", "role", "aria-label");

  private ScriptCapable() {}

  /** What a browser would find in this fragment, in words; empty if there is nothing. */
  static List<String> in(String html) {
    List<String> found = new ArrayList<>();
    for (Element element : Jsoup.parseBodyFragment(html).body().children().select("*")) {
      if (!HARMLESS.contains(element.tagName())) {
        found.add("element " + element.tagName());
      }
      for (Attribute attribute : element.attributes()) {
        if (!ATTRIBUTES.contains(attribute.getKey())) {
          found.add("attribute " + attribute.getKey());
        }
      }
      if (element.hasAttr("href") && !isHarmlessLink(element.attr("href"))) {
        found.add("link to " + element.attr("href"));
      }
      if (element.hasAttr("src") && !isRelative(asBrowsersReadIt(element.attr("src")))) {
        found.add("image of " + element.attr("src"));
      }
    }
    return found;
  }

  private static boolean isHarmlessLink(String url) {
    String read = asBrowsersReadIt(url);
    return read.matches("https?://[^/@]+([/?#].*)?")
        || read.startsWith("mailto:")
        || isRelative(read);
  }

  private static boolean isRelative(String read) {
    return !read.startsWith("//") && !read.matches("[a-z][a-z0-9+.-]*:.*");
  }

  /**
   * Browsers drop line ends and tabs anywhere and control characters at both ends, and take a
   * backslash for a slash.
   */
  private static String asBrowsersReadIt(String url) {
    return url.replaceAll("[\\t\\n\\r]", "")
        .replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$", "")
        .replace('\\', '/')
        .replaceAll("(?i)%5c", "/")
        .toLowerCase(Locale.ROOT);
  }
}
