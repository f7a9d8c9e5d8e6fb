package dev.coord.plan.yaml;

import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.Comparison;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.TagRule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.TestsRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules as short texts without places, for comparing them in tests. */
final class RuleTexts {
  private RuleTexts() {}

  static String of(Rule rule) {
    if (rule instanceof CoverageRule r) {
      return "coverage("
          + join(
              wanted("lines", r.lines()),
              wanted("branches", r.branches()),
              wanted("against", r.against()))
          + scope(r.of())
          + ")";
    }
    if (rule instanceof TestsRule r) {
      return "tests("
          + join(
              wanted("passed", r.passed()),
              wanted("failed", r.failed()),
              wanted("skipped", r.skipped()),
              wanted("flaky", r.flaky()),
              wanted("total", r.total()),
              wanted("duration", r.duration()),
              wanted("slowest", r.slowest()),
              wanted("vanished", r.vanished()),
              wanted("new", r.fresh()))
          + scope(r.of())
          + ")";
    }
    if (rule instanceof OwnershipRule r) {
      return "ownership(" + r.merged().word() + ")";
    }
    if (rule instanceof MergedRule r) {
      return "merged("
          + r.workstream().or(r::branch).orElseThrow()
          + r.into().map(into -> " into " + into).orElse("")
          + ")";
    }
    if (rule instanceof ReadyToMergeRule r) {
      return "ready(" + r.workstream() + ")";
    }
    if (rule instanceof PathRule r) {
      return "path("
          + (r.file() + " " + r.expectation() + " " + String.join(" and ", r.texts())).strip()
          + r.branch().map(branch -> " on " + branch).orElse("")
          + ")";
    }
    if (rule instanceof TasksRule r) {
      return "tasks("
          + r.of()
          + (r.id().isEmpty() ? "" : " " + r.id())
          + r.done().map(done -> " " + done).orElse("")
          + wanted(" count", r.count())
          + wanted(" total", r.total())
          + ")";
    }
    if (rule instanceof DeclaredRule r) {
      return "declared(" + (r.by() + " " + r.says()).strip() + ")";
    }
    if (rule instanceof ApprovedRule r) {
      return "approved("
          + (String.join(" ", r.by()) + " " + r.says() + r.trailer()).strip()
          + (r.signature() ? " signed" : "")
          + r.workstream().or(r::branch).map(of -> " of " + of).orElse("")
          + ")";
    }
    if (rule instanceof CommandRule r) {
      return "command(" + r.command().line() + " for " + r.command().timeout() + ")";
    }
    if (rule instanceof Rule.Not r) {
      return "not[" + of(r.rule()) + "]";
    }
    if (rule instanceof PlanRule
        || rule instanceof BranchRule
        || rule instanceof BranchesRule
        || rule instanceof CommitsRule
        || rule instanceof FilesRule
        || rule instanceof TagRule
        || rule instanceof FindingsRule
        || rule instanceof MetricRule
        || rule instanceof RepositoryRule) {
      return rule.name() + rule.wanted();
    }
    List<Rule> parts = rule instanceof Rule.All all ? all.rules() : ((Rule.Any) rule).rules();
    return rule.name() + parts.stream().map(RuleTexts::of).toList();
  }

  private static String wanted(String key, Optional<Comparison> comparison) {
    return comparison.map(c -> key + " " + c).orElse("");
  }

  private static String join(String... parts) {
    return List.of(parts).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String scope(Scope scope) {
    if (scope instanceof Scope.OfWorkstream of) {
      return " of workstream " + of.workstream();
    }
    if (scope instanceof Scope.OfPaths of) {
      return " of paths " + of.paths().patterns();
    }
    return scope instanceof Scope.OfNames of ? " of names " + of.names() : "";
  }
}
