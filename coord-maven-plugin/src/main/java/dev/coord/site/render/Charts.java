package dev.coord.site.render;

import dev.coord.site.model.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws figures: whole numbers in a box, so that every machine draws the same. */
final class Charts {

  private static final int WHOLE = 1000;
  private static final int LEAST = 4;
  private static final int WIDTH = 100;
  private static final int HEIGHT = 20;
  private static final int MARGIN = 3;
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Charts() {}

  /** Parts of a bar; what is not nothing can be seen, however small it is. */
  static InlineView.Shares shares(Inline.Shares shares) {
    long total = shares.rest() + shares.parts().stream().mapToLong(Inline.Part::count).sum();
    List<InlineView.Part> parts = new ArrayList<>();
    long before = 0;
    for (Inline.Part part : shares.parts()) {
      int start = permille(before, total);
      before += part.count();
      int length = permille(before, total) - start;
      if (part.count() > 0) {
        parts.add(new InlineView.Part(part.tone().word(), start, Math.max(length, LEAST)));
      }
    }
    return new InlineView.Shares(
        parts,
        shares.limit().stream()
            .map(limit -> new InlineView.Limit(limit.permille(), PlainText.line(limit.text())))
            .toList(),
        PlainText.line(shares.text()));
  }

  private static int permille(long count, long total) {
    return total == 0 ? 0 : (int) Math.min(WHOLE, (double) count * WHOLE / total);
  }

  /** A line from left to right, with room for its own width above and below. */
  static InlineView.Sparkline sparkline(Inline.Sparkline line) {
    StringBuilder outline = new StringBuilder();
    int last = line.heights().size() - 1;
    for (int i = 0; i <= last; i++) {
      outline.append(i == 0 ? 'M' : 'L').append(i * WIDTH / last).append(' ');
      outline.append(y(line.heights().get(i)));
    }
    return new InlineView.Sparkline(
        PlainText.title(line.title()),
        PlainText.line(line.text()),
        outline.toString(),
        y(line.heights().get(last)),
        line.heights().stream().map(Charts::bar).collect(Collectors.joining()));
  }

  private static String bar(int height) {
    int index = (height * (BARS.length() - 1) + WHOLE / 2) / WHOLE;
    return BARS.substring(index, index + 1);
  }

  private static int y(int height) {
    return HEIGHT - MARGIN - height * (HEIGHT - 2 * MARGIN) / WHOLE;
  }
}
