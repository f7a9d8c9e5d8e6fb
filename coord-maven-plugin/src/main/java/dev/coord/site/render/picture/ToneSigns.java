package dev.coord.site.render.picture;

import dev.coord.site.model.Mark;
import dev.coord.site.model.Tone;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A sign for each tone, so that no colour says something alone. */
final class ToneSigns {

  private static final Map<Tone, String> SIGNS =
      Map.of(
          Tone.BAD, "✕",
          Tone.UNKNOWN, "?",
          Tone.WARNING, "!",
          Tone.INFO, "i",
          Tone.GOOD, "✓",
          Tone.NEUTRAL, "–");

  private ToneSigns() {}

  static String of(Mark mark) {
    return SIGNS.get(mark.tone());
  }

  /** Each sign among the marks, with all that is said of those that bear it. */
  static void keys(List<Mark> marks, Sheet sheet) {
    marks.stream().map(Mark::tone).distinct().forEach(tone -> key(tone, marks, sheet));
  }

  private static void key(Tone tone, List<Mark> marks, Sheet sheet) {
    String said =
        marks.stream()
            .filter(mark -> mark.tone() == tone)
            .map(Mark::note)
            .distinct()
            .collect(Collectors.joining(", "));
    sheet.key(
        said,
        key -> {
          key.rect("cell " + tone.word(), "5", 0, "14", 12);
          key.label("in", Anchor.MIDDLE, Svg.pixels(12), 10, SIGNS.get(tone));
        });
  }
}
