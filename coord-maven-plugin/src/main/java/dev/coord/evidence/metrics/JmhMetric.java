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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  private static final String BENCHMARK = "benchmark";
  private static final String MODE = "mode";
  private static final String PERCENTILES = "scorePercentiles";

  private JmhMetric() {}

  static void read(JsonValue file, MetricSource source, Samples samples)
      throws InvalidReportException {
    if (!(file instanceof Items results)) {
      throw samples.invalid(1, "this is not what JMH writes: it begins with no list");
    }
    SortedSet<String> modes = new TreeSet<>();
    List<JsonValue> meant = new ArrayList<>();
    for (JsonValue result : results.items()) {
      Optional<Text> name = result.text(BENCHMARK);
      if (name.isPresent() && isMeant(name.get().text(), source)) {
        if (fits(result, source)) {
          meant.add(result);
          result.text(MODE).ifPresent(mode -> modes.add(mode.text()));
        } else {
          samples.other();
        }
      }
    }
    if (modes.size() > 1) {
      samples.absent(
          meant.get(0).text(BENCHMARK).map(Text::line).orElse(0),
          source.read() + " was measured in several modes: " + String.join(", ", modes),
          "Say in where which is meant, such as mode: " + modes.first() + ".");
      return;
    }
    for (JsonValue result : meant) {
      add(result, result.text(BENCHMARK).orElseThrow(), source, samples);
    }
  }

  private static boolean isMeant(String benchmark, MetricSource source) {
    return benchmark.equals(source.read()) || benchmark.endsWith("." + source.read());
  }

  private static boolean fits(JsonValue result, MetricSource source) {
    return source.where().entrySet().stream()
        .allMatch(
            e -> told(result, e.getKey()).filter(t -> t.text().equals(e.getValue())).isPresent());
  }

  /** A parameter; beside those, the mode has a name of its own. */
  private static Optional<Text> told(JsonValue result, String name) {
    return result
        .member("params")
        .flatMap(params -> params.text(name))
        .or(() -> name.equals(MODE) ? result.text(MODE) : Optional.empty());
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
      throw withoutScore(metric, name.line(), source, samples);
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

  private static InvalidReportException withoutScore(
      Optional<JsonValue> metric, int line, MetricSource source, Samples samples) {
    if (source.statistic().isEmpty()) {
      return samples.invalid(line, "the benchmark has no score");
    }
    String percentiles =
        metric.flatMap(m -> m.member(PERCENTILES)).stream()
            .filter(Members.class::isInstance)
            .flatMap(all -> ((Members) all).members().keySet().stream())
            .collect(Collectors.joining(", "));
    return new InvalidReportException(
        samples.at(line),
        "JMH tells no " + source.statistic().get().word() + " of this benchmark's score",
        percentiles.isEmpty()
            ? "Take the mean, or read another number by its JSON pointer."
            : "Take the mean or one of the percentiles that it tells: " + percentiles + ".");
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
    if (!(metric.member(PERCENTILES).orElse(metric) instanceof Members percentiles)) {
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
