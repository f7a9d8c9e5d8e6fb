package dev.coord.publish.feed;

import dev.coord.site.model.Tone;

/**
 * A badge: a label and what is said of it, as an SVG that loads nothing and runs nothing.
 *
 * <p>Its colours have a contrast of at least 4.5 to 1 on white text, and only {@link Tone#GOOD} is
 * green.
 */
final class Badge {

  private static final String LABEL = "#404040";
  private static final int LONG = 64;
  private static final int HEIGHT = 20;
  private static final int BASELINE = 14;
  private static final int PADDING = 6;
  private static final int LETTER = 7;
  private static final int WIDE_LETTER = 12;

  private Badge() {}

  static String of(PlainTexts texts, String label, String value, Tone tone) {
    String left = texts.of(label, LONG);
    String right = texts.of(value, LONG);
    int first = width(left);
    int second = width(right);
    String title = Xml.escaped(left + ": " + right);
    StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    svg.append(" width=\"" + (first + second) + "\" height=\"" + HEIGHT + "\"");
    svg.append(" role=\"img\" aria-label=\"" + title + "\">\n");
    svg.append("<title>" + title + "</title>\n");
    field(svg, 0, first, LABEL);
    field(svg, first, second, colour(tone));
    svg.append("<g fill=\"#ffffff\" font-size=\"11\"");
    svg.append(" font-family=\"Verdana,Geneva,DejaVu Sans,sans-serif\">\n");
    words(svg, 0, first, left);
    words(svg, first, second, right);
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void field(StringBuilder svg, int x, int width, String colour) {
    svg.append("<rect x=\"" + x + "\" width=\"" + width + "\" height=\"" + HEIGHT + "\"");
    svg.append(" fill=\"" + colour + "\"/>\n");
  }

  private static void words(StringBuilder svg, int x, int width, String words) {
    svg.append("<text x=\"" + (x + PADDING) + "\" y=\"" + BASELINE + "\"");
    svg.append(" textLength=\"" + (width - 2 * PADDING) + "\">" + Xml.escaped(words) + "</text>\n");
  }

  private static String colour(Tone tone) {
    return switch (tone) {
      case GOOD -> "#1a7f37";
      case BAD -> "#b42318";
      case WARNING -> "#8a5a00";
      case INFO -> "#1f5fa8";
      case UNKNOWN, NEUTRAL -> "#6b6b6b";
    };
  }

  /** Fonts differ, so the text is stretched to the width that is taken for it. */
  private static int width(String text) {
    int letters =
        text.codePoints().map(c -> c < 0x250 ? LETTER : WIDE_LETTER).reduce(0, Integer::sum);
    return Math.max(letters, LETTER) + 2 * PADDING;
  }
}
