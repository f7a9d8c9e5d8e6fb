package dev.coord.site.render;

import dev.coord.site.Inline;
import java.util.List;
import java.util.stream.Collectors;

/** What a line says as plain text. */
final class InlineText {

  private final Prose prose;

  InlineText(Prose prose) {
    this.prose = prose;
  }

  String of(List<Inline> line) {
    return line.stream().map(this::of).collect(Collectors.joining());
  }

  private String of(Inline inline) {
    String text = "";
    if (inline instanceof Inline.Text plain) {
      text = plain.text();
    } else if (inline instanceof Inline.Strong strong) {
      text = strong.text();
    } else if (inline instanceof Inline.Code code) {
      text = code.text();
    } else if (inline instanceof Inline.Link link) {
      text = link.text();
    } else if (inline instanceof Inline.Badge badge) {
      text = badge.word();
    } else if (inline instanceof Inline.Rich rich) {
      text = prose.text(rich.markdown());
    } else if (inline instanceof Inline.Progress progress) {
      text = progress.done() + " of " + progress.total();
    } else if (inline instanceof Inline.Shares shares) {
      text = shares.text();
    } else if (inline instanceof Inline.Columns columns) {
      text = columns.text();
    } else if (inline instanceof Inline.Time time) {
      text = InlineViews.time(time.instant()).text();
    } else if (inline instanceof Inline.Day day) {
      text = day.day().toString();
    }
    return PlainText.line(text);
  }
}
