package dev.coord.plan;

import dev.coord.plan.Comparison.Operator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What rules want of one number, and whether two of them cannot both hold. */
public final class Exclusion {

  private static final Set<Operator> LOWER = EnumSet.of(Operator.GREATER, Operator.AT_LEAST);
  private static final Set<Operator> UPPER = EnumSet.of(Operator.LESS, Operator.AT_MOST);

  /** Rules that want numbers which no plan tells itself, and of which the scope says all. */
  private static final Set<Class<? extends Rule>> MEASURED =
      Set.of(
          TestsRule.class,
          CoverageRule.class,
          FindingsRule.class,
          MetricRule.class,
          CommitsRule.class,
          BranchesRule.class,
          BranchRule.class,
          FilesRule.class,
          ConflictsRule.class,
          PullRequestsRule.class);

  private Exclusion() {}

  /**
   * What a rule wants of numbers that are measured. How many tasks are done the plan tells itself,
   * so a claim of those is held against that.
   *
   * @return by what is measured, equal exactly when it is the same; empty for other rules
   */
  public static Map<String, Comparison> wanted(Rule rule) {
    Map<String, Comparison> wanted = new LinkedHashMap<>();
    if (MEASURED.contains(rule.getClass())) {
      rule.wanted()
          .forEach(
              (key, value) -> {
                if (value instanceof Comparison comparison) {
                  wanted.put(String.join("\n", rule.name(), RuleText.scope(rule), key), comparison);
                }
              });
    }
    return wanted;
  }

  /** Whether no number meets both. */
  public static boolean between(Comparison one, Comparison other) {
    if (one.unit() != other.unit()) {
      return false;
    }
    if (one.operator() == Operator.EQUAL) {
      return !meets(one, other);
    }
    if (other.operator() == Operator.EQUAL) {
      return !meets(other, one);
    }
    return isAbove(one, other) || isAbove(other, one);
  }

  /** Whether the limit itself of the one meets the other. */
  private static boolean meets(Comparison equal, Comparison other) {
    int order = equal.number().compareTo(other.number());
    return switch (other.operator()) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  /** Whether the one asks for more than the other allows. */
  private static boolean isAbove(Comparison lower, Comparison upper) {
    boolean bounds = LOWER.contains(lower.operator()) && UPPER.contains(upper.operator());
    boolean both = lower.operator() == Operator.AT_LEAST && upper.operator() == Operator.AT_MOST;
    int order = lower.number().compareTo(upper.number());
    return bounds && (order > 0 || order == 0 && !both);
  }
}
