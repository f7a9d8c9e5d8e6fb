package dev.coord.site.render;

import dev.coord.markdown.Markdown;
import dev.coord.markdown.SafeHtml;
import dev.coord.site.RelativeLinks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders each distinct Markdown text of a site once, however many pages and notations show it,
 * from any thread.
 */
final class Prose {

  private record Source(String markdown, String folder) {}

  private final Markdown markdown;
  private final RelativeLinks links;
  private final Map<Source, SafeHtml> blocks = new ConcurrentHashMap<>();
  private final Map<Source, SafeHtml> lines = new ConcurrentHashMap<>();
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  Prose(Markdown markdown, RelativeLinks links) {
    this.markdown = markdown;
    this.links = links;
  }

  /**
   * A text as block content.
   *
   * @param folder directory that its links are relative to
   */
  SafeHtml block(String source, String folder) {
    return blocks.computeIfAbsent(
        new Source(source, folder),
        key -> markdown.html(source, link -> links.address(folder, link)));
  }

  /**
   * A text as one line.
   *
   * @param folder directory that its links are relative to
   */
  SafeHtml inline(String source, String folder) {
    return lines.computeIfAbsent(
        new Source(source, folder),
        key -> markdown.inline(source, link -> links.address(folder, link)));
  }

  String text(String source) {
    return texts.computeIfAbsent(source, markdown::text);
  }
}
