package dev.coord.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One rule of the plan's rule language, as data.
 *
 * <p>Gates, metrics, tasks ({@code done_when}), claims and risks are all written in it.
 */
public sealed interface Rule
    permits CoverageRule,
        TestsRule,
        OwnershipRule,
        MergedRule,
        PathRule,
        TasksRule,
        PlanRule,
        BranchRule,
        BranchesRule,
        CommitsRule,
        ApprovedRule,
        FilesRule,
        TagRule,
        RepositoryRule,
        FindingsRule,
        MetricRule,
        ConflictsRule,
        PullRequestsRule,
        ReadyToMergeRule,
        CommandRule,
        DeclaredRule,
        Rule.All,
        Rule.Any,
        Rule.Not {

  /** Where the rule was written. */
  Origin origin();

  /** The rule's name in the plan, such as {@code coverage}. */
  String name();

  /** Whether another rule says the same, wherever both are written. */
  default boolean saysTheSameAs(Rule other) {
    return RuleText.of(this).equals(RuleText.of(other));
  }

  /**
   * The keys of its results, in the order judged, each with what is wanted: a comparison, or a text
   * that must be met as it is. Empty for a rule that has one result without a key.
   */
  default Map<String, Object> wanted() {
    return RuleParts.wanted(this);
  }

  /** This rule and all that it combines, combinations before their parts, in the order written. */
  default Stream<Rule> flat() {
    return Stream.of(this);
  }

  /**
   * Every one of the rules holds.
   *
   * @param rules at least one
   */
  record All(Origin origin, List<Rule> rules) implements Rule {
    /**
     * Copies the rules.
     *
     * @throws IllegalArgumentException when there is none
     */
    public All {
      Parts.require(origin);
      rules = RuleParts.requireRules(rules);
    }

    @Override
    public String name() {
      return "all";
    }

    @Override
    public Stream<Rule> flat() {
      return Stream.concat(Stream.of(this), rules.stream().flatMap(Rule::flat));
    }
  }

  /**
   * At least one of the rules holds.
   *
   * @param rules at least one
   */
  record Any(Origin origin, List<Rule> rules) implements Rule {
    /**
     * Copies the rules.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Any {
      Parts.require(origin);
      rules = RuleParts.requireRules(rules);
    }

    @Override
    public String name() {
      return "any";
    }

    @Override
    public Stream<Rule> flat() {
      return Stream.concat(Stream.of(this), rules.stream().flatMap(Rule::flat));
    }
  }

  /**
   * The rule does not hold.
   *
   * @param rule the rule
   */
  record Not(Origin origin, Rule rule) implements Rule {
    /** Checks that the rule is there. */
    public Not {
      Parts.require(origin, rule);
    }

    @Override
    public String name() {
      return "not";
    }

    @Override
    public Stream<Rule> flat() {
      return Stream.concat(Stream.of(this), rule.flat());
    }
  }
}
