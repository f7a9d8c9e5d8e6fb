package dev.coord.plan;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Whether one rule cannot pass where another one does not, by what is written alone. A combination
 * fails when a part of {@code all} fails or every part of {@code any} does, and is unknown before
 * it passes; so parts are compared with parts. What this does not find may still be so.
 */
final class Implication {

  private final Map<Rule, Map<Rule, Boolean>> known = new IdentityHashMap<>();

  private Implication() {}

  /** Whether the first rule asks for all that the second one does. */
  static boolean of(Rule now, Rule before) {
    return new Implication().holds(now, before);
  }

  /** The same of the rules of gates. */
  static boolean ofGates(Rule now, Rule before) {
    return isJudgedAlike(now, before) && of(now, before);
  }

  /** Alone, ownership is judged workstream by workstream, and known contradictions are let off. */
  private static boolean isJudgedAlike(Rule now, Rule before) {
    return now instanceof OwnershipRule == before instanceof OwnershipRule
        && !(now instanceof PlanRule && !(before instanceof PlanRule));
  }

  /** Each pair is looked at once, however deep the rules are. */
  private boolean holds(Rule now, Rule before) {
    Map<Rule, Boolean> others = known.computeIfAbsent(now, any -> new IdentityHashMap<>());
    Boolean told = others.get(before);
    if (told == null) {
      told = compare(now, before);
      others.put(before, told);
    }
    return told;
  }

  private boolean compare(Rule now, Rule before) {
    if (before instanceof Rule.All all) {
      return all.rules().stream().allMatch(one -> holds(now, one));
    }
    if (now instanceof Rule.Any any) {
      return any.rules().stream().allMatch(one -> holds(one, before));
    }
    if (now instanceof Rule.All all && all.rules().stream().anyMatch(one -> holds(one, before))) {
      return true;
    }
    if (before instanceof Rule.Any any) {
      return any.rules().stream().anyMatch(one -> holds(now, one));
    }
    if (now instanceof Rule.Not not && before instanceof Rule.Not other) {
      return holds(other.rule(), not.rule());
    }
    return isAtLeast(now, before);
  }

  /** Compares rules that are no combinations, or not of the same kind. */
  private static boolean isAtLeast(Rule now, Rule before) {
    if (!now.name().equals(before.name())) {
      return false;
    }
    if (now instanceof OwnershipRule first && before instanceof OwnershipRule second) {
      return first.merged().compareTo(second.merged()) <= 0;
    }
    Map<String, Object> wanted = before.wanted();
    if (!wanted.isEmpty()) {
      Map<String, Object> asked = now.wanted();
      return sameScope(now, before)
          && wanted.entrySet().stream()
              .allMatch(
                  one ->
                      asked.containsKey(one.getKey())
                          && meets(now, asked.get(one.getKey()), one.getValue()));
    }
    if (now instanceof PathRule first && before instanceof PathRule second) {
      return first.expectation() == second.expectation() && first.asksForAllOf(second);
    }
    return now.saysTheSameAs(before)
        || before instanceof ApprovedRule unsigned && unsigned.isSignedAs(now);
  }

  /** Whether a rule with results judges no less than another one of its name. */
  static boolean sameScope(Rule now, Rule before) {
    return now instanceof CoverageRule first && before instanceof CoverageRule second
        ? first.judgesAllOf(second)
        : RuleText.scope(now).equals(RuleText.scope(before));
  }

  /**
   * Whether what is wanted of a key is at least what was.
   *
   * @param rule the rule that wants it
   */
  static boolean meets(Rule rule, Object now, Object before) {
    if (!(now instanceof Comparison first && before instanceof Comparison second)) {
      return now.equals(before);
    }
    // What others have measured may lie between two whole numbers, or below nothing.
    boolean counted = !(rule instanceof MetricRule);
    return implies(first, second) || counted && implies(first.ofThings(), second.ofThings());
  }

  /** Whether every number that meets the first comparison meets the second. */
  static boolean implies(Comparison first, Comparison second) {
    int order = limit(first).compareTo(limit(second));
    return switch (second.operator()) {
      case EQUAL -> first.operator() == Comparison.Operator.EQUAL && order == 0;
      case NOT_EQUAL ->
          switch (first.operator()) {
            case EQUAL -> order != 0;
            case NOT_EQUAL -> order == 0;
            case LESS -> order <= 0;
            case AT_MOST -> order < 0;
            case GREATER -> order >= 0;
            case AT_LEAST -> order > 0;
          };
      case LESS ->
          switch (first.operator()) {
            case LESS -> order <= 0;
            case EQUAL, AT_MOST -> order < 0;
            default -> false;
          };
      case AT_MOST ->
          switch (first.operator()) {
            case EQUAL, LESS, AT_MOST -> order <= 0;
            default -> false;
          };
      case GREATER ->
          switch (first.operator()) {
            case GREATER -> order >= 0;
            case EQUAL, AT_LEAST -> order > 0;
            default -> false;
          };
      case AT_LEAST ->
          switch (first.operator()) {
            case EQUAL, GREATER, AT_LEAST -> order >= 0;
            default -> false;
          };
    };
  }

  private static BigDecimal limit(Comparison comparison) {
    return comparison.number().multiply(comparison.unit().factor());
  }
}
