package dev.coord.assess;

import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.Judge;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Territory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    private final Map<String, Observation<OwnershipReport>> reports = new LinkedHashMap<>();
    private final Map<String, Standing> standings = new LinkedHashMap<>();

    Run(Case question) {
      this.question = question;
      this.plan = question.plan();
      this.territory = new Territory(question.rulebook());
    }

    Assessment assessment() {
      stand();
      LocalDate today =
          question.judgedAt().atZone(question.rulebook().project().calendar().zone()).toLocalDate();
      Waivers waivers = new Waivers(question.rulebook(), today);
      List<GateResult> gates = gates(waivers);
      List<WorkstreamState> workstreams = workstreams(gates);
      SprintStates sprintStates = new SprintStates(plan, today);
      List<SprintState> sprints = sprintStates.states();
      PlanFacts facts = facts(mine());
      List<ClaimCheck> claims = new ClaimChecker(plan, facts).check(workstreams);
      Observation<OwnershipMap> map =
          question
              .evidence()
              .git()
              .map(git -> new OwnershipMapper(territory, git.trackedFiles()).map());
      List<Finding> findings = new ArrayList<>(question.findings());
      findings.addAll(Findings.contradictions(claims));
      findings.addAll(waivers.findings(gates));
      findings.addAll(Findings.boundaries(reports.values(), question.judged()));
      findings.addAll(Findings.overlaps(map, territory));
      findings.addAll(Findings.order(workstreams));
      findings.addAll(sprintStates.overdue(sprints, workstreams));
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
          mine(),
          Findings.sorted(findings));
    }

    private Observation<OwnershipReport> mine() {
      Judged judged = question.judged();
      if (!judged.isBranch()) {
        return Observation.unknown(
            judged.kind() == Judged.Kind.INTEGRATION
                ? judged.subject() + " is what branches are merged into"
                : "HEAD is on no branch",
            "Say which branch is meant with -Dcoord.workstream=ID.");
      }
      return reports.get(judged.subject());
    }

    private PlanFacts facts(Observation<OwnershipReport> ownership) {
      return new PlanFacts(plan, new ScopeFilter(territory), question.evidence(), ownership);
    }

    /** Finds out where each workstream stands, and what its branch changes. */
    private void stand() {
      OwnershipReports judge = new OwnershipReports(plan, territory, question.evidence());
      for (Workstream workstream : plan.workstreams()) {
        Optional<String> branch = branchOf(workstream);
        reports.put(workstream.id(), judge.of(workstream, branch));
        standings.put(workstream.id(), Standing.of(workstream, branch, question));
      }
      Judged judged = question.judged();
      if (judged.kind() == Judged.Kind.UNNAMED) {
        String branch = judged.branch().orElseThrow();
        reports.put(judged.subject(), judge.ofBranch(branch));
      }
    }

    private Optional<String> branchOf(Workstream workstream) {
      boolean judged = question.judged().workstream().equals(Optional.of(workstream.id()));
      return judged ? question.judged().branch() : workstream.branch();
    }

    private List<GateResult> gates(Waivers waivers) {
      Map<String, Status> states = new LinkedHashMap<>();
      Set<String> absent = new TreeSet<>();
      standings.forEach(
          (id, standing) -> {
            states.put(id, standing.status());
            standing.branch().filter(b -> b.tip().isEmpty()).ifPresent(b -> absent.add(id));
          });
      GateAssessor assessor =
          new GateAssessor(
              plan,
              question.rulebook(),
              question.judged(),
              states,
              absent,
              reports,
              this::facts,
              waivers,
              question.lenient());
      List<GateResult> results = new ArrayList<>(assessor.judge(question.forked()));
      question.baseProblem().map(assessor::withoutBase).ifPresent(results::add);
      return results;
    }

    private List<WorkstreamState> workstreams(List<GateResult> gates) {
      List<WorkstreamState> states = new ArrayList<>();
      for (Workstream workstream : plan.workstreams()) {
        String id = workstream.id();
        Standing standing = standings.get(id);
        TaskCounts.Count count = TaskCounts.count(workstream.tasks());
        states.add(
            new WorkstreamState(
                workstream,
                standing.status(),
                standing.how(),
                standing.branch(),
                reports.get(id),
                count.done(),
                count.total(),
                workstream.dependsOn().stream().filter(d -> !isMerged(d)).toList(),
                plan.workstreams().stream()
                    .filter(w -> w.dependsOn().contains(id))
                    .map(Workstream::id)
                    .toList(),
                gates.stream().filter(g -> isAbout(g, id)).toList(),
                question.judged().workstream().equals(Optional.of(id))));
      }
      return states;
    }

    private boolean isMerged(String workstream) {
      return standings.containsKey(workstream)
          && standings.get(workstream).status() == Status.MERGED;
    }

    private static boolean isAbout(GateResult gate, String workstream) {
      return gate.subject().equals(Optional.of(workstream))
          || (gate.subject().isEmpty() && gate.gate().workstreams().contains(workstream));
    }

    private List<MetricResult> metrics(PlanFacts facts) {
      Judge judge = new Judge();
      return plan.metrics().stream()
          .map(
              metric ->
                  new MetricResult(
                      metric, metric.rule().map(r -> judge.judge(r, facts)).orElse(List.of())))
          .toList();
    }
  }

  /**
   * Where a workstream stands.
   *
   * @param how how that is known, one clause
   */
  private record Standing(Status status, String how, Optional<BranchEvidence> branch) {

    static Standing of(Workstream workstream, Optional<String> branch, Case question) {
      if (branch.isEmpty()) {
        return new Standing(Status.UNKNOWN, "the plan names no branch", Optional.empty());
      }
      if (question.evidence().git() instanceof Observation.Unknown<GitEvidence> unknown) {
        return new Standing(Status.UNKNOWN, unknown.reason(), Optional.empty());
      }
      GitEvidence git = question.evidence().git().optional().orElseThrow();
      Optional<BranchEvidence> seen = Optional.ofNullable(git.branches().get(branch.get()));
      Observation<MergeState> merge =
          workstream.base().isPresent()
              ? git.merges()
                  .getOrDefault(
                      Questions.intoIntegration(question.plan(), branch.get()),
                      Observation.unknown("git was not asked", "Run the build again."))
              : seen.map(BranchEvidence::merge)
                  .orElse(Observation.unknown("git was not asked", "Run the build again."));
      if (merge instanceof Observation.Unknown<MergeState> unknown) {
        return new Standing(Status.UNKNOWN, unknown.reason(), seen);
      }
      MergeState state = merge.optional().orElseThrow();
      return new Standing(
          switch (state.kind()) {
            case NOT_STARTED -> Status.NOT_STARTED;
            case UNMERGED -> Status.ACTIVE;
            case MERGED -> Status.MERGED;
          },
          state.how(),
          seen);
    }
  }
}
