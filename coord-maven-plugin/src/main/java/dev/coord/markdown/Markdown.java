package dev.coord.markdown;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * Turns Markdown that anybody may have written into HTML that may stand in a page, or into plain
 * text.
 *
 * <p>The dialect is CommonMark with the tables, task lists, strikethrough and autolinks of <a
 * href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>, without HTML: tags, comments
 * and all else in angle brackets are shown as they are written. Safety rests on three layers:
 * flexmark escapes HTML, destinations are {@code https}, {@code http}, {@code mailto} or relative,
 * and the result passes an allow-list of elements, attributes and values. Lines of ASCII words with
 * simple marks are written directly, as what these layers make of them. What the page needs is done
 * on the way:
 *
 * <ul>
 *   <li>Headings begin at {@code h3}, below the page's title and its sections, and skip no level;
 *       in lists and quotations they are strong paragraphs. Nothing has an id.
 *   <li>Images of other sites become links, so that reading a page tells nobody. A destination that
 *       is not allowed leaves the text of its link.
 *   <li>A destination such as {@code workstream:checkout}, and {@code @ana}, is a {@link
 *       Reference}; it leaves the text of its link unless {@link References} lead it.
 *   <li>A task is an {@code li} of class {@code md-task} with a {@code span} of class {@code
 *       md-task-mark}, a picture named "done" or "not done". Cells have the classes {@code
 *       md-left}, {@code md-center} and {@code md-right}; a table stands in a {@code div} of class
 *       {@code md-table}, which, as {@code pre}, can have the focus to be scrolled.
 * </ul>
 *
 * <p>A text of more than 64 KiB of UTF-8, 3,000 lines, 32 nested lists and quotations, 10,000 items
 * of lists and lines of quotations, 100 columns or 20,000 cells of tables, 256 dashes, stars or
 * underscores in a line or 100 spaces in a row of a heading is not parsed but shown as it is, in a
 * {@code div} of class {@code md-plain} (inline: as text) with a note of class {@code md-note} that
 * says why. Within a paragraph, marks of emphasis beyond 1,000 and brackets within 32 open ones
 * stand for themselves. So there is no text that throws, overflows a stack of 512 KiB or takes
 * seconds.
 *
 * <p>The same text always gives the same result. An instance keeps the results used last, at most 8
 * Mi characters, and may be used by many threads.
 */
public final class Markdown {
  private static final int CACHE_CAPACITY = 8 * 1024 * 1024;

  private final FlexmarkHtml blocks = FlexmarkHtml.forBlocks();
  private final FlexmarkHtml paragraph = FlexmarkHtml.forOneParagraph();
  private final HtmlSanitizer sanitizer = new HtmlSanitizer();
  private final Destinations destinations = new Destinations();
  private final RenderCache cache = new RenderCache(CACHE_CAPACITY);

  /** The text as block content: paragraphs, lists, tables and so on; empty for a blank text. */
  public SafeHtml html(String source) {
    return References.without(blocks(source));
  }

  private SafeHtml blocks(String source) {
    return SafeHtml.of(
        SimpleLine.html(source)
            .map(line -> "<p>" + line + "</p>")
            .orElseGet(() -> cached(RenderCache.Form.BLOCKS, source, this::renderBlocks)));
  }

  /**
   * The same with its relative links led elsewhere, and with links to what a {@link Reference}
   * names, which are to be led by {@link References}.
   *
   * @param relative where a relative destination leads; a link without an address is left as its
   *     text, and an image, which would need a file of the site, becomes a link or its description
   */
  public SafeHtml html(String source, Function<String, Optional<String>> relative) {
    return SafeHtml.of(destinations.lead(blocks(source).html(), relative));
  }

  /**
   * The text as the content of one paragraph, without its {@code <p>}.
   *
   * <p>Lines are joined by a space, and the marks of headings, lists, quotations and tables are
   * kept as text, so that {@code 1. Setup} stays a name. May hold links, and so must not stand
   * inside one: see {@link #text(String)}.
   */
  public SafeHtml inline(String source) {
    return References.without(line(source));
  }

  private SafeHtml line(String source) {
    return SafeHtml.of(
        SimpleLine.html(source)
            .orElseGet(() -> cached(RenderCache.Form.INLINE, source, this::renderInline)));
  }

  /** The same with its relative links led elsewhere, as in {@link #html(String, Function)}. */
  public SafeHtml inline(String source, Function<String, Optional<String>> relative) {
    return SafeHtml.of(destinations.lead(line(source).html(), relative));
  }

  /**
   * What {@link #inline(String)} shows, as one line of plain text: without marks of emphasis,
   * destinations and notes, with the descriptions of images.
   *
   * <p>For titles, the console and data. It is not escaped for any of them.
   */
  public String text(String source) {
    return SimpleLine.text(source)
        .orElseGet(() -> cached(RenderCache.Form.TEXT, source, this::renderText));
  }

  private String cached(RenderCache.Form form, String source, UnaryOperator<String> render) {
    return cache
        .get(form, source)
        .orElseGet(
            () -> {
              String result = render.apply(source);
              cache.put(form, source, result);
              return result;
            });
  }

  private String renderBlocks(String source) {
    String text = Characters.clean(source);
    Rendering rendering = render(blocks, text);
    return rendering
        .html()
        .orElseGet(
            () ->
                "<div class=\"%s\"><p>%s</p><pre tabindex=\"0\">%s</pre></div>"
                    .formatted(HtmlAllowList.PLAIN, note(rendering), Entities.escape(text)));
  }

  private String renderInline(String source) {
    String text = oneLine(source);
    Rendering rendering = render(paragraph, text);
    return rendering
        .html()
        .map(Markdown::withoutParagraph)
        .orElseGet(() -> Entities.escape(text) + " " + note(rendering));
  }

  private String renderText(String source) {
    String text = oneLine(source);
    return render(paragraph, text).html().map(sanitizer::text).orElse(text);
  }

  private Rendering render(FlexmarkHtml flexmark, String text) {
    Optional<String> passed = MarkdownLimits.passedBy(text);
    if (passed.isPresent()) {
      return Rendering.refused(passed.get());
    }
    try {
      return flexmark
          .render(text)
          .map(sanitizer::clean)
          .map(Rendering::of)
          .orElseGet(() -> Rendering.refused("it is nested too deeply"));
    } catch (RuntimeException | StackOverflowError e) {
      // flexmark is no longer maintained: what it cannot read is shown as it is, like what is too
      // large.
      return Rendering.refused("it could not be read as Markdown");
    }
  }

  private static String note(Rendering rendering) {
    return "<small class=\"%s\">Shown as plain text: %s.</small>"
        .formatted(HtmlAllowList.NOTE, rendering.reason());
  }

  private static String withoutParagraph(String html) {
    return html.startsWith("<p>") && html.endsWith("</p>")
        ? html.substring(3, html.length() - 4)
        : html;
  }

  private static String oneLine(String source) {
    return Characters.clean(source)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** Either HTML, or the reason why there is none. */
  private record Rendering(Optional<String> html, String reason) {
    static Rendering of(String html) {
      return new Rendering(Optional.of(html), "");
    }

    static Rendering refused(String reason) {
      return new Rendering(Optional.empty(), reason);
    }
  }
}
