package dev.coord.site.render;

import dev.coord.concurrent.Memo;
import freemarker.core.TemplateMarkupOutputModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What templates write the same way many times over, written once in a notation: the navigation,
 * and what stands around a word of a line and around a cell of a table. A site of thousands of rows
 * has a handful of these. May be used by several threads at once.
 */
final class Pieces {

  /** Stands for what is filled in; {@link PlainText} lets it into no text. */
  private static final String HOLE = "\u0001";

  /**
   * What stands before and behind something.
   *
   * @param end what stands behind that and the id of a row; empty where no id is named
   */
  record Around(String before, String behind, String end) {
    private static Around of(String[] parts) {
      return new Around(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }

    /** Whether the id of the row stands between what is behind and the end. */
    boolean namesRow() {
      return !end.isEmpty();
    }

    private void write(String content, StringBuilder to) {
      to.append(before).append(content).append(behind);
    }
  }

  /** A cell of a column; the first is the heading of its row. */
  private record Column(String label, boolean numeric, boolean first) {}

  private final Templates templates;
  private final Format format;
  private final Around strong;
  private final Around wholeCode;
  private final Around code;
  private final String[] innerLink;
  private final String[] outerLink;
  private final Memo<String, Around> badges = new Memo<>();
  private final Memo<InlineView.Progress, String[]> shares = new Memo<>();
  private final Memo<Column, Around> cells = new Memo<>();
  private final Memo<Object, TemplateMarkupOutputModel<?>> navigations = new Memo<>();
  private final TemplateMarkupOutputModel<?> hole;

  Pieces(Templates templates, Format format) {
    this.templates = templates;
    this.format = format;
    this.hole = format.written(HOLE);
    InlineView content = new InlineView.Rich(hole);
    this.strong = Around.of(holed(new InlineView.Strong(HOLE)));
    this.wholeCode = Around.of(holed(new InlineView.Code(hole, true)));
    this.code = Around.of(holed(new InlineView.Code(hole, false)));
    this.innerLink = holed(new InlineView.Link(content, hole, false));
    this.outerLink = holed(new InlineView.Link(content, hole, true));
  }

  /** Strong text. */
  void strong(String text, StringBuilder to) {
    strong.write(format.text(text), to);
  }

  /** Text to be read letter by letter, in the notation already. */
  void code(String content, boolean whole, StringBuilder to) {
    (whole ? wholeCode : code).write(content, to);
  }

  /** A link; content and address are in the notation already. */
  void link(String content, String href, boolean external, StringBuilder to) {
    String[] around = external ? outerLink : innerLink;
    boolean addressFirst = !format.marksAreText();
    to.append(around[0])
        .append(addressFirst ? href : content)
        .append(around[1])
        .append(addressFirst ? content : href)
        .append(around[2]);
  }

  /** A status. */
  void badge(String tone, String word, StringBuilder to) {
    Around around = badges.of(tone, t -> Around.of(holed(new InlineView.Badge(t, HOLE))));
    around.write(format.text(word), to);
  }

  /**
   * A share.
   *
   * @param href where it leads, in the notation already
   */
  void progress(int done, int total, Optional<String> href, StringBuilder to) {
    List<TemplateMarkupOutputModel<?>> links = href.isPresent() ? List.of(hole) : List.of();
    String[] around = shares.of(new InlineView.Progress(done, total, links), this::holed);
    to.append(String.join(href.orElse(""), around));
  }

  /** Any other part of a line. */
  String part(InlineView part) {
    return templates.write("line" + format.templates(), Map.of("content", List.of(part)));
  }

  /**
   * What stands around a cell of a table.
   *
   * @param label heading of its column
   */
  Around cell(String label, boolean numeric, boolean first) {
    return cells.of(
        new Column(label, numeric, first),
        c ->
            Around.of(
                holed(
                    "cell",
                    Map.of(
                        "label", label, "numeric", numeric, "first", first, "content", hole, "row",
                        hole))));
  }

  private String[] holed(InlineView part) {
    return holed("line", Map.of("content", List.of(part)));
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
    return navigations.of(
        place,
        any ->
            format.written(
                templates.write(
                    "navigation" + format.templates(), Map.of("groups", groups.get()))));
  }
}
