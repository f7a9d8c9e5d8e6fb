package dev.coord.plan.yaml;

import dev.coord.plan.Plan;

/** Checks what no single record can tell: how the parts of a plan fit together. */
final class PlanChecks {
  private PlanChecks() {}

  /**
   * Checks a merged plan.
   *
   * @param people whether the plan lists its people
   */
  static void check(ReadContext context, Plan plan, boolean people) {
    ReferenceChecks.check(context, people);
    GateChecks.check(context, plan);
    CycleChecks.check(context, plan);
    BranchChecks.check(context, plan);
    ScheduleChecks.check(context, plan);
  }
}
