package dev.coord.site.render;

import dev.coord.concurrent.Memo;
import dev.coord.markdown.Markdown;
import dev.coord.markdown.SafeHtml;
import dev.coord.site.RelativeLinks;

/**
 * Renders each distinct Markdown text of a site once, however many pages and notations show it,
 * from any thread.
 */
final class Prose {

  private final Markdown markdown;
  private final RelativeLinks links;

  /** By folder, then by text. */
  private final Memo<String, Memo<String, SafeHtml>> blocks = new Memo<>();

  private final Memo<String, Memo<String, SafeHtml>> lines = new Memo<>();
  private final Memo<String, String> texts = new Memo<>();

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
        .of(source, key -> markdown.html(source, link -> links.address(folder, link)));
  }

  /**
   * A text as one line.
   *
   * @param folder directory that its links are relative to
   */
  SafeHtml inline(String source, String folder) {
    return of(lines, folder)
        .of(source, key -> markdown.inline(source, link -> links.address(folder, link)));
  }

  private static Memo<String, SafeHtml> of(
      Memo<String, Memo<String, SafeHtml>> known, String folder) {
    return known.of(folder, any -> new Memo<>());
  }

  String text(String source) {
    return texts.of(source, markdown::text);
  }
}
