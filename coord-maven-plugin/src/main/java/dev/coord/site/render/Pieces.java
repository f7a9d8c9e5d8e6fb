package dev.coord.site.render;

import freemarker.core.TemplateMarkupOutputModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What templates write the same way many times over, written once in a notation: the navigation,
 * and what stands around a word of a line and around a cell of a table. A site of thousands of
 * rows has a handful of these. May be used by several threads at once.
 */
final class Pieces {

  /** Stands for what is filled in; {@link PlainText} lets it into no text. */
  private static final String HOLE = "\u0001";

  /** A cell of a column; the first is the heading of its row. */
  private record Column(String label, boolean numeric, boolean first) {}

  private final Templates templates;
  private final Format format;
  private final Map<InlineView, String[]> parts = new ConcurrentHashMap<>();
  private final Map<Column, String[]> cells = new ConcurrentHashMap<>();
  private final Map<Object, TemplateMarkupOutputModel<?>> navigations = new ConcurrentHashMap<>();
  private final TemplateMarkupOutputModel<?> hole;

  Pieces(Templates templates, Format format) {
    this.templates = templates;
    this.format = format;
    this.hole = format.written(HOLE);
  }

  /** Strong text. */
  String strong(String text) {
    return filled(new InlineView.Strong(HOLE), format.text(text));
  }

  /** Text to be read letter by letter, in the notation already. */
  String code(String content, boolean whole) {
    return filled(new InlineView.Code(hole, whole), content);
  }

  /** A link; content and address are in the notation already. */
  String link(String content, String href, boolean external) {
    String[] around =
        around(new InlineView.Link(new InlineView.Rich(hole), hole, external));
    boolean addressFirst = !format.marksAreText();
    return around[0]
        + (addressFirst ? href : content)
        + around[1]
        + (addressFirst ? content : href)
        + around[2];
  }

  /** A status. */
  String badge(String tone, String word) {
    return filled(new InlineView.Badge(tone, HOLE), format.text(word));
  }

  /** Any other part of a line. */
  String part(InlineView part) {
    return templates.write("line" + format.templates(), Map.of("content", List.of(part)));
  }

  /**
   * A cell of a table.
   *
   * @param label heading of its column
   * @param content in the notation already
   */
  String cell(String label, boolean numeric, boolean first, String content) {
    String[] around =
        cells.computeIfAbsent(
            new Column(label, numeric, first),
            c ->
                holed(
                    "cell",
                    Map.of("label", label, "numeric", numeric, "first", first, "content", hole)));
    return around[0] + content + around[1];
  }

  private String filled(InlineView part, String content) {
    String[] around = around(part);
    return around[0] + content + around[1];
  }

  private String[] around(InlineView part) {
    return parts.computeIfAbsent(part, p -> holed("line", Map.of("content", List.of(p))));
  }

  private String[] holed(String name, Map<String, Object> model) {
    return templates.write(name + format.templates(), model).split(HOLE, -1);
  }

  /**
   * The navigation.
   *
   * @param place equal for pages with the same one
   */
  <T> TemplateMarkupOutputModel<?> navigation(T place, Supplier<List<PageView.Group>> groups) {
    return navigations.computeIfAbsent(
        place,
        any ->
            format.written(
                templates.write(
                    "navigation" + format.templates(), Map.of("groups", groups.get()))));
  }
}
