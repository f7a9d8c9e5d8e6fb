package dev.coord.site.render.picture;

import dev.coord.site.model.Mark;
import java.util.Locale;

/**
 * Writes the elements of one picture. All text goes through {@link #label} and {@link #told}, which
 * escape it; all numbers are whole.
 *
 * <p>Places are whole pixels, or thousandths of the width where a picture is to fit any screen.
 */
final class Svg {

  private static final int PER_PERCENT = 10;

  /** Where a text begins. */
  enum Anchor {
    /** At its place. */
    START,
    /** Around its place. */
    MIDDLE,
    /** It ends there. */
    END;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Surroundings page;
  private final StringBuilder body = new StringBuilder();

  Svg(Surroundings page) {
    this.page = page;
  }

  /** A place in thousandths of the width. */
  static String permille(long permille) {
    long rest = Math.abs(permille % PER_PERCENT);
    return permille / PER_PERCENT + (rest == 0 ? "" : "." + rest) + "%";
  }

  /** A place in pixels. */
  static String pixels(long pixels) {
    return Long.toString(pixels);
  }

  /** A rectangle; of a width of nothing, too. */
  Svg rect(String look, String x, long y, String width, long height) {
    body.append("<rect class=\"")
        .append(look)
        .append("\" x=\"")
        .append(x)
        .append("\" y=\"")
        .append(y)
        .append("\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\"/>");
    return this;
  }

  /** A line. */
  Svg line(String look, String x1, long y1, String x2, long y2) {
    body.append("<line class=\"")
        .append(look)
        .append("\" x1=\"")
        .append(x1)
        .append("\" y1=\"")
        .append(y1)
        .append("\" x2=\"")
        .append(x2)
        .append("\" y2=\"")
        .append(y2)
        .append("\"/>");
    return this;
  }

  /** A shape around a place: its outline is in pixels from there. */
  Svg shape(String look, String x, long y, String outline) {
    body.append("<svg x=\"")
        .append(x)
        .append("\" y=\"")
        .append(y)
        .append("\" class=\"spot\"><path class=\"")
        .append(look)
        .append("\" d=\"")
        .append(outline)
        .append("\"/></svg>");
    return this;
  }

  /** An outline in pixels. */
  Svg path(String look, String outline) {
    body.append("<path class=\"").append(look).append("\" d=\"").append(outline).append("\"/>");
    return this;
  }

  /** An outline in a box that is stretched to the width: both places are thousandths of the box. */
  Svg stretched(String look, long y, long height, String outline) {
    body.append("<svg y=\"")
        .append(y)
        .append("\" width=\"100%\" height=\"")
        .append(height)
        .append("\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\"><path class=\"")
        .append(look)
        .append("\" d=\"")
        .append(outline)
        .append("\"/></svg>");
    return this;
  }

  /** A text on a line of writing. */
  Svg label(String look, Anchor anchor, String x, long y, String text) {
    return label(look, anchor, x, y, text, "");
  }

  /** A text and, less loud, another one behind it; the second may be empty. */
  Svg label(String look, Anchor anchor, String x, long y, String text, String note) {
    body.append("<text");
    if (!look.isEmpty()) {
      body.append(" class=\"").append(look).append('"');
    }
    if (anchor != Anchor.START) {
      body.append(" text-anchor=\"").append(anchor.word()).append('"');
    }
    body.append(" x=\"").append(x).append("\" y=\"").append(y).append("\">");
    body.append(page.text(text));
    if (!note.isEmpty()) {
      body.append("<tspan class=\"note\"> ").append(page.text(note)).append("</tspan>");
    }
    body.append("</text>");
    return this;
  }

  /** Draws something that is named and leads somewhere, in the colours of its tone. */
  Svg marked(Mark mark, Runnable drawing) {
    String tone = mark.tone().name().toLowerCase(Locale.ROOT);
    String href = mark.target().flatMap(page::href).orElse("");
    body.append(href.isEmpty() ? "<g" : "<a href=\"" + href + "\"")
        .append(" class=\"")
        .append(tone)
        .append("\"><title>")
        .append(told(mark))
        .append("</title>");
    drawing.run();
    body.append(href.isEmpty() ? "</g>" : "</a>");
    return this;
  }

  private String told(Mark mark) {
    return page.text(mark.note().isEmpty() ? mark.name() : mark.name() + ": " + mark.note());
  }

  /** What was drawn, as a sign beside a text that says what it means. */
  String sign(int width, int height) {
    return "<svg width=\""
        + width
        + "\" height=\""
        + height
        + "\" aria-hidden=\"true\">"
        + body
        + "</svg>";
  }

  /**
   * The whole picture, as wide as the page.
   *
   * @param height in pixels
   */
  String fitting(String title, String description, long height) {
    return picture(title, description, "width=\"100%\" height=\"" + height + "\"");
  }

  /**
   * The whole picture, with a width of its own. On paper it is made smaller where it is too wide,
   * as nobody can scroll there.
   *
   * @param width in pixels
   * @param height in pixels
   */
  String wide(String title, String description, long width, long height) {
    String size = "width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\"";
    return picture(title, description, String.format(Locale.ROOT, size, width, height));
  }

  private String picture(String title, String description, String size) {
    boolean leads = body.indexOf("<a ") >= 0;
    return "<svg "
        + size
        + " role=\""
        + (leads ? "group" : "img")
        + "\"><title>"
        + page.text(title)
        + "</title><desc>"
        + page.text(description)
        + "</desc>"
        + body
        + "</svg>";
  }
}
