package dev.coord.site.render;

import dev.coord.site.Inline;
import java.util.ArrayList;
import java.util.List;

/** Draws figures: whole numbers in a box, so that every machine draws the same. */
final class Charts {

  private static final int WHOLE = 1000;
  private static final int HEIGHT = 20;
  private static final int COLUMN = 4;
  private static final int GAP = 1;

  private Charts() {}

  /** Parts of a bar; what is not nothing can be seen, however small it is. */
  static InlineView.Shares shares(Inline.Shares shares) {
    long total = shares.parts().stream().mapToLong(Inline.Part::count).sum();
    List<InlineView.Part> parts = new ArrayList<>();
    long before = 0;
    for (Inline.Part part : shares.parts()) {
      int start = permille(before, total);
      before += part.count();
      int length = permille(before, total) - start;
      if (part.count() > 0) {
        parts.add(new InlineView.Part(part.tone().word(), start, Math.max(length, COLUMN)));
      }
    }
    return new InlineView.Shares(parts, PlainText.line(shares.text()));
  }

  private static int permille(long count, long total) {
    return total == 0 ? 0 : (int) Math.min(WHOLE, (double) count * WHOLE / total);
  }

  /** Columns as one outline; one that is not nothing is at least one high. */
  static InlineView.Columns columns(Inline.Columns columns) {
    StringBuilder outline = new StringBuilder();
    for (int i = 0; i < columns.values().size(); i++) {
      int value = columns.values().get(i);
      if (value > 0) {
        int height = Math.max(1, (int) ((long) value * HEIGHT / columns.most()));
        outline
            .append('M')
            .append(i * COLUMN)
            .append(' ')
            .append(HEIGHT)
            .append('v')
            .append(-height)
            .append('h')
            .append(COLUMN - GAP)
            .append('v')
            .append(height)
            .append('z');
      }
    }
    return new InlineView.Columns(
        PlainText.line(columns.text()),
        Math.max(1, columns.values().size() * COLUMN),
        outline.toString());
  }
}
