package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Measured;
import dev.coord.evidence.MetricResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.json.JsonValue;
import dev.coord.evidence.json.JsonValue.Items;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportIntake;
import dev.coord.evidence.reports.ReportIntake.Header;
import dev.coord.evidence.reports.ReportSet;
import dev.coord.evidence.xml.GuardedFile;
import dev.coord.evidence.xml.PlainText;
import dev.coord.path.PathPattern;
import dev.coord.plan.MetricSource;
import dev.coord.plan.MetricSource.Format;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the numbers that rules ask for. */
public final class MetricReports {

  private static final Map<Format, String> WORDS =
      Map.of(
          Format.JSON, "JSON",
          Format.CSV, "CSV",
          Format.PROPERTIES, "properties",
          Format.PROMETHEUS, "Prometheus text",
          Format.JMH, "JMH",
          Format.K6, "k6");

  private final MetricSource source;
  private final List<Samples> files = new ArrayList<>();

  private MetricReports(MetricSource source) {
    this.source = source;
  }

  /**
   * Reads all numbers, each by itself.
   *
   * @param sources where they stand
   * @param sets the files that were found for each pattern
   * @param freshness what they are held against
   * @return each number; unknown where no file was found, a file is stale, committed, not usable,
   *     or does not hold exactly one number of what is meant
   */
  public static MetricResults read(
      List<MetricSource> sources, Map<PathPattern, ReportSet> sets, Freshness freshness) {
    Map<MetricSource, Observation<Measured>> numbers = new LinkedHashMap<>();
    SortedMap<String, ReportFile> reports = new TreeMap<>();
    for (MetricSource source : sources) {
      MetricReports reader = new MetricReports(source);
      Observation<List<ReportFile>> read =
          new ReportIntake(sets.get(source.file()), freshness).read(1, reader::parse, reader::keep);
      read.optional().stream()
          .flatMap(List::stream)
          .forEach(file -> reports.putIfAbsent(file.path(), file));
      numbers.put(source, read.then(any -> Calculation.of(source, reader.files)));
    }
    return new MetricResults(List.copyOf(reports.values()), numbers);
  }

  private Header keep(FoundReport report, Samples samples) {
    files.add(samples);
    return new Header(samples.format(), Optional.empty());
  }

  private Samples parse(FoundReport report) throws InvalidReportException {
    List<Samples> made = new ArrayList<>();
    GuardedFile.read(
        report.file(),
        report.path(),
        bytes -> made.add(samples(PlainText.utf8(bytes), report.path())));
    return made.get(0);
  }

  private Samples samples(InputStream in, String path) throws IOException, InvalidReportException {
    Format format = source.format().orElseGet(() -> byName(path));
    switch (format) {
      case CSV -> {
        Samples samples = new Samples(path, WORDS.get(format));
        CsvMetric.read(in, source, samples);
        return samples;
      }
      case PROPERTIES -> {
        Samples samples = new Samples(path, WORDS.get(format));
        PropertiesMetric.read(in, source, samples);
        return samples;
      }
      case PROMETHEUS -> {
        Samples samples = new Samples(path, WORDS.get(format));
        PrometheusMetric.read(in, source, samples);
        return samples;
      }
      default -> {
        List<JsonValue> file = new ArrayList<>();
        JsonReader.read(in, path, json -> file.add(json.value()));
        return json(file.get(0), path);
      }
    }
  }

  /** What is no pointer names a benchmark in a list, and else a metric. */
  private Samples json(JsonValue file, String path) throws InvalidReportException {
    Format format =
        source
            .format()
            .orElse(
                source.read().startsWith("/")
                    ? Format.JSON
                    : file instanceof Items ? Format.JMH : Format.K6);
    Samples samples = new Samples(path, WORDS.get(format));
    switch (format) {
      case JMH -> JmhMetric.read(file, source, samples);
      case K6 -> K6Metric.read(file, source, samples);
      default -> JsonMetric.read(file, source, samples);
    }
    return samples;
  }

  private static Format byName(String path) {
    if (path.endsWith(".csv") || path.endsWith(".jtl")) {
      return Format.CSV;
    }
    if (path.endsWith(".properties")) {
      return Format.PROPERTIES;
    }
    return path.endsWith(".prom") || path.endsWith(".txt") ? Format.PROMETHEUS : Format.JSON;
  }
}
