package dev.coord.site.render.picture;

import dev.coord.site.Picture;
import dev.coord.site.Picture.Bar;
import dev.coord.site.Picture.Gantt;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes pictures in the notation of Mermaid, which forges draw. */
public final class Mermaid {

  /** Words that begin a statement of a Gantt chart. A name that begins with one would be one. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?is)(gantt|title|section|dateformat|axisformat|tickinterval|excludes|includes"
              + "|todaymarker|weekday|weekend|inclusiveenddates|topaxis|displaymode|acctitle"
              + "|accdescr|click|href|call|vert).*");

  private Mermaid() {}

  /** The source of a picture; empty where Mermaid has no such picture. */
  public static Optional<String> of(Picture picture) {
    return picture instanceof Gantt gantt
        ? gantt.axis().first().map(first -> gantt(gantt, first))
        : Optional.empty();
  }

  private static String gantt(Gantt gantt, LocalDate first) {
    StringBuilder out = new StringBuilder("gantt\n  dateFormat YYYY-MM-DD\n");
    for (Bar bar : gantt.bars()) {
      out.append("  ").append(task(bar)).append(" :");
      if (bar.critical()) {
        out.append("crit, ");
      }
      if (bar.shape() == Bar.Shape.MILESTONE) {
        out.append("milestone, ");
      }
      out.append(first.plusDays(bar.start()))
          .append(", ")
          .append(first.plusDays(bar.end()))
          .append('\n');
    }
    return out.toString();
  }

  private static String task(Bar bar) {
    String note = bar.mark().note();
    String name = bar.mark().name() + (note.isEmpty() ? "" : " (" + note + ")");
    return STATEMENT.matcher(name.strip()).matches() ? coded(name.strip(), 1) : coded(name, 0);
  }

  /** A text with all that may mean something as numbers of characters. */
  static String coded(String text) {
    return coded(text, 0);
  }

  /**
   * The same.
   *
   * @param first how many characters are numbers whatever they are
   */
  private static String coded(String text, int first) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isHarmless(c) && out.length() >= first) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format(Locale.ROOT, "#%d;", c));
              }
            });
    return out.toString();
  }

  private static boolean isHarmless(int c) {
    return Character.isLetterOrDigit(c) || c == ' ' || c == '.' || c == '_' || c == '-';
  }
}
