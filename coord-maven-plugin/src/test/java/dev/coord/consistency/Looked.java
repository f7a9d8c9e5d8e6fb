package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.schedule.PlanSchedule;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** One look at a plan and its times. */
final class Looked {

  private Looked() {}

  static Stream<Contradiction> at(
      BiFunction<Plan, PlanSchedule, Stream<Contradiction>> look, Plan plan) {
    return look.apply(plan, PlanSchedule.of(plan));
  }
}
