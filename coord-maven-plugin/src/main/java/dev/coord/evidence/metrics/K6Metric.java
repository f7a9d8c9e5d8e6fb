package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.json.JsonValue;
import dev.coord.evidence.json.JsonValue.Text;
import dev.coord.evidence.xml.Texts;
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

  private static final String RATE = "rate";

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
      throw new InvalidReportException(
          samples.at(1),
          "\""
              + Texts.shortened(source.read())
              + "\" is taken for a metric of k6, and this is no summary of k6: it has no metrics",
          "Begin read with a slash where it is a JSON pointer, or let k6 write the file with"
              + " --summary-export.");
    }
    Optional<JsonValue> metric = metrics.get().member(source.read());
    if (metric.isPresent() && !source.where().isEmpty()) {
      samples.absent(
          metric.get().text("avg").map(Text::line).orElse(0),
          "a summary of k6 tells " + source.read() + " as a whole, and where says which part",
          "Read a submetric that a threshold makes k6 tell, such as "
              + source.read()
              + "{scenario:login}, or remove where.");
    } else if (metric.isPresent()) {
      new K6Metric(source, metric.get(), samples).add();
    }
  }

  private void add() throws InvalidReportException {
    Optional<Text> passes = values.text("passes");
    boolean rate = source.statistic().filter(s -> s.kind() == Statistic.Kind.RATE).isPresent();
    if (passes.isPresent() && (rate || source.statistic().isEmpty())) {
      Optional<Text> share = values.text("rate").or(() -> values.text("value"));
      if (share.isPresent()) {
        samples.addRatio(share.get().text(), share.get().line(), Optional.of(RATE));
        return;
      }
    }
    String key = source.statistic().map(K6Metric::key).orElseGet(() -> key());
    Optional<Text> value = values.text(key);
    if (value.isEmpty()) {
      throw missing(key, values.text("avg").or(() -> passes).map(Text::line).orElse(0));
    }
    samples.addMade(value.get().text(), unit(key), value.get().line(), key);
  }

  private InvalidReportException missing(String key, int line) {
    if (source.statistic().isEmpty()) {
      return new InvalidReportException(
          samples.at(line),
          source.read() + " is many numbers, and the plan does not say what is made of them",
          "Say under statistic what is made of them, such as p95.");
    }
    boolean percentile = source.statistic().get().kind() == Statistic.Kind.PERCENTILE;
    return new InvalidReportException(
        samples.at(line),
        source.read() + " has no \"" + key + "\"",
        percentile
            ? "Run k6 with --summary-trend-stats \"avg,min,med,max,"
                + key
                + "\", or correct statistic."
            : "Correct statistic, or read the number by its JSON pointer.");
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
      case RATE -> RATE;
    };
  }

  /**
   * The unit of a member. How often something was is a plain number, so that no plan can take it
   * for how often it is in a second; that stands beside it.
   */
  private Optional<Unit> unit(String key) {
    String contains = metric.text("contains").map(Text::text).orElse("");
    int labels = source.read().indexOf('{');
    String name = labels < 0 ? source.read() : source.read().substring(0, labels);
    boolean bytes = contains.equals("data") || SIZES.contains(name);
    if (key.equals(RATE)) {
      return Optional.of(bytes ? Unit.NONE : Unit.PER_SECOND);
    }
    if (bytes) {
      return Optional.of(Unit.BYTES);
    }
    if (key.equals("count")) {
      return Optional.of(Unit.NONE);
    }
    boolean time = contains.equals("time") || TIMES.contains(name);
    return time ? Optional.of(Unit.MILLISECONDS) : Optional.empty();
  }
}
