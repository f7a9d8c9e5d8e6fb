package dev.coord.publish.feed;

import dev.coord.assess.GateResult;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.Worktree;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TestsRule;
import dev.coord.site.MergeCommands;
import java.util.Optional;

/** What is typed to judge a workstream again, and where: elsewhere it would judge other work. */
final class BriefCommands {

  private final Briefs briefs;
  private final WorkstreamState state;

  BriefCommands(Briefs briefs, WorkstreamState state) {
    this.briefs = briefs;
    this.state = state;
  }

  /** A clause that says how a row is judged again, with the same verdict. */
  String reproduce(GateResult gate) {
    Rule rule = gate.gate().rule();
    boolean reports = rule.flat().anyMatch(BriefCommands::needsReports);
    if (state.judged()) {
      return "Reproduce: " + briefs.code(check(reports) + whom());
    }
    boolean there = state.observed().isUnderWay() && state.workstream().branch().isPresent();
    if (there && rule.flat().noneMatch(BriefCommands::readsTheCheckout)) {
      return "Reproduce " + place() + ": " + briefs.code(check(reports) + whom());
    }
    // By what was checked out: the branch's own files may come to something else.
    return "Reproduce"
        + briefs.assessment.judged().branch().map(branch -> " on " + briefs.code(branch)).orElse("")
        + ": "
        + briefs.code(check(reports));
  }

  /** What tells of any path whether it may be changed. */
  String ofPaths() {
    return briefs.code("mvn " + briefs.frame.goals() + ":check" + whom() + " -Dcoord.paths=PATH");
  }

  private String check(boolean reports) {
    return "mvn " + (briefs.pom && reports ? "verify " : "") + briefs.frame.goals() + ":check";
  }

  private String whom() {
    return " -Dcoord.workstream=" + state.id();
  }

  /** Git lets a branch be checked out in one worktree alone. */
  private String place() {
    String branch = state.workstream().branch().orElseThrow();
    Optional<Worktree> seen =
        briefs.assessment.evidence().worktrees().worktrees().stream()
            .filter(worktree -> worktree.worksOn().equals(Optional.of(branch)))
            .findFirst();
    if (seen.filter(Worktree::main).isPresent()) {
      return "in the main worktree";
    }
    return seen.map(Worktree::published)
        .or(() -> state.workstream().worktree())
        .map(directory -> "in its worktree " + briefs.code(directory))
        .orElseGet(() -> "after " + briefs.code(MergeCommands.switchTo(branch)));
  }

  static boolean needsReports(Rule rule) {
    return rule instanceof CoverageRule
        || rule instanceof TestsRule
        || rule instanceof FindingsRule
        || rule instanceof MetricRule;
  }

  private static boolean readsTheCheckout(Rule rule) {
    return needsReports(rule)
        || rule instanceof CommandRule
        || rule instanceof RepositoryRule
        || rule instanceof PathRule path && path.branch().isEmpty()
        || rule instanceof FilesRule files && files.branch().isEmpty();
  }
}
