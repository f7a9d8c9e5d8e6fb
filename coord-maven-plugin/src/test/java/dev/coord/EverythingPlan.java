package dev.coord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.Judged;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A plan that fills every component of every record, and what is made of it without evidence. */
public final class EverythingPlan {

  private EverythingPlan() {}

  /** The plan. */
  public static Plan plan() {
    try (var in = EverythingPlan.class.getResourceAsStream("site/everything.yml")) {
      PlanFile file = new PlanFile("coord/everything.yml", Optional.empty(), in.readAllBytes());
      PlanReading reading = new PlanReader().read(List.of(file));
      assertThat(reading.diagnostics()).isEmpty();
      return reading.plan().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A plan's assessment when nothing can be observed. */
  public static Assessment assessment(Plan plan) {
    Evidence nothing = new Evidence(unknown(), unknown(), unknown());
    Judged main =
        new Judged(
            Judged.Kind.INTEGRATION, Optional.of("integration-branch"), Optional.empty(), "");
    return new Assessor()
        .assess(
            new Case(
                plan,
                plan,
                plan,
                main,
                nothing,
                SampleAssessments.JUDGED_AT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false));
  }

  private static <T> Observation<T> unknown() {
    return Observation.unknown("nothing was looked at", "Look.");
  }
}
