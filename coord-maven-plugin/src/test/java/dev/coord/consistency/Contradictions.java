package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a plan that a test writes says in two ways, one line each. */
final class Contradictions {

  private Contradictions() {}

  /**
   * The contradictions of a plan.
   *
   * @param yaml the plan without its first two lines
   */
  static List<Contradiction> of(String yaml) {
    String text = "coord: 1\nproject: {name: Shop}\n" + yaml;
    PlanFile file =
        new PlanFile("coord.yml", Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
    PlanReading reading = new PlanReader().read(List.of(file));
    assertThat(reading.diagnostics()).isEmpty();
    return Consistency.of(reading.plan().orElseThrow());
  }

  /** {@code subject: claim (place), but found}. */
  static List<String> lines(String yaml) {
    return of(yaml).stream()
        .map(c -> c.subject() + ": " + c.claim() + " (" + c.place() + "), but " + c.found())
        .toList();
  }
}
