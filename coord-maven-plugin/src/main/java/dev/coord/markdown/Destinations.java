package dev.coord.markdown;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Leads the relative links of a cleaned fragment to where they mean. */
final class Destinations {

  /** Whether there is anything to do: most texts have no such link. */
  private static final Pattern RELATIVE =
      Pattern.compile("<img |href=\"(?!https?:|mailto:)", Pattern.CASE_INSENSITIVE);

  private static final String REL = "\" rel=\"" + HtmlAllowList.REL + "\">";

  /** A link of words to an address that is written as it is; it can be told without a tree. */
  private static final Pattern SIMPLE =
      Pattern.compile(
          "<a href=\"([A-Za-z0-9:/._#-]+)\"( rel=\"" + HtmlAllowList.REL + "\")?>([^<&]+)</a>");

  /**
   * The fragment with other destinations.
   *
   * @param relative where a relative destination leads; what it gives is checked again
   */
  String lead(String html, Function<String, Optional<String>> relative) {
    if (!RELATIVE.matcher(html).find()) {
      return html;
    }
    if (isSimple(html)) {
      return SIMPLE.matcher(html).replaceAll(m -> Matcher.quoteReplacement(lead(m, relative)));
    }
    Document document = Jsoup.parseBodyFragment(html);
    Element body = document.body();
    body.select("a").forEach(link -> lead(link, relative));
    body.select("img").forEach(image -> replace(image, relative));
    document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    return body.html();
  }

  /** Whether every link is a simple one. */
  private static boolean isSimple(String html) {
    return !html.contains("<img ") && SIMPLE.matcher(html).replaceAll("").indexOf("<a ") < 0;
  }

  private static String lead(MatchResult link, Function<String, Optional<String>> relative) {
    String url = link.group(1);
    if (!SafeUrl.isRelative(url)) {
      return link.group();
    }
    return address(url, relative)
        .map(to -> "<a href=\"" + to.replace("&", "&amp;") + end(to) + link.group(3) + "</a>")
        .orElse(link.group(3));
  }

  private static String end(String address) {
    return SafeUrl.isWeb(address) ? REL : "\">";
  }

  private static void lead(Element link, Function<String, Optional<String>> relative) {
    String written = link.attr("href");
    if (!SafeUrl.isRelative(written)) {
      return;
    }
    Optional<String> url = address(written, relative);
    if (url.isPresent()) {
      HtmlSanitizer.setDestination(link, url.get());
      if (!SafeUrl.isWeb(url.get())) {
        link.removeAttr("title");
      }
    } else {
      link.unwrap();
    }
  }

  private static void replace(Element image, Function<String, Optional<String>> relative) {
    String source = image.attr("src");
    String text = image.attr("alt").isBlank() ? source : image.attr("alt");
    Optional<String> url =
        image.closest("a") == null ? address(source, relative) : Optional.empty();
    if (url.isEmpty()) {
      image.replaceWith(new TextNode(text));
      return;
    }
    Element link = new Element("a").appendText(text);
    HtmlSanitizer.setDestination(link, url.get());
    image.replaceWith(link);
  }

  private static Optional<String> address(
      String written, Function<String, Optional<String>> relative) {
    Optional<String> address = relative.apply(written);
    return address.flatMap(Reference::of).isPresent()
        ? address
        : address.flatMap(SafeUrl::of).filter(SafeUrl::isWeb);
  }
}
