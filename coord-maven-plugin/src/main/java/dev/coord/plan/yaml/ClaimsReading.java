package dev.coord.plan.yaml;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one version of a plan file claims of one workstream.
 *
 * @param workstream the workstream as that version defines it; empty when the version cannot be
 *     read, or does not define it
 * @param diagnostics why there is no workstream: warnings, in the order of lines
 */
public record ClaimsReading(Optional<Workstream> workstream, List<Diagnostic> diagnostics) {
  /** Copies the list. */
  public ClaimsReading {
    Objects.requireNonNull(workstream, "workstream");
    diagnostics = List.copyOf(diagnostics);
  }
}
