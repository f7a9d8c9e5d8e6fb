package dev.coord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.Judged;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Document;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The plan that fills every component of every record, judged without any evidence. */
public final class SampleEverything {

  private SampleEverything() {}

  /** The plan. */
  public static Plan plan() {
    try (InputStream in = SampleEverything.class.getResourceAsStream("site/everything.yml")) {
      PlanFile file = new PlanFile("coord/everything.yml", Optional.empty(), in.readAllBytes());
      PlanReading reading = new PlanReader().read(List.of(file));
      assertThat(reading.diagnostics()).isEmpty();
      return reading.plan().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it comes to when nothing can be observed but the files that it publishes. */
  public static Assessment assessment() {
    return assessment(plan(), "# Published\n\nWords of the file.\n");
  }

  /** A plan judged without evidence, each of its published files with the same text. */
  public static Assessment assessment(Plan plan, String document) {
    Map<String, Observation<String>> documents = new TreeMap<>();
    for (Document page : plan.handbook().pages()) {
      documents.put(page.id(), Observation.known(document));
    }
    return assessment(plan, documents);
  }

  /** A plan judged without evidence. */
  public static Assessment assessment(Plan plan, Map<String, Observation<String>> documents) {
    return new Assessor()
        .assess(
            new Case(
                plan,
                plan,
                plan,
                new Judged(Judged.Kind.INTEGRATION, Optional.of("main"), Optional.empty(), ""),
                Evidence.builder()
                    .git(Observation.unknown("nothing was looked at", "Look."))
                    .build(),
                SampleAssessments.JUDGED_AT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                false,
                documents));
  }
}
