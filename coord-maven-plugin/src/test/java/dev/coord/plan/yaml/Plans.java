package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads plans that tests write as text. */
final class Plans {
  private Plans() {}

  static PlanFile file(String path, String text) {
    return new PlanFile(path, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
  }

  static PlanReading read(String text) {
    return new PlanReader().read(List.of(file("coord.yml", text)));
  }

  static PlanReading read(byte[] content) {
    return new PlanReader().read(List.of(new PlanFile("coord.yml", Optional.empty(), content)));
  }

  /** A plan that must be good. */
  static Plan plan(String text) {
    return good(read(text));
  }

  /** A plan of several files that must be good. */
  static Plan plan(PlanFile... files) {
    return good(new PlanReader().read(List.of(files)));
  }

  private static Plan good(PlanReading reading) {
    assertThat(reading.diagnostics()).map(Diagnostic::message).isEmpty();
    return reading.plan().orElseThrow();
  }

  static List<String> messages(PlanFile... files) {
    return new PlanReader()
        .read(List.of(files)).diagnostics().stream().map(Diagnostic::message).toList();
  }

  static List<String> messages(String text) {
    return read(text).diagnostics().stream().map(Diagnostic::message).toList();
  }
}
