package dev.coord.site.render;

import dev.coord.concurrent.Memo;
import dev.coord.markdown.Markdown;
import dev.coord.markdown.Reference;
import dev.coord.markdown.References;
import dev.coord.markdown.SafeHtml;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Target;
import java.util.Optional;
import java.util.function.Function;

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
   * A text as block content as seen from a page.
   *
   * @param addresses where the page finds what a link leads to
   */
  SafeHtml block(Block.Prose text, Function<Target, Optional<String>> addresses) {
    return led(block(text), addresses);
  }

  /** The same as seen from nowhere: it has as many elements as any page gives it, or more. */
  SafeHtml block(Block.Prose text) {
    return of(blocks, text.folder() + "#" + text.document())
        .of(text.markdown(), source -> known(markdown.html(source, link -> address(text, link))));
  }

  /**
   * A text as one line as seen from a page.
   *
   * @param addresses where the page finds what a link leads to
   */
  SafeHtml inline(Inline.Rich text, Function<Target, Optional<String>> addresses) {
    return led(inline(text), addresses);
  }

  /** The same as seen from nowhere: it has as many elements as any page gives it, or more. */
  SafeHtml inline(Inline.Rich text) {
    return of(lines, text.folder())
        .of(
            text.markdown(),
            source -> known(markdown.inline(source, link -> links.address(text.folder(), link))));
  }

  private Optional<String> address(Block.Prose text, String link) {
    return link.startsWith("#") && !text.document().isEmpty()
        ? links.heading(text.document(), link)
        : links.address(text.folder(), link);
  }

  /** Links by an id that the plan does not define become text, and all others have words. */
  private SafeHtml known(SafeHtml html) {
    return References.lead(
        html,
        reference ->
            named(reference)
                .map(
                    link ->
                        new References.Place(reference.toString(), PlainText.title(link.text()))));
  }

  private SafeHtml led(SafeHtml html, Function<Target, Optional<String>> addresses) {
    return References.lead(
        html,
        reference ->
            named(reference)
                .flatMap(link -> addresses.apply(link.target()))
                .map(address -> new References.Place(address, "")));
  }

  private Optional<Inline.Link> named(Reference reference) {
    return links.named(reference.kind(), reference.id(), reference.fragment());
  }

  private static Memo<String, SafeHtml> of(
      Memo<String, Memo<String, SafeHtml>> known, String folder) {
    return known.of(folder, any -> new Memo<>());
  }

  String text(String source) {
    return texts.of(source, markdown::text);
  }
}
