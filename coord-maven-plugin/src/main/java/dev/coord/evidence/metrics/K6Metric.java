package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.json.JsonValue;
import dev.coord.evidence.json.JsonValue.Text;
import dev.coord.plan.MetricSource;
import dev.coord.plan.Statistic;
import dev.coord.plan.Unit;
import java.util.Optional;
import java.util.Set;

/**
 * Metrics of a run of <a href="https://grafana.com/docs/k6/">k6</a>: what {@code --summary-export}
 * writes, and the data that {@code handleSummary} is given, whose metrics have their {@code values}
 * apart and say what they contain.
 */
final class K6Metric {

  /**
   * Those of k6 itself that are times in milliseconds, for {@code --summary-export} says nothing.
   */
  private static final Set<String> TIMES =
      Set.of(
          "http_req_duration",
          "http_req_blocked",
          "http_req_connecting",
          "http_req_tls_handshaking",
          "http_req_sending",
          "http_req_waiting",
          "http_req_receiving",
          "iteration_duration",
          "group_duration",
          "grpc_req_duration",
          "ws_connecting",
          "ws_ping",
          "ws_session_duration");

  private static final Set<String> SIZES = Set.of("data_received", "data_sent");

  private final MetricSource source;
  private final JsonValue metric;
  private final JsonValue values;
  private final Samples samples;

  private K6Metric(MetricSource source, JsonValue metric, Samples samples) {
    this.source = source;
    this.metric = metric;
    this.values = metric.member("values").orElse(metric);
    this.samples = samples;
  }

  static void read(JsonValue file, MetricSource source, Samples samples)
      throws InvalidReportException {
    Optional<JsonValue> metrics = file.member("metrics");
    if (metrics.isEmpty()) {
      throw samples.invalid(1, "this is no summary of k6: it has no metrics");
    }
    Optional<JsonValue> metric = metrics.get().member(source.read());
    if (metric.isPresent()) {
      new K6Metric(source, metric.get(), samples).add();
    }
  }

  private void add() throws InvalidReportException {
    Optional<Text> passes = values.text("passes");
    if (passes.isPresent() && source.statistic().isEmpty()) {
      Optional<Text> rate = values.text("rate").or(() -> values.text("value"));
      if (rate.isPresent()) {
        samples.addRatio(rate.get().text(), rate.get().line(), Optional.of("rate"));
        return;
      }
    }
    String key = source.statistic().map(K6Metric::key).orElseGet(() -> key());
    Optional<Text> value = values.text(key);
    if (value.isEmpty()) {
      throw samples.invalid(
          values.text("avg").or(() -> passes).map(Text::line).orElse(0),
          source.read()
              + source
                  .statistic()
                  .map(s -> " has no \"" + key + "\"")
                  .orElse(" is many numbers, and the plan does not say what is made of them"));
    }
    samples.addMade(value.get().text(), unit(key), value.get().line(), key);
  }

  /** A gauge and a counter have one number each. */
  private String key() {
    return values.text("value").isPresent() ? "value" : "count";
  }

  private static String key(Statistic statistic) {
    return switch (statistic.kind()) {
      case PERCENTILE -> "p(" + statistic.percent().toPlainString() + ")";
      case MEDIAN -> "med";
      case MEAN -> "avg";
      case MIN -> "min";
      case MAX -> "max";
      case SUM -> "sum";
      case COUNT -> "count";
    };
  }

  private Optional<Unit> unit(String key) {
    String contains = metric.text("contains").map(Text::text).orElse("");
    int labels = source.read().indexOf('{');
    String name = labels < 0 ? source.read() : source.read().substring(0, labels);
    if (contains.equals("time") || TIMES.contains(name)) {
      return key.equals("count") ? Optional.empty() : Optional.of(Unit.MILLISECONDS);
    }
    return contains.equals("data") || SIZES.contains(name)
        ? Optional.of(Unit.BYTES)
        : Optional.empty();
  }
}
