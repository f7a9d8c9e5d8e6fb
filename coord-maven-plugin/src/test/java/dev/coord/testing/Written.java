package dev.coord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.Judged;
import dev.coord.evidence.Evidence;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for tests that are written as teams write them, and what comes of them. */
public final class Written {

  /** The two lines that every plan begins with. */
  public static final String HEAD = "coord: 1\nproject: {name: Shop}\n";

  private Written() {}

  /** A plan by all that follows its first two lines. */
  public static Plan plan(String... lines) {
    return file(HEAD + String.join("\n", lines) + "\n");
  }

  /** A plan by all of its text. */
  public static Plan file(String text) {
    return read("coord.yml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The plan that uses every key. */
  public static Plan everything() {
    try (var in = Written.class.getResourceAsStream("/dev/coord/site/everything.yml")) {
      return read("coord/everything.yml", in.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Plan read(String file, byte[] text) {
    PlanReading reading =
        new PlanReader().read(List.of(new PlanFile(file, Optional.empty(), text)));
    assertThat(reading.diagnostics()).isEmpty();
    return reading.plan().orElseThrow();
  }

  /** An assessment of a plan without git and reports. */
  public static Assessment assessed(Plan plan) {
    return assessed(plan, Evidence.builder().build());
  }

  /** An assessment of a plan on its integration branch. */
  public static Assessment assessed(Plan plan, Evidence evidence) {
    Judged main =
        new Judged(
            Judged.Kind.INTEGRATION,
            Optional.of(plan.project().integrationBranch()),
            Optional.empty(),
            "");
    return new Assessor()
        .assess(
            new Case(
                plan,
                plan,
                plan,
                main,
                evidence,
                SampleAssessments.JUDGED_AT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                false,
                Map.of()));
  }
}
