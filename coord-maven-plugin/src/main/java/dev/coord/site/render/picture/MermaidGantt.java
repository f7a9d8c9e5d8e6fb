package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.MermaidText.bare;
import static dev.coord.site.render.picture.MermaidText.named;

import dev.coord.site.model.Axis.Tick;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Gantt.Bar.Shape;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Writes work over time as Gantt charts, whose names stand without quotes. */
final class MermaidGantt {

  /** What begins a statement. A name that begins with one would be one. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?is)(gantt|title|section|dateformat|axisformat|tickinterval|excludes|includes"
              + "|todaymarker|weekday|weekend|inclusiveenddates|topaxis|displaymode|acctitle"
              + "|accdescr|click|href|call|vert|[0-9]{4}-[0-9]{2}-[0-9]{2}|.%).*");

  private MermaidGantt() {}

  /**
   * A line for each bar. The mark of Mermaid's own is at the day of whoever looks; today is that of
   * the page.
   *
   * @param first the day where the axis begins
   */
  static Mermaid of(Gantt gantt, LocalDate first) {
    StringBuilder out = new StringBuilder("gantt\n  dateFormat YYYY-MM-DD\n  todayMarker off\n");
    gantt.today().ifPresent(today -> today(today, first, out));
    for (Bar bar : gantt.bars()) {
      out.append("  ").append(task(named(bar.mark()))).append(" :");
      out.append(bar.critical() ? "crit, " : "");
      out.append(bar.shape() == Shape.MILESTONE ? "milestone, " : "");
      out.append(first.plusDays(bar.start())).append(", ");
      out.append(first.plusDays(bar.end())).append('\n');
    }
    boolean critical = gantt.bars().stream().anyMatch(Bar::critical);
    return new Mermaid(out.toString(), critical ? List.of("crit: critical path") : List.of());
  }

  private static void today(Tick today, LocalDate first, StringBuilder out) {
    out.append("  ").append(task(today.text())).append(" :milestone, ");
    out.append(first.plusDays(today.at())).append(", 0d\n");
  }

  /** The name of a bar. */
  static String task(String text) {
    String name = text.isBlank() ? "–" : text.strip();
    return bare(name, STATEMENT.matcher(name).matches() ? 1 : 0);
  }
}
