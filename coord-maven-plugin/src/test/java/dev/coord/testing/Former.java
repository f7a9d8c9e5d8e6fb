package dev.coord.testing;

import dev.coord.evidence.PlanHistory;
import dev.coord.evidence.RecordedRun;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.PlanSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Former runs and versions of the plan. */
public final class Former {

  private Former() {}

  /** A recorded run with everything that one can hold. */
  public static RecordedRun run(String day, String risk) {
    return new RecordedRun(
        day.replace("-", "") + "0".repeat(32),
        LocalDate.parse(day),
        Instant.parse(day + "T00:00:00Z"),
        "fail",
        OptionalInt.of(2),
        OptionalInt.of(40),
        Optional.of(new RecordedRun.Lines(60, 80)),
        Map.of("risk", new RecordedRun.Value("passed", risk)),
        Map.of("tests.failed", new RecordedRun.Value("failed", "3")),
        Map.of("checkout", "active"));
  }

  /** A version of the plan that came to the line on a day. */
  public static PlanHistory.Version version(String day, String plan) {
    return new PlanHistory.Version(
        day.replace("-", "") + "0".repeat(32),
        LocalDate.parse(day),
        PlanSnapshot.of(List.of(PlanExtract.of(Written.plan(plan)))));
  }
}
