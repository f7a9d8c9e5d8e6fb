package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the plan as a whole is like.
 *
 * @param contradictions wanted number of claims that are contradicted
 * @param overdue wanted number of things that are past their day
 * @param workstreams wanted number of workstreams
 * @param people wanted number of people
 * @param epics wanted number of epics
 * @param sprints wanted number of sprints
 * @param updated the day that the plan was last looked through
 * @param age wanted time since the last commit that changed a file of the plan
 */
public record PlanRule(
    Origin origin,
    Optional<Comparison> contradictions,
    Optional<Comparison> overdue,
    Optional<Comparison> workstreams,
    Optional<Comparison> people,
    Optional<Comparison> epics,
    Optional<Comparison> sprints,
    Optional<LocalDate> updated,
    Optional<Comparison> age)
    implements Rule {
  /**
   * Checks that something is compared.
   *
   * @throws IllegalArgumentException when nothing is, or a comparison has another unit
   */
  public PlanRule {
    Parts.require(origin, updated);
    RuleParts.requireSome(
        contradictions, overdue, workstreams, people, epics, sprints, updated, age);
    RuleParts.requireUnit(
        Dimension.COUNT, contradictions, overdue, workstreams, people, epics, sprints);
    RuleParts.requireUnit(Dimension.TIME, age);
  }

  @Override
  public String name() {
    return "plan";
  }
}
