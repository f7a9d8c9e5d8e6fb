package dev.coord.assess;

import static dev.coord.assess.FactsOfPlan.PLAN;
import static dev.coord.assess.FactsOfPlan.facts;
import static dev.coord.assess.FactsOfPlan.known;
import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Territory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanFactsTest {

  @Test
  void ownership_is_that_of_the_subject() {
    OwnershipReport report = new OwnershipReport("a", 0, List.of(), List.of(), false);
    PlanFacts facts =
        new PlanFacts(
            PLAN,
            PLAN,
            new ScopeFilter(new Territory(PLAN), PLAN),
            evidence().build(),
            Observation.known(report),
            FactsOfPlan.JUDGED_AT,
            new PlanTally(List.of(), List.of(), List.of()),
            new Approvals(PLAN, PLAN, evidence().build(), Map.of(), Map.of()),
            FactsOfPlan.NOBODY);

    assertThat(known(facts.ownership())).isEqualTo(report);
  }
}
