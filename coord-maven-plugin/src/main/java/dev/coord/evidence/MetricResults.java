package dev.coord.evidence;

import dev.coord.plan.MetricSource;
import java.util.List;
import java.util.Map;

/**
 * The numbers that rules ask for.
 *
 * @param reports the files that were read, by path
 * @param numbers each number, or why it cannot be told
 */
public record MetricResults(
    List<ReportFile> reports, Map<MetricSource, Observation<Measured>> numbers) {

  /** No number, where none was asked for. */
  public static final MetricResults NONE = new MetricResults(List.of(), Map.of());

  /** Copies the collections. */
  public MetricResults {
    reports = reports.stream().sorted().toList();
    numbers = Map.copyOf(numbers);
  }

  /** The number that stands in a place. */
  public Observation<Measured> of(MetricSource source) {
    return numbers.getOrDefault(
        source,
        Observation.unknown("nobody looked for " + source.file().text(), "Run the build again."));
  }
}
