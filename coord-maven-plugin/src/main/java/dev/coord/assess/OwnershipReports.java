package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.OwnershipJudge;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Territory;
import java.util.Optional;
import java.util.Set;

/** Holds the workstreams' branches against the boundaries. */
final class OwnershipReports {

  private final Plan plan;
  private final Plan rulebook;
  private final Evidence evidence;
  private final OwnershipJudge judge;
  private final TakenIn taken;

  OwnershipReports(Plan plan, Territory rulebook, Evidence evidence) {
    this.plan = plan;
    this.rulebook = rulebook.plan();
    this.evidence = evidence;
    this.judge = new OwnershipJudge(rulebook);
    this.taken = new TakenIn(plan, this.rulebook, evidence.git().optional(), judge);
  }

  /** The report on a workstream of the plan. */
  Observation<OwnershipReport> of(Workstream workstream, Optional<String> branch) {
    if (branch.isEmpty()) {
      return Observation.unknown(
          "workstream " + workstream.id() + " names no branch", "Give it a branch: in the plan.");
    }
    return report(
        workstream.id(),
        rulebook.workstream(workstream.id()),
        OwnPlanFiles.of(plan, rulebook, workstream.id()),
        branch.get());
  }

  /**
   * The report on what earlier merges of a workstream's branch brought, where it was merged and
   * went on.
   */
  Optional<Observation<OwnershipReport>> ofEarlierMerges(Workstream workstream, String branch) {
    return evidence
        .git()
        .optional()
        .flatMap(git -> Optional.ofNullable(git.branches().get(branch)))
        .flatMap(BranchEvidence::earlier)
        .map(
            delta ->
                delta.map(
                    known ->
                        judge.judge(
                            workstream.id(),
                            rulebook.workstream(workstream.id()),
                            OwnPlanFiles.of(plan, rulebook, workstream.id()),
                            own(rulebook.workstream(workstream.id()), branch, known))));
  }

  /** The report on a branch that the plan does not name: it owns nothing. */
  Observation<OwnershipReport> ofBranch(String branch) {
    return report(branch, Optional.empty(), Set.of(), branch);
  }

  private Observation<OwnershipReport> report(
      String subject, Optional<Workstream> workstream, Set<String> planFiles, String branch) {
    return evidence
        .git()
        .then(
            git ->
                Optional.ofNullable(git.branches().get(branch))
                    .map(BranchEvidence::delta)
                    .orElseGet(
                        () ->
                            Observation.unknown(
                                "git was not asked for " + branch, "Run the build again.")))
        .then(BranchDelta::outstanding)
        .map(delta -> own(workstream, branch, delta))
        .map(delta -> judge.judge(subject, workstream, planFiles, delta));
  }

  /** What a branch took in of others is theirs; one that the plan does not name owns nothing. */
  private BranchDelta own(Optional<Workstream> workstream, String branch, BranchDelta delta) {
    return workstream.map(one -> taken.without(one, branch, delta)).orElse(delta);
  }
}
