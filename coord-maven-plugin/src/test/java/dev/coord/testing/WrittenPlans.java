package dev.coord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Plans for tests that are written as teams write them. */
public final class WrittenPlans {

  private WrittenPlans() {}

  /** A plan without mistakes of project Shop; its first two lines are there already. */
  public static Plan plan(String rest) {
    String text = "coord: 1\nproject: {name: Shop}\n" + rest;
    PlanFile file =
        new PlanFile("coord.yml", Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
    PlanReading reading = new PlanReader().read(List.of(file));
    assertThat(reading.diagnostics()).isEmpty();
    return reading.plan().orElseThrow();
  }
}
