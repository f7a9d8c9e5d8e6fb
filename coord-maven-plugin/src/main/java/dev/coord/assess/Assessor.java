package dev.coord.assess;

import dev.coord.evidence.Observation;
import dev.coord.plan.Metric;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.Judge;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Territory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins plan and evidence. Stateless, without I/O and clock. */
public final class Assessor {

  /** Assesses a case. */
  public Assessment assess(Case question) {
    return new Run(question).assessment();
  }

  /** One assessment being put together. */
  private static final class Run {
    private final Case question;
    private final Plan plan;
    private final Territory territory;
    private final Subjects subjects;
    private final GateScopes scopes;

    Run(Case question) {
      this.question = question;
      this.plan = question.plan();
      this.territory = new Territory(question.rulebook());
      this.subjects = new Subjects(question, territory);
      this.scopes = new GateScopes(question.rulebook(), plan);
    }

    Assessment assessment() {
      LocalDate today =
          question.judgedAt().atZone(question.rulebook().project().calendar().zone()).toLocalDate();
      Waivers waivers = new Waivers(question.rulebook(), today);
      GateRows rows = new GateRows(waivers, question.lenient());
      List<GateResult> gates = gates(rows);
      List<WorkstreamState> workstreams = workstreams(gates);
      List<SprintState> sprints = new SprintStates(plan, today).states();
      PlanFacts facts = facts(subjects.mine());
      List<ClaimCheck> claims = new ArrayList<>(new ClaimChecker(plan, facts).check(workstreams));
      MergeStates merges = new MergeStates(plan, question.evidence(), workstreams);
      claims.addAll(merges.claims());
      claims.addAll(new NoConflictClaims(plan, workstreams).check());
      Observation<OwnershipMap> map =
          question
              .evidence()
              .git()
              .map(git -> new OwnershipMapper(territory, git.trackedFiles()).map());
      List<Finding> findings = new ArrayList<>(question.findings());
      findings.addAll(Findings.withoutGit(question.evidence().git(), gates));
      findings.addAll(Findings.contradictions(claims));
      findings.addAll(waivers.findings(gates, rows.used()));
      findings.addAll(Findings.boundaries(subjects));
      findings.addAll(Findings.overlaps(map, territory));
      findings.addAll(Findings.order(workstreams));
      findings.addAll(Overdue.on(today, plan, sprints, workstreams));
      findings.addAll(Overdue.waves(today, plan, merges.waves()));
      return new Assessment(
          plan,
          question.rulebook(),
          question.evidence(),
          question.judged(),
          question.judgedAt(),
          gates,
          workstreams,
          sprints,
          metrics(facts),
          claims,
          map,
          subjects.mine(),
          Findings.sorted(findings));
    }

    private PlanFacts facts(Observation<OwnershipReport> ownership) {
      return new PlanFacts(
          plan,
          question.rulebook(),
          new ScopeFilter(territory, plan),
          question.evidence(),
          ownership);
    }

    private List<GateResult> gates(GateRows rows) {
      GateAssessor assessor = new GateAssessor(question, subjects, scopes, this::facts, rows);
      List<GateResult> results = new ArrayList<>(assessor.judge(question.forked()));
      ObstacleRows obstacles = new ObstacleRows(plan, rows);
      question.baseProblem().map(obstacles::withoutBase).ifPresent(results::add);
      question.buildProblem().map(obstacles::brokenBuild).ifPresent(results::add);
      return results;
    }

    private List<WorkstreamState> workstreams(List<GateResult> gates) {
      List<WorkstreamState> states = new ArrayList<>();
      for (Workstream workstream : plan.workstreams()) {
        String id = workstream.id();
        Standing standing = subjects.standing(id);
        TaskCounts.Count count = TaskCounts.count(workstream.tasks());
        states.add(
            new WorkstreamState(
                workstream,
                standing.status(),
                standing.how(),
                standing.branch(),
                subjects.report(id),
                count.done(),
                count.total(),
                workstream.dependsOn().stream().filter(d -> !subjects.isMerged(d)).toList(),
                plan.workstreams().stream()
                    .filter(w -> w.dependsOn().contains(id))
                    .map(Workstream::id)
                    .toList(),
                gates.stream().filter(g -> isAbout(g, id)).toList(),
                subjects.isMine(id)));
      }
      return states;
    }

    /** An unnamed branch may bear the id of a workstream; its row alone can fail the build then. */
    private boolean isAbout(GateResult gate, String workstream) {
      boolean unnamed = question.judged().kind() == Judged.Kind.UNNAMED && gate.blocking();
      return gate.subject().isPresent()
          ? gate.subject().equals(Optional.of(workstream)) && !unnamed
          : scopes.of(gate.gate()).contains(workstream);
    }

    private List<MetricResult> metrics(PlanFacts facts) {
      return plan.metrics().stream().map(metric -> metric(metric, facts)).toList();
    }

    private static MetricResult metric(Metric metric, PlanFacts facts) {
      return new MetricResult(
          metric, metric.rule().map(r -> new Judge().judge(r, facts)).orElse(List.of()));
    }
  }
}
