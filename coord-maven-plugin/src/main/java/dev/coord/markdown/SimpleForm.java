package dev.coord.markdown;

import java.util.Optional;

/**
 * Writes a line of safe HTML as Markdown where it holds nothing but words, emphasis, code and links
 * that do not stand inside one another: most do, and need no tree to be read.
 */
final class SimpleForm {

  private static final String LINK = "<a href=\"";
  private static final String REL = " rel=\"" + HtmlAllowList.REL + "\"";

  private final String html;
  private final boolean cell;
  private final StringBuilder to;
  private int at;

  private SimpleForm(String html, boolean cell) {
    this.html = html;
    this.cell = cell;
    this.to = new StringBuilder(html.length() + 16);
  }

  /** The line as Markdown; empty when it holds anything else. */
  static Optional<String> of(String html, boolean cell) {
    SimpleForm form = new SimpleForm(html, cell);
    return form.isWritten() ? Optional.of(form.to.toString()) : Optional.empty();
  }

  /** One paragraph as Markdown; empty when it is anything else. */
  static Optional<String> ofParagraph(String html) {
    return html.startsWith("<p>") && html.endsWith("</p>")
        ? of(html.substring("<p>".length(), html.length() - "</p>".length()), false)
        : Optional.empty();
  }

  private boolean isWritten() {
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      Optional<String> words = characters(at, tag < 0 ? html.length() : tag);
      if (words.isEmpty()) {
        return false;
      }
      to.append(NormalForm.text(words.get()));
      if (tag < 0) {
        return true;
      }
      at = tag;
      if (!element("em") && !element("strong") && !element("code") && !link()) {
        return false;
      }
    }
    return true;
  }

  private boolean element(String name) {
    int start = at + name.length() + 2;
    if (!html.startsWith("<" + name + ">", at)) {
      return false;
    }
    int end = html.indexOf('<', start);
    Optional<String> content = end < 0 ? Optional.empty() : characters(start, end);
    if (content.isEmpty() || !html.startsWith("</" + name + ">", end)) {
      return false;
    }
    switch (name) {
      case "code" -> to.append(MarkdownText.code(content.get().replace('\n', ' '), cell));
      case "em" -> to.append(NormalForm.wrap("*", NormalForm.text(content.get())));
      default -> to.append(NormalForm.wrap("**", NormalForm.text(content.get())));
    }
    at = end + name.length() + 3;
    return true;
  }

  private boolean link() {
    int url = at + LINK.length();
    int quote = html.startsWith(LINK, at) ? html.indexOf('"', url) : -1;
    int start = quote < 0 ? -1 : html.indexOf('>', quote) + 1;
    int end = start < 1 ? -1 : html.indexOf('<', start);
    if (end < 0 || !html.startsWith("</a>", end)) {
      return false;
    }
    String attributes = html.substring(quote + 1, start - 1);
    Optional<String> content = characters(start, end);
    String address = html.substring(url, quote);
    boolean known = attributes.isEmpty() || attributes.equals(REL);
    if (!known || content.isEmpty() || address.isEmpty() || address.indexOf('&') >= 0) {
      return false;
    }
    to.append('[').append(NormalForm.text(content.get()).strip());
    to.append("](").append(MarkdownText.destination(address)).append(')');
    at = end + "</a>".length();
    return true;
  }

  /** What is written there; empty when it is written with names that are not known here. */
  private Optional<String> characters(int start, int end) {
    String written = html.substring(start, end);
    if (written.indexOf('&') < 0) {
      return Optional.of(written);
    }
    String without = written.replace("&lt;", "").replace("&gt;", "").replace("&amp;", "");
    return without.indexOf('&') < 0
        ? Optional.of(written.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        : Optional.empty();
  }
}
