package dev.coord.site.render;

import dev.coord.site.model.Inline;
import dev.coord.site.model.PlainLine;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import freemarker.core.TemplateMarkupOutputModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the views of lines for one file. */
final class InlineViews {

  /** Letters of code that fit beside a label on the narrowest screen, and so need no break. */
  private static final int LONGEST_WHOLE = 24;

  /** An id that browsers would break at its dashes. */
  private static final Pattern DASHED =
      Pattern.compile("(?=.{1," + LONGEST_WHOLE + "}$)[A-Za-z0-9._/]+(?:-[A-Za-z0-9._/]+)+");

  private final SiteMap map;
  private final Format format;
  private final Pieces pieces;
  private final Part part;
  private final StringBuilder line = new StringBuilder();

  InlineViews(SiteMap map, Format format, Pieces pieces, Part part) {
    this.map = map;
    this.format = format;
    this.pieces = pieces;
    this.part = part;
  }

  TemplateMarkupOutputModel<?> line(List<Inline> content) {
    line.setLength(0);
    write(content, false, line);
    return format.written(line.toString());
  }

  /**
   * A cell of a table.
   *
   * @param row id of its row
   */
  void cell(Pieces.Around around, List<Inline> content, String row, StringBuilder to) {
    to.append(around.before());
    if (format.marksAreText() || !content.equals(Inline.NONE)) {
      write(content, true, to);
    }
    around.end(format.text(row), to);
  }

  /** A line that begins with a status; one is added when the line does not begin with one. */
  TemplateMarkupOutputModel<?> verdict(Tone tone, List<Inline> content) {
    boolean said = !content.isEmpty() && content.get(0) instanceof Inline.Badge;
    return said ? line(content) : line(marked(tone, content));
  }

  /** A line with a status of its own before it. */
  static List<Inline> marked(Tone tone, List<Inline> content) {
    if (tone == Tone.NEUTRAL) {
      return content;
    }
    List<Inline> marked = new ArrayList<>();
    marked.add(new Inline.Badge(tone, Marks.word(tone)));
    marked.add(Inline.text(" "));
    marked.addAll(content);
    return marked;
  }

  private void write(List<Inline> content, boolean cell, StringBuilder to) {
    Inline before = null;
    for (Inline inline : content) {
      if (before != null && needsGap(before, inline)) {
        to.append(' ');
      }
      write(inline, cell, to);
      before = inline;
    }
  }

  /** Two marked parts would run into each other; in Markdown, a mark also ends no word. */
  private boolean needsGap(Inline left, Inline right) {
    if (left instanceof Inline.Text text) {
      return !(right instanceof Inline.Text)
          && format.marksAreText()
          && !text.text().isEmpty()
          && Character.isLetterOrDigit(text.text().codePointBefore(text.text().length()));
    }
    return !(right instanceof Inline.Text text)
        || format.marksAreText()
            && !text.text().isEmpty()
            && Character.isLetterOrDigit(text.text().codePointAt(0));
  }

  private void write(Inline inline, boolean cell, StringBuilder to) {
    if (inline instanceof Inline.Text text) {
      to.append(format.sentence(PlainText.line(text.text()), cell));
    } else if (inline instanceof Inline.Strong strong) {
      pieces.strong(PlainText.title(strong.text()), to);
    } else if (inline instanceof Inline.Code code) {
      pieces.code(format.code(code.text(), cell), isWhole(code.text()), to);
    } else if (inline instanceof Inline.Link link) {
      write(link, cell, to);
    } else if (inline instanceof Inline.Badge badge) {
      pieces.badge(badge.tone().word(), PlainText.title(badge.word()), to);
    } else if (inline instanceof Inline.Rich rich) {
      to.append(format.inline(rich, cell, this::address));
    } else if (inline instanceof Inline.Progress progress) {
      Optional<String> href = progress.target().flatMap(this::address).map(format::href);
      pieces.progress(progress.done(), progress.total(), href, to);
    } else if (inline instanceof Inline.Shares shares) {
      to.append(pieces.part(Charts.shares(shares)));
    } else if (inline instanceof Inline.Sparkline line) {
      to.append(pieces.part(Charts.sparkline(line)));
    } else if (inline instanceof Inline.Day day) {
      to.append(pieces.part(new InlineView.Time(day.day().toString(), day.day().toString())));
    } else {
      to.append(pieces.part(time(((Inline.Time) inline).instant())));
    }
  }

  private void write(Inline.Link link, boolean cell, StringBuilder to) {
    String content = content(link, cell);
    address(link.target())
        .ifPresentOrElse(
            url -> link(link, content, format.href(url), to), () -> to.append(content));
  }

  private void link(Inline.Link link, String content, String href, StringBuilder to) {
    boolean external = link.target() instanceof Target.ToUrl;
    if (!external && !link.code() && DASHED.matcher(link.text()).matches()) {
      pieces.wholeLink(content, href, to);
    } else {
      pieces.link(content, href, external, to);
    }
  }

  private String content(Inline.Link link, boolean cell) {
    if (!link.code()) {
      return format.sentence(PlainText.title(link.text()), cell);
    }
    StringBuilder code = new StringBuilder();
    pieces.code(format.code(link.text(), cell), isWhole(link.text()), code);
    return code.toString();
  }

  private static boolean isWhole(String text) {
    if (text.length() > LONGEST_WHOLE) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> address(Target target) {
    return map.address(part, target, format);
  }

  static InlineView.Time time(Instant instant) {
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    return new InlineView.Time(second.toString(), PlainLine.of(second));
  }
}
