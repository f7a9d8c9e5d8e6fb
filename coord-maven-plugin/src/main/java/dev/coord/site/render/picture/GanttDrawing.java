package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.Svg.permille;

import dev.coord.site.model.Axis.Tick;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Gantt.Bar.Shape;
import dev.coord.site.render.picture.Svg.Anchor;
import java.util.List;

/**
 * Draws work over time: a row for each bar, its name above it and close to it, so that both can be
 * read on a phone. Across, everything is in thousandths of the width.
 */
final class GanttDrawing {

  private static final int WHOLE = 1000;
  private static final int HEAD = 40;
  private static final int ROW = 40;
  private static final int NAME = 14;
  private static final int TOP = 20;
  private static final int THICK = 12;

  /** Longest name and note that fit beside each other on a phone. */
  private static final int LONGEST_NAME = 26;

  private static final int LONGEST_NOTE = 24;

  /** From here to there, a text is written around its place, else to the side with more room. */
  private static final int LEFT = 380;

  private static final int RIGHT = 620;

  private static final String DIAMOND = "M0-7L7 0L0 7L-7 0z";

  private final Gantt gantt;
  private final Days days;
  private final Sheet sheet;
  private final Svg svg;

  private GanttDrawing(Gantt gantt, Sheet sheet) {
    this.gantt = gantt;
    this.days = new Days(gantt.axis());
    this.sheet = sheet;
    this.svg = sheet.svg();
  }

  static Drawing of(Gantt gantt, Sheet sheet) {
    return new GanttDrawing(gantt, sheet).draw();
  }

  private long at(long day) {
    return days.at(day);
  }

  private Drawing draw() {
    int height = HEAD + gantt.bars().size() * ROW;
    days.named(svg, height);
    gantt.today().ifPresent(today -> today(today, height));
    for (int i = 0; i < gantt.bars().size(); i++) {
      Bar bar = gantt.bars().get(i);
      int y = HEAD + i * ROW;
      svg.marked(bar.mark(), () -> bar(bar, y));
    }
    keys();
    return sheet.fitting(height);
  }

  private void today(Tick today, int height) {
    long at = at(today.at());
    svg.line("now", permille(at), 20, permille(at), height);
    svg.label("strong", side(at), permille(at), 32, today.text());
  }

  private void bar(Bar bar, int y) {
    long start = at(bar.start());
    long end = at(bar.end());
    if (bar.shape() == Shape.MILESTONE) {
      svg.shape(look(bar), permille((start + end) / 2), y + TOP + THICK / 2, DIAMOND);
    } else {
      svg.rect(look(bar), permille(start), y + TOP, permille(Math.max(end - start, 4)), THICK);
    }
    if (bar.latest() > bar.end()) {
      int middle = y + TOP + THICK / 2;
      svg.line("slack", permille(end), middle, permille(at(bar.latest())), middle);
    }
    bar.lateSince()
        .ifPresent(
            since -> {
              long to = gantt.today().map(today -> at(today.at())).orElse((long) WHOLE);
              long from = at(since);
              if (to > from) {
                svg.rect("late", permille(from), y + TOP + 2, permille(to - from), THICK - 4);
              }
            });
    String name = Shortened.to(LONGEST_NAME, bar.mark().name());
    String note = Shortened.to(LONGEST_NOTE, bar.mark().note());
    Anchor anchor = start < LEFT ? Anchor.START : end > RIGHT ? Anchor.END : Anchor.MIDDLE;
    long x = anchor == Anchor.START ? start : anchor == Anchor.END ? end : (start + end) / 2;
    svg.label("", anchor, permille(x), y + NAME, name, note);
  }

  private static String look(Bar bar) {
    return bar.critical() ? "full" : "bare";
  }

  private static Anchor side(long at) {
    return at < LEFT ? Anchor.START : at > RIGHT ? Anchor.END : Anchor.MIDDLE;
  }

  private void keys() {
    List<Bar> bars = gantt.bars();
    if (bars.stream().anyMatch(Bar::critical)) {
      sheet.key("critical", key -> key.rect("full", "1", 1, "22", 10));
    }
    if (bars.stream().anyMatch(bar -> !bar.critical() && bar.shape() == Shape.WORK)) {
      sheet.key("at the earliest", key -> key.rect("bare", "1", 1, "22", 10));
    }
    if (bars.stream().anyMatch(bar -> bar.shape() == Shape.MILESTONE)) {
      sheet.key("milestone", key -> key.shape("bare", "12", 6, "M0-5L5 0L0 5L-5 0z"));
    }
    if (bars.stream().anyMatch(bar -> bar.latest() > bar.end())) {
      sheet.key("float", key -> key.line("slack", "0", 6, "24", 6));
    }
    if (bars.stream().anyMatch(bar -> bar.lateSince().isPresent())) {
      sheet.key("late by today", key -> key.rect("late warning", "1", 2, "22", 8));
    }
    if (gantt.today().isPresent()) {
      sheet.key("today", key -> key.line("now", "12", 0, "12", 12));
    }
  }
}
