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

  private final Markdown markdown;
  private final RelativeLinks links;

  /** By folder, then by text. */
  private final Map<String, Map<String, SafeHtml>> blocks = new ConcurrentHashMap<>();

  private final Map<String, Map<String, SafeHtml>> lines = new ConcurrentHashMap<>();
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
    return of(blocks, folder)
        .computeIfAbsent(source, key -> markdown.html(source, link -> links.address(folder, link)));
  }

  /**
   * A text as one line.
   *
   * @param folder directory that its links are relative to
   */
  SafeHtml inline(String source, String folder) {
    return of(lines, folder)
        .computeIfAbsent(
            source, key -> markdown.inline(source, link -> links.address(folder, link)));
  }

  private static Map<String, SafeHtml> of(Map<String, Map<String, SafeHtml>> known, String folder) {
    return known.computeIfAbsent(folder, any -> new ConcurrentHashMap<>());
  }

  String text(String source) {
    return texts.computeIfAbsent(source, markdown::text);
  }
}
