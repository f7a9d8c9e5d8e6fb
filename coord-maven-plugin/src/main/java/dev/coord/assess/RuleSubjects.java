package dev.coord.assess;

import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.TasksRule;
import dev.coord.plan.TestsRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose work a rule is about. */
public final class RuleSubjects {

  private RuleSubjects() {}

  /** Ids of the workstreams that a rule names; none for one that is about the whole project. */
  public static Set<String> of(Rule rule) {
    return rule.flat().flatMap(RuleSubjects::named).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> named(Rule rule) {
    if (rule instanceof TasksRule tasks) {
      return tasks.of() == TasksRule.Of.WORKSTREAM ? Stream.of(tasks.id()) : Stream.empty();
    }
    if (rule instanceof MergedRule merged) {
      return merged.workstream().stream();
    }
    if (rule instanceof BranchRule branch) {
      return branch.workstream().stream();
    }
    if (rule instanceof ApprovedRule approved) {
      return approved.workstream().stream();
    }
    if (rule instanceof ReadyToMergeRule ready) {
      return Stream.of(ready.workstream());
    }
    if (rule instanceof CoverageRule coverage) {
      return scope(coverage.of());
    }
    return rule instanceof TestsRule tests ? scope(tests.of()) : Stream.empty();
  }

  private static Stream<String> scope(Scope of) {
    return of instanceof Scope.OfWorkstream one ? Stream.of(one.workstream()) : Stream.empty();
  }
}
