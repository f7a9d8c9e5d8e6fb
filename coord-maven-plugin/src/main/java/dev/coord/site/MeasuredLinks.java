package dev.coord.site;

import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Scope;
import dev.coord.plan.TagRule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.TestsRule;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.ReportRows;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.List;
import java.util.Optional;

/** Links what rules measured to the page that the figure is from. */
final class MeasuredLinks {

  private MeasuredLinks() {}

  /** What was measured, with a link to the page that the figure is from. */
  static List<Inline> measured(View view, Rule rule, Verdict verdict) {
    return verdict.measured().isEmpty()
        ? Line.none()
        : target(view, rule, verdict)
            .map(target -> List.of(Inline.link(verdict.measured(), target)))
            .orElseGet(() -> Line.of(verdict.measured()).list());
  }

  private static Optional<Target> target(View view, Rule rule, Verdict verdict) {
    if (rule instanceof TestsRule) {
      boolean failed = verdict.key().equals("failed") && verdict.outcome() == Outcome.FAILED;
      return Optional.of(Target.page("tests", failed ? "failures" : ""));
    }
    if (rule instanceof CoverageRule coverage) {
      return Optional.of(
          Target.page(
              "coverage",
              coverage.of() instanceof Scope.OfWorkstream of
                  ? Anchors.of("territory", of.workstream())
                  : ""));
    }
    if (rule instanceof FindingsRule) {
      return Optional.of(Target.page(ReportRows.FINDINGS));
    }
    if (rule instanceof OwnershipRule) {
      return Optional.of(Target.page("ownership"));
    }
    if (rule instanceof TasksRule tasks && tasks.of() == TasksRule.Of.SPRINT) {
      return view.isSprint(tasks.id())
          ? Optional.of(Target.page("sprints/" + tasks.id()))
          : Optional.empty();
    }
    if (rule instanceof TasksRule tasks
        && (tasks.of() == TasksRule.Of.EPIC || tasks.of() == TasksRule.Of.EPICS)) {
      return view.plan().epics().isEmpty()
          ? Optional.empty()
          : Optional.of(
              Target.page("epics", tasks.id().isEmpty() ? "" : Anchors.of("epic", tasks.id())));
    }
    if (rule instanceof PlanRule) {
      return wholePlan(view, verdict.key());
    }
    if (rule instanceof BranchRule branch) {
      return branch
          .workstream()
          .flatMap(view::state)
          .map(w -> Target.page("workstreams/" + w.id()));
    }
    if (rule instanceof ReadyToMergeRule ready) {
      return view.state(ready.workstream()).map(w -> Target.page("workstreams/" + w.id()));
    }
    if (rule instanceof ApprovedRule approved) {
      return approved
          .workstream()
          .flatMap(view::state)
          .map(w -> Target.page("workstreams/" + w.id(), "commits"));
    }
    if (rule instanceof CommitsRule
        || rule instanceof BranchesRule
        || rule instanceof TagRule
        || rule instanceof RepositoryRule) {
      return Optional.of(Target.page("git"));
    }
    if (rule instanceof TasksRule tasks) {
      return view.state(tasks.id()).map(w -> Target.page("workstreams/" + w.id(), "tasks"));
    }
    if (rule instanceof ConflictsRule) {
      return MergesPage.isNeeded(view)
          ? Optional.of(Target.page("merges", ForecastSection.ID))
          : Optional.empty();
    }
    return rule instanceof MergedRule merged
        ? merged.workstream().flatMap(view::state).map(w -> Target.page("workstreams/" + w.id()))
        : Optional.empty();
  }

  private static Optional<Target> wholePlan(View view, String key) {
    return switch (key) {
      case "contradictions" -> Optional.of(Target.page("claims"));
      case "overdue" -> Optional.of(Target.page("index"));
      case "workstreams", "sprints" -> Optional.of(Target.page(key));
      case "epics" ->
          view.plan().epics().isEmpty() ? Optional.empty() : Optional.of(Target.page("epics"));
      case "people" ->
          view.assessment().people().isEmpty()
              ? Optional.empty()
              : Optional.of(Target.page("people"));
      default -> Optional.of(Target.page("project"));
    };
  }
}
