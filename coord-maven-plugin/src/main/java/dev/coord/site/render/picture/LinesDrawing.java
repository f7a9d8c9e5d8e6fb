package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Axis.Tick;
import dev.coord.site.model.Lines;
import dev.coord.site.model.Lines.Series;
import dev.coord.site.model.Lines.Value;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.List;

/** Draws numbers over time as steps: nothing is known between two of them. */
final class LinesDrawing {

  private static final int WHOLE = 1000;
  private static final int TOP = 20;
  private static final int HEIGHT = 160;
  private static final int TICKS = 8;

  /** Looks of lines, so that none is told by its colour alone. */
  private static final List<String> LOOKS = List.of("first", "second", "third");

  private final Lines lines;
  private final Axis axis;
  private final Sheet sheet;
  private final Svg svg;

  private LinesDrawing(Lines lines, Sheet sheet) {
    this.lines = lines;
    this.axis = lines.axis();
    this.sheet = sheet;
    this.svg = sheet.svg();
  }

  static Drawing of(Lines lines, Sheet sheet) {
    return new LinesDrawing(lines, sheet).draw();
  }

  private Drawing draw() {
    for (Tick tick : axis.ticks(TICKS)) {
      svg.line("rule", permille(at(tick.at())), TOP, permille(at(tick.at())), TOP + HEIGHT);
    }
    for (long value : levels()) {
      svg.line("rule", permille(0), y(value), permille(WHOLE), y(value));
    }
    for (int i = 0; i < lines.series().size(); i++) {
      Series series = lines.series().get(i);
      String look = LOOKS.get(i % LOOKS.size());
      String outline = outline(series);
      if (series.filled()) {
        String ground = outline + "V" + WHOLE + "H" + at(series.values().get(0).at()) + "z";
        svg.stretched("ground " + look, TOP, HEIGHT, ground);
      }
      svg.stretched("series " + look, TOP, HEIGHT, outline);
      sheet.key(series.name(), key -> key.path("series " + look, "M1 10H10V4H23"));
    }
    for (long value : levels()) {
      svg.label("quiet", Anchor.START, permille(4), y(value) - 4, Long.toString(value));
    }
    day(Anchor.START, 0, 0);
    day(Anchor.END, WHOLE, axis.length() - 1);
    return sheet.fitting(TOP + HEIGHT + 24);
  }

  /** What the picture's height stands for. */
  private List<Long> levels() {
    long most = lines.most();
    return most > 1 ? List.of(0L, most / 2, most) : List.of(0L, most);
  }

  private void day(Anchor anchor, long at, long day) {
    svg.label("quiet", anchor, permille(at), TOP + HEIGHT + 16, axis.words(day));
  }

  private long at(long day) {
    return axis.within(day) * WHOLE / axis.length();
  }

  private long y(long value) {
    return TOP + HEIGHT - value * HEIGHT / lines.most();
  }

  /** In thousandths, to the end of the axis. */
  private String outline(Series series) {
    StringBuilder outline = new StringBuilder();
    for (Value value : series.values()) {
      long y = WHOLE - value.value() * WHOLE / lines.most();
      outline.append(outline.isEmpty() ? 'M' : 'H').append(at(value.at()));
      outline.append(outline.indexOf("H") < 0 ? " " : "V").append(y);
    }
    return outline.append('H').append(WHOLE).toString();
  }
}
