package dev.coord.site.render;

import dev.coord.site.Inline;
import dev.coord.site.PlainLine;
import java.util.List;

/** What a line says as plain text, with what is hidden in it made visible. */
final class InlineText {

  private final Prose prose;

  InlineText(Prose prose) {
    this.prose = prose;
  }

  String of(List<Inline> line) {
    return PlainText.line(PlainLine.of(line, prose::text));
  }
}
