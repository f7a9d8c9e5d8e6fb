package dev.coord.assess;

import dev.coord.plan.Metric;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * A metric as measured, or as declared.
 *
 * @param verdicts one for each comparison of its rule, with the target where that is a comparison,
 *     too; of a value that was set by hand one where value and target are numbers, else none
 * @param aside whether the target is a comparison that the value could not be held against
 */
public record MetricResult(Metric metric, List<Verdict> verdicts, boolean aside) {

  /** Copies the collection. */
  public MetricResult {
    Objects.requireNonNull(metric, "metric");
    verdicts = List.copyOf(verdicts);
  }

  /** A metric of which no target is left aside. */
  public MetricResult(Metric metric, List<Verdict> verdicts) {
    this(metric, verdicts, false);
  }

  /** Whether all that is wanted of it is seen. */
  public boolean met() {
    return !aside
        && !verdicts.isEmpty()
        && verdicts.stream().allMatch(v -> v.outcome() == Outcome.PASSED);
  }

  /** Whether it is seen not to be what is wanted. */
  public boolean missed() {
    return verdicts.stream().anyMatch(v -> v.outcome() == Outcome.FAILED);
  }

  /** Whether the value was set by hand. */
  public boolean declared() {
    return metric.value().isPresent();
  }
}
