package dev.coord.site.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A line of a page in words alone, for where there are no links and no marks. */
public final class PlainLine {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private PlainLine() {}

  /**
   * The words of a line; hidden characters in them are not made visible.
   *
   * @param markdown gives the words of a Markdown text
   */
  public static String of(List<Inline> line, UnaryOperator<String> markdown) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      // The answer stands out on pages; here a mark sets it off.
      boolean answer = i == 0 && line.size() > 1 && line.get(i) instanceof Inline.Badge;
      words.append(of(line.get(i), markdown)).append(answer ? ":" : "");
    }
    return words.toString().strip();
  }

  /** A point in time, to the minute. */
  public static String of(Instant time) {
    return MINUTES.format(time);
  }

  private static String of(Inline inline, UnaryOperator<String> markdown) {
    if (inline instanceof Inline.Text plain) {
      return plain.text();
    } else if (inline instanceof Inline.Strong strong) {
      return strong.text();
    } else if (inline instanceof Inline.Code code) {
      return code.text();
    } else if (inline instanceof Inline.Link link) {
      return link.text();
    } else if (inline instanceof Inline.Badge badge) {
      return badge.word();
    } else if (inline instanceof Inline.Rich rich) {
      return markdown.apply(rich.markdown());
    } else if (inline instanceof Inline.Progress progress) {
      return progress.done() + " of " + progress.total();
    } else if (inline instanceof Inline.Shares shares) {
      return shares.text();
    } else if (inline instanceof Inline.Sparkline line) {
      return line.text();
    } else if (inline instanceof Inline.Time time) {
      return of(time.instant());
    } else if (inline instanceof Inline.Day day) {
      return day.day().toString();
    }
    return "";
  }
}
