package dev.coord.site;

import dev.coord.plan.Comparison;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which share of lines the gates want of the project, of a workstream, of a person: the most. */
final class CoverageLimits {

  private static final int WHOLE = 1000;

  private final Map<Scope, Comparison> limits;

  private CoverageLimits(Map<Scope, Comparison> limits) {
    this.limits = limits;
  }

  static CoverageLimits of(Plan rulebook) {
    Map<Scope, Comparison> limits = new HashMap<>();
    for (Gate gate : rulebook.gates()) {
      if (gate.rule() instanceof CoverageRule rule
          && rule.changed().isEmpty()
          && !rule.eachFile()) {
        rule.lines()
            .filter(limit -> isLeast(limit.operator()))
            .ifPresent(limit -> limits.merge(rule.of(), limit, CoverageLimits::higher));
      }
    }
    return new CoverageLimits(limits);
  }

  private static boolean isLeast(Operator operator) {
    return operator == Operator.AT_LEAST || operator == Operator.GREATER;
  }

  private static Comparison higher(Comparison one, Comparison other) {
    return one.number().compareTo(other.number()) < 0 ? other : one;
  }

  Optional<Comparison> project() {
    return Optional.ofNullable(limits.get(new Scope.Everything()));
  }

  Optional<Comparison> workstream(String id) {
    return id.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(limits.get(new Scope.OfWorkstream(id)));
  }

  Optional<Comparison> person(String id) {
    return Optional.ofNullable(limits.get(new Scope.OfOwner(id)));
  }

  /** Where a limit is in a bar, 0 to 1000. */
  static int permille(Comparison limit) {
    return limit
        .number()
        .movePointRight(1)
        .min(BigDecimal.valueOf(WHOLE))
        .setScale(0, RoundingMode.DOWN)
        .intValueExact();
  }
}
