package dev.coord.site.render;

import dev.coord.concurrent.Memo;
import freemarker.core.TemplateMarkupOutputModel;
import java.util.List;
import java.util.Locale;
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

  /** Stands for an address, or the id of a row, that is filled in. */
  private static final String ADDRESS = "\u0002";

  /**
   * What stands before and behind something.
   *
   * @param behind the pieces behind it; between each two of them stands the id of a row
   */
  record Around(String before, List<String> behind) {
    /** Copies the list. */
    Around {
      behind = List.copyOf(behind);
    }

    /** Writes what stands behind the content. */
    void end(String row, StringBuilder to) {
      to.append(String.join(row, behind));
    }

    private void write(String content, StringBuilder to) {
      to.append(before).append(content).append(behind.get(0));
    }
  }

  /** A link, with what it leads to before or behind its content. */
  private record Ends(String before, String between, String behind, boolean addressFirst) {
    private void write(String content, String href, StringBuilder to) {
      to.append(before)
          .append(addressFirst ? href : content)
          .append(between)
          .append(addressFirst ? content : href)
          .append(behind);
    }
  }

  /**
   * A cell of a column; the first is the heading of its row.
   *
   * @param page the page by whose address the row is linked; empty for the file that it stands in
   */
  record Column(String label, boolean numeric, boolean first, String page) {}

  private final Templates templates;
  private final Format format;
  private final Around strong;
  private final Around wholeCode;
  private final Around code;
  private final Ends innerLink;
  private final Ends outerLink;
  private final Ends wholeLink;
  private final Memo<String, Around> badges = new Memo<>();
  private final Memo<InlineView.Progress, String[]> shares = new Memo<>();
  private final Memo<Column, Around> cells = new Memo<>();
  private final Memo<Object, TemplateMarkupOutputModel<?>> navigations = new Memo<>();
  private final TemplateMarkupOutputModel<?> hole;

  Pieces(Templates templates, Format format) {
    this.templates = templates;
    this.format = format;
    this.hole = format.written(HOLE);
    this.strong = around(new InlineView.Strong(HOLE), "text");
    this.wholeCode = around(new InlineView.Code(hole, true), "content");
    this.code = around(new InlineView.Code(hole, false), "content");
    this.innerLink = ends(false, false);
    this.outerLink = ends(true, false);
    this.wholeLink = ends(false, true);
  }

  /** Strong text. */
  void strong(String text, StringBuilder to) {
    strong.write(format.text(text), to);
  }

  /** Text to be read letter by letter, in the notation already. */
  void code(String content, boolean whole, StringBuilder to) {
    (whole ? wholeCode : code).write(content, to);
  }

  /** A link to a short id, which is not broken where there is room; else like any link. */
  void wholeLink(String content, String href, StringBuilder to) {
    wholeLink.write(content, href, to);
  }

  /** A link; content and address are in the notation already. */
  void link(String content, String href, boolean external, StringBuilder to) {
    (external ? outerLink : innerLink).write(content, href, to);
  }

  /** A status. */
  void badge(String tone, String word, StringBuilder to) {
    Around around = badges.of(tone, t -> around(new InlineView.Badge(t, HOLE), "word"));
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

  /** What stands around a cell of a table. */
  Around cell(Column column) {
    return cells.of(
        column,
        c ->
            cell(
                Map.of(
                    "label",
                    c.label(),
                    "numeric",
                    c.numeric(),
                    "first",
                    c.first(),
                    "page",
                    c.page(),
                    "content",
                    hole,
                    "row",
                    format.written(ADDRESS))));
  }

  /** A heading may name its row, behind what it says. */
  private Around cell(Map<String, Object> model) {
    String text = templates.write("cell" + format.templates(), model);
    once("cell", text, HOLE, "content");
    if (text.indexOf(ADDRESS) >= 0 && text.indexOf(ADDRESS) < text.indexOf(HOLE)) {
      throw templates.unfit(
          "cell" + format.templates(), "row is printed before content", "Print it behind that.");
    }
    String[] parts = text.split("[" + HOLE + ADDRESS + "]", -1);
    return new Around(parts[0], List.of(parts).subList(1, parts.length));
  }

  private Around around(InlineView part, String field) {
    String what = part.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": part." + field;
    return around("line", Map.of("content", List.of(part)), what);
  }

  private Around around(String name, Map<String, Object> model, String what) {
    String[] parts = holed(name, model);
    if (parts.length != 2) {
      throw misprinted(name, what, parts.length - 1);
    }
    return new Around(parts[0], List.of(parts[1]));
  }

  private Ends ends(boolean external, boolean whole) {
    InlineView link =
        new InlineView.Link(new InlineView.Rich(hole), format.written(ADDRESS), external, whole);
    String text = templates.write("line" + format.templates(), Map.of("content", List.of(link)));
    once("line", text, HOLE, "link: part.content");
    once("line", text, ADDRESS, "link: part.href");
    String[] parts = text.split("[" + HOLE + ADDRESS + "]", -1);
    return new Ends(parts[0], parts[1], parts[2], text.indexOf(ADDRESS) < text.indexOf(HOLE));
  }

  private void once(String name, String text, String mark, String what) {
    int times = text.split(mark, -1).length - 1;
    if (times != 1) {
      throw misprinted(name, what, times);
    }
  }

  /** What stands around something cannot be told where it is not there, or twice. */
  private RuntimeException misprinted(String name, String what, int times) {
    return templates.unfit(
        name + format.templates(),
        what + " is " + (times == 0 ? "not printed" : "printed " + times + " times"),
        "Print it once.");
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
