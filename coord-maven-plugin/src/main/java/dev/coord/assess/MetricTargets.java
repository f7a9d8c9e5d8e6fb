package dev.coord.assess;

import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.Metric;
import dev.coord.plan.Quantity;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the values of metrics against the targets that the plan writes as comparisons: a value that
 * meets its rule and misses its target is missed.
 */
final class MetricTargets {

  private static final Pattern TARGET =
      Pattern.compile("(=|!=|<|<=|>|>=|≤|≥)\\s*(" + Quantity.PATTERN.pattern() + ")");

  /** Shares are shown with one digit, rounded towards the side on which the rule fails. */
  private static final BigDecimal STEP = new BigDecimal("0.1");

  private final Metric metric;

  private MetricTargets(Metric metric) {
    this.metric = metric;
  }

  /** A metric with its verdicts, held against its target, too. */
  static MetricResult of(Metric metric, List<Verdict> verdicts) {
    return new MetricTargets(metric).judged(verdicts);
  }

  private MetricResult judged(List<Verdict> verdicts) {
    Matcher target = TARGET.matcher(metric.target().strip());
    boolean word = metric.rule().filter(DeclaredRule.class::isInstance).isPresent();
    if (!target.matches() || word) {
      return new MetricResult(metric, verdicts);
    }
    if (metric.value().isPresent()) {
      return new MetricResult(metric, declared(target, metric.value().get()));
    }
    if (verdicts.size() == 1 && verdicts.get(0).outcome() == Outcome.UNKNOWN) {
      return new MetricResult(metric, verdicts);
    }
    Optional<Verdict> both =
        verdicts.size() == 1 ? measured(target, verdicts.get(0)) : Optional.empty();
    return new MetricResult(metric, both.map(List::of).orElse(verdicts), both.isEmpty());
  }

  /** A value set by hand: nobody measured it, and it can still miss what is wanted. */
  private List<Verdict> declared(Matcher target, String value) {
    Optional<BigDecimal> difference =
        Quantity.of(value, metric.unit())
            .flatMap(q -> Quantity.of(target.group(2), metric.unit()).flatMap(q::minus));
    return difference
        .map(d -> meets(operator(target), d.signum()))
        .map(
            met ->
                new Verdict(
                    "",
                    met ? Outcome.PASSED : Outcome.FAILED,
                    value,
                    metric.target(),
                    value + (met ? " meets " : " misses ") + metric.target(),
                    List.of(
                        new Proof(
                            Proof.Kind.PLAN,
                            Proof.Strength.DECLARED,
                            "the plan",
                            Optional.of(metric.origin().of("value")),
                            metric.origin().self().commit())),
                    met ? "" : remedy(),
                    Optional.empty()))
        .map(List::of)
        .orElse(List.of());
  }

  /** A verdict against rule and target; empty when the value does not tell. */
  private Optional<Verdict> measured(Matcher target, Verdict verdict) {
    Optional<Quantity> value = Quantity.of(verdict.measured(), "");
    Optional<BigDecimal> difference =
        value.flatMap(q -> Quantity.of(target.group(2), metric.unit()).flatMap(q::minus));
    if (verdict.required().equals(metric.target().strip())) {
      return Optional.of(verdict);
    }
    Operator operator = operator(target);
    if (difference.isEmpty()
        || value.get().unit().equals("%") && !isTold(operator, difference.get(), verdict)) {
      return Optional.empty();
    }
    boolean met = meets(operator, difference.get().signum());
    boolean failed = !met || verdict.outcome() == Outcome.FAILED;
    return Optional.of(
        new Verdict(
            verdict.key(),
            failed ? Outcome.FAILED : verdict.outcome(),
            verdict.measured(),
            verdict.required() + " and " + metric.target(),
            verdict.summary()
                + "; "
                + (met ? "meets" : "misses")
                + " its target "
                + metric.target(),
            verdict.proof(),
            failed && verdict.remedy().isEmpty() ? remedy() : verdict.remedy(),
            Optional.empty()));
  }

  /** Whether rounding leaves no doubt. */
  private static boolean isTold(Operator operator, BigDecimal difference, Verdict verdict) {
    boolean floor = verdict.required().startsWith(">");
    return difference.abs().compareTo(STEP) >= 0
        || floor && operator == Operator.AT_LEAST && difference.signum() >= 0;
  }

  private String remedy() {
    return "Reach the target, or correct it (" + metric.origin().of("target").withCommit() + ").";
  }

  private static Operator operator(Matcher target) {
    String symbol = target.group(1).replace("≤", "<=").replace("≥", ">=");
    return Arrays.stream(Operator.values())
        .filter(o -> o.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  private static boolean meets(Operator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
