package dev.coord.assess;

import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule says, without where it says so: two rules of one text judge alike. */
final class RuleText {

  private RuleText() {}

  static String of(Rule rule) {
    if (rule instanceof Rule.Coverage r) {
      return "coverage " + r.lines() + r.branches() + scope(r.of());
    } else if (rule instanceof Rule.Tests r) {
      return "tests "
          + List.of(r.passed(), r.failed(), r.skipped(), r.total(), r.duration())
          + scope(r.of());
    } else if (rule instanceof Rule.Ownership r) {
      return "ownership " + r.merged();
    } else if (rule instanceof Rule.Merged r) {
      return "merged " + r.workstream() + r.branch() + r.into();
    } else if (rule instanceof Rule.Path r) {
      return "path " + List.of(r.file(), r.expectation(), r.text(), r.branch());
    } else if (rule instanceof Rule.Tasks r) {
      return "tasks " + List.of(r.of(), r.id(), r.done());
    } else if (rule instanceof Rule.Declared r) {
      return "declared " + List.of(r.by(), r.says());
    } else if (rule instanceof Rule.All r) {
      return "all " + of(r.rules());
    } else if (rule instanceof Rule.Any r) {
      return "any " + of(r.rules());
    }
    return "not " + of(((Rule.Not) rule).rule());
  }

  private static String of(List<Rule> rules) {
    return rules.stream().map(RuleText::of).collect(Collectors.joining("; ", "[", "]"));
  }

  private static String scope(Scope scope) {
    return scope instanceof Scope.OfPaths paths
        ? paths.paths().patterns().toString()
        : scope.toString();
  }
}
