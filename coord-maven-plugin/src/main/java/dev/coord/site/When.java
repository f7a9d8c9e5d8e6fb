package dev.coord.site;

import dev.coord.plan.Stretch;
import dev.coord.schedule.Dated;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import java.util.List;
import java.util.Optional;

/** When something is: what the plan counts, and the dates that it means. */
final class When {

  private static final int TIMES_IN_A_CELL = 4;

  private When() {}

  /** The dates, each time; a dash when they cannot be told. */
  static List<Inline> dates(Dated dated) {
    List<String> times = dated.times().stream().map(Span::toString).toList();
    return times.isEmpty() ? Line.none() : Line.of(Words.list(times, TIMES_IN_A_CELL)).list();
  }

  /** What the plan counts, in every way it does. */
  static List<Inline> counted(Dated dated) {
    return new Line()
        .joined(
            ", ",
            dated.timing().stretches().stream()
                .map(stretch -> Line.of(words(stretch)).list())
                .toList())
        .cell();
  }

  /** What the plan counts, each way with the dates that it means. */
  static Optional<Block> ways(Dated dated) {
    List<List<Inline>> ways = dated.ways().stream().map(way -> way(dated, way)).toList();
    return ways.isEmpty() ? Optional.empty() : Optional.of(new Block.Items(false, ways));
  }

  private static List<Inline> way(Dated dated, Dated.Way way) {
    Line line = Line.of(words(way.stretch()));
    dated
        .timing()
        .in(Stretch.Counting.WEEKDAYS)
        .filter(days -> !days.equals(way.stretch()))
        .ifPresent(days -> line.text(", " + days));
    List<String> times = way.times().stream().map(Span::toString).toList();
    if (times.isEmpty()) {
      return line.text(": its dates cannot be told").list();
    }
    String dates = Words.list(times, TIMES_IN_A_CELL);
    return dates.equals(way.stretch().toString()) ? line.list() : line.text(": " + dates).list();
  }

  /** A stretch as the team wrote it, at the begin of a sentence. */
  static String words(Stretch stretch) {
    String words = stretch.toString();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
