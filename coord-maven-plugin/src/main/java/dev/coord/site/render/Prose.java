package dev.coord.site.render;

import dev.coord.markdown.Markdown;
import dev.coord.markdown.SafeHtml;
import java.util.HashMap;
import java.util.Map;

/** Renders each distinct Markdown text of a site once, however many pages and notations show it. */
final class Prose {

  private final Markdown markdown;
  private final Map<String, SafeHtml> blocks = new HashMap<>();
  private final Map<String, SafeHtml> lines = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  Prose(Markdown markdown) {
    this.markdown = markdown;
  }

  SafeHtml block(String source) {
    return blocks.computeIfAbsent(source, markdown::html);
  }

  SafeHtml inline(String source) {
    return lines.computeIfAbsent(source, markdown::inline);
  }

  String text(String source) {
    return texts.computeIfAbsent(source, markdown::text);
  }
}
