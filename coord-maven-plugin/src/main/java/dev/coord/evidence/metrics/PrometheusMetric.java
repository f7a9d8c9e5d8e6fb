package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.xml.Texts;
import dev.coord.plan.MetricSource;
import dev.coord.plan.Statistic;
import dev.coord.plan.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Samples of a file in <a
 * href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus' text format</a>.
 *
 * <p>The unit is the one that the name ends with, as Prometheus' naming practices have it; what is
 * in a bucket of a histogram is counted, whatever the histogram is about. A percentile is the
 * {@code quantile} of a summary, a mean its sum by its count.
 */
final class PrometheusMetric {

  private static final int MAX_LINE = 1 << 16;

  /** Name, labels with their braces, value, and the time that nobody asks for. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)[ \\t]*(\\{.*\\})?[ \\t]+(\\S+)(?:[ \\t]+-?[0-9.]+)?[ \\t]*");

  private static final String QUANTILE = "quantile";

  /** The label of a histogram's bucket: up to where it counts what was observed. */
  private static final String BOUND = "le";

  private final MetricSource source;
  private final Samples samples;
  private final Optional<BigDecimal> quantile;
  private final boolean mean;
  private final Map<Map<String, String>, String> sums = new HashMap<>();
  private final Map<Map<String, String>, String> counts = new HashMap<>();
  private final Map<Map<String, String>, Integer> lines = new HashMap<>();
  private boolean ended;

  /** The first line from which another percentile could be told; 0 for none. */
  private int distributed;

  private boolean histogram;

  private PrometheusMetric(MetricSource source, Samples samples) {
    this.source = source;
    this.samples = samples;
    Optional<Statistic> statistic = source.statistic();
    this.quantile =
        statistic.flatMap(
            s ->
                switch (s.kind()) {
                  case PERCENTILE -> Optional.of(s.percent().movePointLeft(2));
                  case MEDIAN -> Optional.of(new BigDecimal("0.5"));
                  default -> Optional.empty();
                });
    this.mean = statistic.filter(s -> s.kind() == Statistic.Kind.MEAN).isPresent();
  }

  static void read(InputStream in, MetricSource source, Samples samples)
      throws IOException, InvalidReportException {
    new PrometheusMetric(source, samples).read(in);
  }

  private void read(InputStream in) throws IOException, InvalidReportException {
    BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (Optional<String> line = line(text, 1); line.isPresent(); line = line(text, number + 1)) {
      number++;
      String written = line.get().strip();
      if (!written.isEmpty() && !written.startsWith("#")) {
        take(written, number);
      }
      if (!ended && !written.isEmpty()) {
        throw samples.invalid(number, "the file ends in the middle of a line");
      }
    }
    for (Map.Entry<Map<String, String>, String> sum : sums.entrySet()) {
      String count = counts.get(sum.getKey());
      if (count != null) {
        samples.addMean(sum.getValue(), count, unit(), lines.get(sum.getKey()));
      }
    }
    if (distributed > 0 && source.statistic().isPresent() && samples.all().isEmpty()) {
      throw quantile.isPresent() ? withoutPercentile() : withoutStatistic();
    }
  }

  /** The metric is there, but not with the percentile that is asked for. */
  private InvalidReportException withoutPercentile() {
    String name = source.read();
    return histogram
        ? new InvalidReportException(
            samples.at(distributed),
            name + " is a histogram, which tells no percentile",
            "Take its mean or one of its buckets (read: "
                + name
                + "_bucket, where: {le: ...}), or let a summary be written.")
        : new InvalidReportException(
            samples.at(distributed),
            name + " has no quantile " + quantile.get().toPlainString(),
            "Let it be written, too, or correct statistic.");
  }

  /** The metric is there, but nothing tells of all that was observed what is asked for. */
  private InvalidReportException withoutStatistic() {
    String name = source.read();
    return new InvalidReportException(
        samples.at(distributed),
        name
            + (histogram ? " is a histogram, which tells no " : " is a summary, which tells no ")
            + source.statistic().get().word(),
        "Take "
            + (histogram ? "its mean" : "its mean or a percentile")
            + ", or read "
            + name
            + "_count or "
            + name
            + "_sum without statistic.");
  }

  /** A line of a text that need not have any. */
  private Optional<String> line(BufferedReader text, int number)
      throws IOException, InvalidReportException {
    StringBuilder line = new StringBuilder();
    int c = text.read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = text.read()) {
      if (line.length() == MAX_LINE) {
        throw samples.invalid(number, "the line is longer than " + (MAX_LINE >> 10) + " KiB");
      }
      line.append((char) c);
    }
    ended = c == '\n';
    return Optional.of(line.toString());
  }

  private void take(String line, int number) throws InvalidReportException {
    Matcher sample = SAMPLE.matcher(line);
    if (!sample.matches()) {
      throw samples.invalid(
          number, "\"" + Texts.shortened(line) + "\" is no sample of Prometheus' text format");
    }
    String name = sample.group(1);
    boolean meant =
        name.equals(source.read())
            || (mean
                && (name.equals(source.read() + "_sum") || name.equals(source.read() + "_count")));
    boolean bucket = name.endsWith("_bucket");
    boolean ofHistogram = bucket && name.equals(source.read() + "_bucket");
    if (!meant && !ofHistogram) {
      return;
    }
    Map<String, String> labels = labels(Optional.ofNullable(sample.group(2)).orElse(""), number);
    if (!source.where().entrySet().stream()
        .allMatch(e -> e.getValue().equals(labels.get(e.getKey())))) {
      samples.other();
      return;
    }
    if (ofHistogram || labels.containsKey(QUANTILE)) {
      distributed = distributed == 0 ? number : distributed;
      histogram |= ofHistogram;
    }
    if (!meant) {
      return;
    }
    String value = sample.group(3);
    if (!name.equals(source.read())) {
      (name.endsWith("_sum") ? sums : counts).put(labels, value);
      lines.putIfAbsent(labels, number);
    } else if (labels.containsKey(QUANTILE) && !source.where().containsKey(QUANTILE)) {
      addQuantile(labels.get(QUANTILE), value, number);
    } else {
      if (bucket && labels.containsKey(BOUND)) {
        samples.add(value, Optional.of(Unit.NONE), number);
      } else {
        add(value, number, Optional.empty());
      }
    }
  }

  private void addQuantile(String label, String value, int number) throws InvalidReportException {
    Optional<Numbers.Parsed> its = Numbers.of(label);
    if (quantile.isPresent()
        && its.isPresent()
        && its.get().number().compareTo(quantile.get()) == 0) {
      add(value, number, Optional.of("quantile " + label));
    } else if (source.statistic().isEmpty()) {
      add(value, number, Optional.empty());
    }
  }

  private void add(String value, int number, Optional<String> made) throws InvalidReportException {
    if (source.read().endsWith("_ratio")) {
      samples.addRatio(value, number, made);
    } else if (made.isPresent()) {
      samples.addMade(value, unit(), number, made.get());
    } else {
      samples.add(value, unit(), number);
    }
  }

  private Map<String, String> labels(String text, int number) throws InvalidReportException {
    if (text.isEmpty()) {
      return Map.of();
    }
    Optional<Map<String, String>> labels = PrometheusLabels.of(text);
    if (labels.isEmpty()) {
      throw samples.invalid(number, "the labels of the sample cannot be read");
    }
    return labels.get();
  }

  private Optional<Unit> unit() {
    String name = source.read().replaceFirst("_(total|sum)$", "");
    if (name.endsWith("_seconds")) {
      return Optional.of(Unit.SECONDS);
    }
    if (name.endsWith("_milliseconds")) {
      return Optional.of(Unit.MILLISECONDS);
    }
    if (name.endsWith("_percent")) {
      return Optional.of(Unit.PERCENT);
    }
    return name.endsWith("_bytes") ? Optional.of(Unit.BYTES) : Optional.empty();
  }
}
