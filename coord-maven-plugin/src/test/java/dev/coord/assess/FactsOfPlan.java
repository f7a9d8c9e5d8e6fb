package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Workstreams.workstream;

import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.rule.Territory;
import dev.coord.testing.Evidences;
import dev.coord.testing.Plans;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts of a plan in which workstream a owns {@code src/a} and b names no branch. */
final class FactsOfPlan {

  static final Plan PLAN =
      Plans.plan()
          .workstreams(
              workstream("a").owns("src/a/**"), workstream("b").owns("src/b/**").withoutBranch())
          .build();

  static final Instant JUDGED_AT = Instant.parse("2026-01-20T12:00:00Z");

  static final Judged NOBODY =
      new Judged(Judged.Kind.NONE, Optional.empty(), Optional.empty(), "no branch is checked out");

  private FactsOfPlan() {}

  static PlanFacts facts(Evidences evidence) {
    return facts(PLAN, evidence);
  }

  static PlanFacts facts(Plan plan, Evidences evidence) {
    return new PlanFacts(
        plan,
        plan,
        new ScopeFilter(new Territory(plan), plan),
        evidence.build(),
        Observation.unknown("nobody asked", "Ask."),
        JUDGED_AT,
        new PlanTally(List.of(), List.of(), List.of()),
        new Approvals(plan, plan, evidence.build(), Map.of(), Map.of()),
        NOBODY);
  }

  static <T> T known(Observation<T> observed) {
    return observed.optional().orElseThrow(() -> new AssertionError(observed));
  }

  static String reason(Observation<?> observed) {
    return ((Observation.Unknown<?>) observed).reason();
  }

  static String remedy(Observation<?> observed) {
    return ((Observation.Unknown<?>) observed).remedy();
  }
}
