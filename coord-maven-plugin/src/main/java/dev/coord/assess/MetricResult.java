package dev.coord.assess;

import dev.coord.plan.Metric;
import dev.coord.rule.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * A metric as measured, or as declared.
 *
 * @param verdicts one for each comparison of its rule; empty when its value was set by hand
 */
public record MetricResult(Metric metric, List<Verdict> verdicts) {

  /** Copies the collection. */
  public MetricResult {
    Objects.requireNonNull(metric, "metric");
    verdicts = List.copyOf(verdicts);
  }

  /** Whether the value was set by hand. */
  public boolean declared() {
    return verdicts.isEmpty();
  }
}
