package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Exclusion;
import dev.coord.plan.Gate;
import dev.coord.plan.Metric;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Metrics and gates of one measured number that are said to have started from two values. */
final class BaselinesTwice {

  /** Where somebody says that a number started. */
  private record Started(String who, Rule rule, String baseline, String unit, Location place) {

    /** What is measured, where it is one number. */
    Optional<String> number() {
      Map<String, ?> wanted = Exclusion.wanted(rule);
      return wanted.size() == 1 ? wanted.keySet().stream().findFirst() : Optional.empty();
    }

    boolean differs(Started other) {
      return Amounts.differ(baseline, unit, other.baseline, other.unit);
    }
  }

  private BaselinesTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return Twice.of(
            Stream.concat(
                    plan.metrics().stream().flatMap(m -> started(m).stream()),
                    plan.gates().stream().map(BaselinesTwice::started))
                .filter(one -> !one.baseline().isBlank()),
            Started::number)
        .filter(two -> two.first().differs(two.again()))
        .map(
            two ->
                Twice.told(
                    two.first().who(),
                    "baseline: " + two.first().baseline(),
                    two.first().place(),
                    two.again().who()
                        + " measures the same and started from "
                        + two.again().baseline(),
                    two.again().place(),
                    "Find out where it started, and say so in both places."));
  }

  private static Optional<Started> started(Metric metric) {
    return metric
        .rule()
        .map(
            rule ->
                new Started(
                    "metric " + metric.id(),
                    rule,
                    metric.baseline(),
                    metric.unit(),
                    metric.origin().of("baseline")));
  }

  private static Started started(Gate gate) {
    return new Started(
        "gate " + gate.id(), gate.rule(), gate.baseline(), "", gate.origin().of("baseline"));
  }
}
