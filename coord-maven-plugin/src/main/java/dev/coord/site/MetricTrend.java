package dev.coord.site;

import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRun.Value;
import dev.coord.evidence.RecordedRuns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a metric changed over the recorded runs: a line of bars, which is text in HTML and Markdown
 * alike, and by how much since the first of them.
 */
final class MetricTrend {

  /** Most values that are drawn, the newest. */
  private static final int MOST = 20;

  private static final String BARS = "▁▂▃▄▅▆▇█";
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
    List<Point> points =
        view.assessment().evidence().recorded().optional().map(RecordedRuns::runs).stream()
            .flatMap(List::stream)
            .flatMap(
                run ->
                    Optional.ofNullable(run.metrics().get(key)).map(Value::measured).stream()
                        .filter(measured -> !measured.isEmpty())
                        .map(measured -> new Point(run, measured)))
            .toList();
    if (points.isEmpty()) {
      return Line.none();
    }
    points = points.subList(Math.max(0, points.size() - MOST), points.size());
    List<String> values = new ArrayList<>(points.stream().map(Point::measured).toList());
    if (!now.isEmpty()) {
      values.add(now);
    }
    Point first = points.get(0);
    String change = RecordedSections.change(first.measured(), now);
    String bars = bars(values);
    return new Line()
        .text(bars.isEmpty() ? "" : bars + " ")
        .text((change.isEmpty() ? "recorded" : change) + " since " + first.run().day())
        .list();
  }

  /** Bars from the smallest value to the largest; empty unless all are numbers of one unit. */
  static String bars(List<String> values) {
    List<BigDecimal> numbers = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (String value : values) {
      Matcher number = NUMBER.matcher(value);
      if (!number.matches()) {
        return "";
      }
      numbers.add(new BigDecimal(number.group(1)));
      units.add(number.group(2));
    }
    if (numbers.size() < 2 || units.stream().distinct().count() > 1) {
      return "";
    }
    BigDecimal least = numbers.stream().min(BigDecimal::compareTo).orElseThrow();
    BigDecimal range = numbers.stream().max(BigDecimal::compareTo).orElseThrow().subtract(least);
    return numbers.stream().map(n -> bar(n.subtract(least), range)).collect(Collectors.joining());
  }

  private static String bar(BigDecimal above, BigDecimal range) {
    int last = BARS.length() - 1;
    int index =
        range.signum() == 0
            ? last / 2
            : above
                .multiply(BigDecimal.valueOf(last))
                .divide(range, 0, RoundingMode.HALF_UP)
                .intValueExact();
    return BARS.substring(index, index + 1);
  }
}
