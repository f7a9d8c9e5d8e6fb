package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.json.JsonValue;
import dev.coord.evidence.json.JsonValue.Items;
import dev.coord.evidence.json.JsonValue.Members;
import dev.coord.evidence.json.JsonValue.Text;
import dev.coord.evidence.xml.Texts;
import dev.coord.plan.MetricSource;
import dev.coord.plan.Statistic;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Scores of benchmarks, as <a href="https://github.com/openjdk/jmh">JMH</a> writes them with {@code
 * -rf json}: a list of results, each with {@code benchmark}, {@code params} and {@code
 * primaryMetric}. A benchmark is named by its whole name or by the end of it.
 */
final class JmhMetric {

  /**
   * How a score is written.
   *
   * @param power how many zeros turn it into one in the unit
   */
  private record Written(Unit unit, int power) {}

  /** Scores in times, and in operations per time, which plans name as requests. */
  private static final Map<String, Written> UNITS =
      Map.ofEntries(
          Map.entry("ns/op", new Written(Unit.NANOSECONDS, 0)),
          Map.entry("us/op", new Written(Unit.MICROSECONDS, 0)),
          Map.entry("ms/op", new Written(Unit.MILLISECONDS, 0)),
          Map.entry("s/op", new Written(Unit.SECONDS, 0)),
          Map.entry("min/op", new Written(Unit.MINUTES, 0)),
          Map.entry("hr/op", new Written(Unit.HOURS, 0)),
          Map.entry("day/op", new Written(Unit.DAYS, 0)),
          Map.entry("ops/ns", new Written(Unit.PER_SECOND, 9)),
          Map.entry("ops/us", new Written(Unit.PER_SECOND, 6)),
          Map.entry("ops/ms", new Written(Unit.PER_SECOND, 3)),
          Map.entry("ops/s", new Written(Unit.PER_SECOND, 0)),
          Map.entry("ops/min", new Written(Unit.PER_MINUTE, 0)),
          Map.entry("ops/hr", new Written(Unit.PER_HOUR, 0)));

  private JmhMetric() {}

  static void read(JsonValue file, MetricSource source, Samples samples)
      throws InvalidReportException {
    if (!(file instanceof Items results)) {
      throw samples.invalid(1, "this is not what JMH writes: it begins with no list");
    }
    for (JsonValue result : results.items()) {
      Optional<Text> name = result.text("benchmark");
      if (name.isPresent() && isMeant(name.get().text(), source) && fits(result, source)) {
        add(result, name.get(), source, samples);
      }
    }
  }

  private static boolean isMeant(String benchmark, MetricSource source) {
    return benchmark.equals(source.read()) || benchmark.endsWith("." + source.read());
  }

  private static boolean fits(JsonValue result, MetricSource source) {
    Optional<JsonValue> params = result.member("params");
    return source.where().entrySet().stream()
        .allMatch(
            e ->
                params
                    .flatMap(p -> p.text(e.getKey()))
                    .filter(t -> t.text().equals(e.getValue()))
                    .isPresent());
  }

  private static void add(JsonValue result, Text name, MetricSource source, Samples samples)
      throws InvalidReportException {
    Optional<JsonValue> metric = result.member("primaryMetric");
    Optional<Text> score =
        metric.flatMap(
            found ->
                source.statistic().isEmpty()
                    ? found.text("score")
                    : score(found, source.statistic().get()));
    if (score.isEmpty()) {
      throw samples.invalid(
          name.line(),
          "the benchmark has no "
              + source.statistic().map(s -> s.word() + " of its score").orElse("score"));
    }
    Optional<Text> written = metric.flatMap(m -> m.text("scoreUnit"));
    Optional<Written> unit = written.map(t -> UNITS.get(t.text()));
    if (written.isPresent() && unit.isEmpty()) {
      throw new InvalidReportException(
          samples.at(written.get().line()),
          "scoreUnit \"" + Texts.shortened(written.get().text()) + "\" cannot be compared",
          "Measure in one of " + String.join(", ", new TreeSet<>(UNITS.keySet())) + ".");
    }
    String counted = source.statistic().map(s -> s.word() + " of the score").orElse("score");
    samples.addMade(
        score.get().text(),
        unit.map(Written::unit),
        unit.map(Written::power).orElse(0),
        score.get().line(),
        counted);
  }

  private static Optional<Text> score(JsonValue metric, Statistic statistic) {
    return switch (statistic.kind()) {
      case MEAN -> metric.text("score");
      case PERCENTILE -> percentile(metric, statistic.percent());
      case MEDIAN -> percentile(metric, BigDecimal.valueOf(50));
      case MIN -> percentile(metric, BigDecimal.ZERO);
      case MAX -> percentile(metric, BigDecimal.valueOf(100));
      case SUM, COUNT, RATE -> Optional.empty();
    };
  }

  private static Optional<Text> percentile(JsonValue metric, BigDecimal percent) {
    if (!(metric.member("scorePercentiles").orElse(metric) instanceof Members percentiles)) {
      return Optional.empty();
    }
    for (String name : percentiles.members().keySet()) {
      Optional<Numbers.Parsed> number = Numbers.of(name);
      if (number.isPresent() && number.get().number().compareTo(percent) == 0) {
        return percentiles.text(name);
      }
    }
    return Optional.empty();
  }
}
