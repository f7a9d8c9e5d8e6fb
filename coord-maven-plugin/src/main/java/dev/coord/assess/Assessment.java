package dev.coord.assess;

import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.IdList;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plan and evidence, joined.
 *
 * @param plan the checked-out plan, with the claims made at the tips of the workstreams' branches
 * @param rulebook the version of the plan whose gates, boundaries, waivers and people count
 * @param evidence everything that was observed
 * @param judged what this build judges
 * @param judgedAt judging time
 * @param gates all rows, in the plan's order
 * @param branch what the judged branch changes, for a branch that the plan does not name too
 * @param findings in order of kind, then place
 * @param documents texts of the files that the plan publishes as pages, by the pages' ids
 * @param baseline what is known beside what was found
 */
public record Assessment(
    Plan plan,
    Plan rulebook,
    Evidence evidence,
    Judged judged,
    Instant judgedAt,
    List<GateResult> gates,
    List<WorkstreamState> workstreams,
    List<SprintState> sprints,
    List<MetricResult> metrics,
    List<ClaimCheck> claims,
    Observation<OwnershipMap> ownership,
    Observation<OwnershipReport> branch,
    List<Finding> findings,
    Map<String, Observation<String>> documents,
    BaselineState baseline) {

  /** An assessment of a plan that publishes no files, without a baseline. */
  public Assessment(
      Plan plan,
      Plan rulebook,
      Evidence evidence,
      Judged judged,
      Instant judgedAt,
      List<GateResult> gates,
      List<WorkstreamState> workstreams,
      List<SprintState> sprints,
      List<MetricResult> metrics,
      List<ClaimCheck> claims,
      Observation<OwnershipMap> ownership,
      Observation<OwnershipReport> branch,
      List<Finding> findings) {
    this(
        plan,
        rulebook,
        evidence,
        judged,
        judgedAt,
        gates,
        workstreams,
        sprints,
        metrics,
        claims,
        ownership,
        branch,
        findings,
        Map.of(),
        BaselineState.NONE);
  }

  /** Copies the collections. */
  public Assessment {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(rulebook, "rulebook");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(judgedAt, "judgedAt");
    Objects.requireNonNull(ownership, "ownership");
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(baseline, "baseline");
    gates = List.copyOf(gates);
    workstreams = IdList.copyOf(workstreams, WorkstreamState::id);
    sprints = List.copyOf(sprints);
    metrics = List.copyOf(metrics);
    claims = List.copyOf(claims);
    findings = List.copyOf(findings);
    documents = Map.copyOf(documents);
  }

  /** What the build comes to: failed before unknown before passed. */
  public Overall overall() {
    Overall worst = Overall.PASSED;
    for (GateResult gate : gates) {
      if (gate.breaks()) {
        Overall one = gate.outcome() == Outcome.FAILED ? Overall.FAILED : Overall.UNKNOWN;
        worst = one.compareTo(worst) > 0 ? one : worst;
      }
    }
    return worst;
  }

  /** The day of judging time in the project's zone: all that outputs may depend on and print. */
  public LocalDate judgedOn() {
    return LocalDate.ofInstant(judgedAt, rulebook.project().calendar().zone());
  }

  /** Everybody that either version of the plan lists. */
  public List<Person> people() {
    List<Person> people = new ArrayList<>(rulebook.people());
    plan.people().stream().filter(p -> rulebook.person(p.id()).isEmpty()).forEach(people::add);
    return List.copyOf(people);
  }

  /** The state of a workstream. */
  public Optional<WorkstreamState> workstream(String id) {
    return IdList.find(workstreams, id);
  }

  /** The gates about a workstream; whatever else fails the build is about the judged one, too. */
  public List<GateResult> gatesAbout(WorkstreamState state) {
    Stream<GateResult> others =
        state.judged() ? gates.stream().filter(GateResult::breaks) : Stream.empty();
    return Stream.concat(state.gates().stream(), others).distinct().toList();
  }

  /**
   * Claims that the evidence contradicts; how many that are is for {@link
   * ClaimCheck#count(java.util.Collection)} to say.
   */
  public List<ClaimCheck> contradictions() {
    return claims.stream().filter(c -> c.agreement() == ClaimCheck.Agreement.CONTRADICTS).toList();
  }
}
