package dev.coord.site.render;

import dev.coord.site.Inline;
import dev.coord.site.Target;
import dev.coord.site.Tone;
import freemarker.core.TemplateMarkupOutputModel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the views of lines for one file. */
final class InlineViews {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Letters of code that fit beside a label on the narrowest screen, and so need no break. */
  private static final int LONGEST_WHOLE = 24;

  private final SiteMap map;
  private final Format format;
  private final Pieces pieces;
  private final Part part;

  InlineViews(SiteMap map, Format format, Pieces pieces, Part part) {
    this.map = map;
    this.format = format;
    this.pieces = pieces;
    this.part = part;
  }

  List<InlineView> line(List<Inline> content) {
    return pieces.line(content, () -> views(content, false));
  }

  List<InlineView> cell(List<Inline> content) {
    return pieces.line(content, () -> views(content, true));
  }

  /** A line that begins with a status; one is added when the line does not begin with one. */
  List<InlineView> verdict(Tone tone, List<Inline> content) {
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

  private List<InlineView> views(List<Inline> content, boolean cell) {
    List<InlineView> views = new ArrayList<>();
    Inline before = null;
    for (Inline inline : content) {
      if (before != null && needsGap(before, inline)) {
        views.add(new InlineView.Text(" "));
      }
      views.add(view(inline, cell));
      before = inline;
    }
    return views;
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

  private InlineView view(Inline inline, boolean cell) {
    if (inline instanceof Inline.Text text) {
      return new InlineView.Text(PlainText.line(text.text()));
    }
    if (inline instanceof Inline.Strong strong) {
      return new InlineView.Strong(PlainText.title(strong.text()));
    }
    if (inline instanceof Inline.Code code) {
      return code(code.text(), cell);
    }
    if (inline instanceof Inline.Link link) {
      InlineView content =
          link.code() ? code(link.text(), cell) : new InlineView.Text(PlainText.title(link.text()));
      return link(content, link.target());
    }
    if (inline instanceof Inline.Badge badge) {
      return new InlineView.Badge(badge.tone().word(), PlainText.title(badge.word()));
    }
    if (inline instanceof Inline.Rich rich) {
      return new InlineView.Rich(format.inline(rich, cell));
    }
    if (inline instanceof Inline.Progress progress) {
      return new InlineView.Progress(
          progress.done(),
          progress.total(),
          progress.target().flatMap(this::address).stream().toList());
    }
    if (inline instanceof Inline.Shares shares) {
      return Charts.shares(shares);
    }
    if (inline instanceof Inline.Columns columns) {
      return Charts.columns(columns);
    }
    return time(((Inline.Time) inline).instant());
  }

  private InlineView code(String text, boolean cell) {
    boolean whole = text.length() <= LONGEST_WHOLE && text.chars().allMatch(c -> c < 0x7F);
    return new InlineView.Code(format.code(text, cell), whole);
  }

  private InlineView link(InlineView content, Target target) {
    if (target instanceof Target.ToUrl web) {
      return new InlineView.Link(content, format.href(web.url()), true);
    }
    Optional<String> address = map.address(part, (Target.ToPage) target, format);
    return address
        .<InlineView>map(a -> new InlineView.Link(content, format.href(a), false))
        .orElse(content);
  }

  private Optional<TemplateMarkupOutputModel<?>> address(Target target) {
    return target instanceof Target.ToUrl web
        ? Optional.of(format.href(web.url()))
        : map.address(part, (Target.ToPage) target, format).map(format::href);
  }

  static InlineView.Time time(Instant instant) {
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    return new InlineView.Time(second.toString(), SHOWN.format(second));
  }
}
