package dev.coord;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Judged;
import dev.coord.assess.MetricResult;
import dev.coord.assess.OwnershipMap;
import dev.coord.assess.SprintState;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.rule.OwnershipReport;
import java.util.List;

/** An assessment with some of its parts exchanged, for tests. */
public final class AssessmentDraft {

  private Plan plan;
  private Evidence evidence;
  private Judged judged;
  private List<GateResult> gates;
  private List<WorkstreamState> workstreams;
  private List<SprintState> sprints;
  private List<MetricResult> metrics;
  private List<ClaimCheck> claims;
  private Observation<OwnershipMap> ownership;
  private Observation<OwnershipReport> branch;
  private List<Finding> findings;

  public AssessmentDraft(Assessment of) {
    plan = of.plan();
    evidence = of.evidence();
    judged = of.judged();
    gates = of.gates();
    workstreams = of.workstreams();
    sprints = of.sprints();
    metrics = of.metrics();
    claims = of.claims();
    ownership = of.ownership();
    branch = of.branch();
    findings = of.findings();
  }

  public AssessmentDraft plan(Plan changed) {
    plan = changed;
    return this;
  }

  public AssessmentDraft evidence(Evidence changed) {
    evidence = changed;
    return this;
  }

  public AssessmentDraft judged(Judged changed) {
    judged = changed;
    return this;
  }

  public AssessmentDraft gates(GateResult... changed) {
    gates = List.of(changed);
    return this;
  }

  public AssessmentDraft workstreams(WorkstreamState... changed) {
    workstreams = List.of(changed);
    return this;
  }

  public AssessmentDraft sprints(SprintState... changed) {
    sprints = List.of(changed);
    return this;
  }

  public AssessmentDraft metrics(MetricResult... changed) {
    metrics = List.of(changed);
    return this;
  }

  public AssessmentDraft claims(ClaimCheck... changed) {
    claims = List.of(changed);
    return this;
  }

  public AssessmentDraft ownership(Observation<OwnershipMap> changed) {
    ownership = changed;
    return this;
  }

  public AssessmentDraft branch(Observation<OwnershipReport> changed) {
    branch = changed;
    return this;
  }

  public AssessmentDraft findings(Finding... changed) {
    findings = List.of(changed);
    return this;
  }

  public Assessment build() {
    return new Assessment(
        plan,
        plan,
        evidence,
        judged,
        SampleAssessments.JUDGED_AT,
        gates,
        workstreams,
        sprints,
        metrics,
        claims,
        ownership,
        branch,
        findings);
  }
}
