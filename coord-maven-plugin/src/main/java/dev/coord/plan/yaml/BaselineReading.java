package dev.coord.plan.yaml;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Baseline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading a baseline.
 *
 * @param baseline present exactly when nothing is wrong
 * @param problems what is wrong, in the order of lines
 */
public record BaselineReading(Optional<Baseline> baseline, List<Diagnostic> problems) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when there is a baseline beside a problem, or neither
   */
  public BaselineReading {
    Objects.requireNonNull(baseline, "baseline");
    problems = List.copyOf(problems);
    if (baseline.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("a baseline is present exactly when nothing is wrong");
    }
  }
}
