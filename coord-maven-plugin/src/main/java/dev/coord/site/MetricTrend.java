package dev.coord.site;

import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRun.Value;
import dev.coord.evidence.RecordedRuns;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Inline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a metric changed over the recorded runs: a line, and by how much since the first of them. The
 * table of the trends has the same as numbers.
 */
final class MetricTrend {

  /** Most values that are drawn, the newest. */
  private static final int MOST = 20;

  private static final int WHOLE = 1000;

  private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,15})?)(.*)");

  /** A value of a day. */
  private record Point(RecordedRun run, String measured) {}

  private MetricTrend() {}

  /**
   * The trend of a value.
   *
   * @param key id of the metric, with the compared key
   * @param now the value of this run; empty where it cannot be told
   * @return a dash where nothing is recorded of it
   */
  static List<Inline> of(View view, String key, String now) {
    List<Point> all =
        view.assessment().evidence().recorded().optional().map(RecordedRuns::runs).stream()
            .flatMap(List::stream)
            .flatMap(
                run ->
                    Optional.ofNullable(run.metrics().get(key)).map(Value::measured).stream()
                        .filter(measured -> !measured.isEmpty())
                        .map(measured -> new Point(run, measured)))
            .toList();
    if (all.isEmpty()) {
      return Line.none();
    }
    List<Point> points = all.subList(Math.max(0, all.size() - MOST), all.size());
    List<String> values = new ArrayList<>(points.stream().map(Point::measured).toList());
    if (!now.isEmpty()) {
      values.add(now);
    }
    Point first = points.get(0);
    String change = RecordedSections.change(first.measured(), now);
    Line line = new Line();
    heights(values)
        .ifPresent(
            heights ->
                line.add(
                        new Inline.Sparkline(
                            Words.count(points.size(), "recorded run")
                                + (now.isEmpty() ? "" : " and this one"),
                            "from " + values.get(0) + " to " + values.get(values.size() - 1),
                            heights))
                    .text(" "));
    return line.text((change.isEmpty() ? "recorded" : change) + " since " + first.run().day())
        .list();
  }

  /**
   * Where each value is between the lowest and the highest, in thousandths, in the middle when all
   * are the same; empty unless they are at least two numbers, all of one unit.
   */
  static Optional<List<Integer>> heights(List<String> values) {
    List<BigDecimal> numbers = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (String value : values) {
      Matcher number = NUMBER.matcher(value);
      if (!number.matches()) {
        return Optional.empty();
      }
      numbers.add(new BigDecimal(number.group(1)));
      units.add(number.group(2));
    }
    if (numbers.size() < 2 || units.stream().distinct().count() > 1) {
      return Optional.empty();
    }
    BigDecimal least = numbers.stream().min(BigDecimal::compareTo).orElseThrow();
    BigDecimal range = numbers.stream().max(BigDecimal::compareTo).orElseThrow().subtract(least);
    return Optional.of(numbers.stream().map(n -> height(n.subtract(least), range)).toList());
  }

  private static int height(BigDecimal above, BigDecimal range) {
    return range.signum() == 0
        ? WHOLE / 2
        : above
            .multiply(BigDecimal.valueOf(WHOLE))
            .divide(range, 0, RoundingMode.HALF_UP)
            .intValueExact();
  }
}
