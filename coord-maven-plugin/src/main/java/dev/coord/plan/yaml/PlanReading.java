package dev.coord.plan.yaml;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading plan files.
 *
 * @param plan the plan; present exactly when no diagnostic is an error
 * @param diagnostics what is wrong, in the order of files and lines, each once
 */
public record PlanReading(Optional<Plan> plan, List<Diagnostic> diagnostics) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when there is a plan beside an error, or neither
   */
  public PlanReading {
    diagnostics = List.copyOf(diagnostics);
    if (plan.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("a plan is present exactly when there is no error");
    }
  }
}
