package dev.coord.assess;

import dev.coord.consistency.Consistency;
import dev.coord.consistency.Contradiction;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Baseline;
import dev.coord.plan.Gate;
import dev.coord.plan.Metric;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.Judge;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Territory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Joins plan and evidence. Stateless, without I/O and clock. */
public final class Assessor {

  /** Assesses a case. */
  public Assessment assess(Case question) {
    return assess(question, Optional.empty());
  }

  /** Assesses a case in which some findings are known. */
  public Assessment assess(Case question, Optional<Baseline> baseline) {
    return assess(question, baseline, () -> Consistency.begin(question.plan()));
  }

  /**
   * The same where another thread may still be looking through the plan.
   *
   * @param consistency what the case's plan says in two ways
   */
  public Assessment assess(
      Case question, Optional<Baseline> baseline, Supplier<Consistency> consistency) {
    return new Run(question, baseline, consistency).assessment();
  }

  /** One assessment being put together. */
  private static final class Run {
    private final Case question;
    private final Optional<Baseline> baseline;
    private final Supplier<Consistency> consistency;
    private final Plan plan;
    private final Territory territory;
    private final Subjects subjects;
    private final GateScopes scopes;
    private final Dependencies dependencies;
    private final Approvals approvals;
    private ReadyToMerge ready;
    private PlanTally tally = new PlanTally(List.of(), List.of(), List.of());

    Run(Case question, Optional<Baseline> baseline, Supplier<Consistency> consistency) {
      this.question = question;
      this.baseline = baseline;
      this.consistency = consistency;
      this.plan = question.plan();
      this.territory = new Territory(question.rulebook());
      this.subjects = new Subjects(question, territory);
      this.dependencies = new Dependencies(plan, question.rulebook());
      this.scopes = new GateScopes(question.rulebook(), plan);
      this.approvals =
          new Approvals(
              plan,
              question.rulebook(),
              question.evidence(),
              question.lineAuthors(),
              question.signatures());
    }

    Assessment assessment() {
      LocalDate today =
          question.judgedAt().atZone(question.rulebook().project().calendar().zone()).toLocalDate();
      Waivers waivers = new Waivers(question.rulebook(), today);
      GateRows rows = new GateRows(waivers, question.lenient());
      Statuses statuses = new Statuses(plan, question.rulebook(), question.judgedAt());
      List<WorkstreamState> observed =
          workstreams().stream()
              .map(state -> statuses.rested(state, subjects.standing(state.id()).lost()))
              .toList();
      List<SprintState> sprints = new SprintStates(plan, today).states();
      OrderClaims.Result order = OrderClaims.of(dependencies, plan, question.evidence(), observed);
      List<WorkstreamState> ungated =
          observed.stream().map(state -> statuses.ordered(state, order.early())).toList();
      MergeStates merges =
          new MergeStates(dependencies, plan, question.evidence(), ungated, order.early());
      List<Finding> overdue = new ArrayList<>(Overdue.on(today, plan, sprints, ungated));
      overdue.addAll(Overdue.waves(today, plan, merges.waves()));
      List<ClaimCheck> seen = new ArrayList<>(merges.claims());
      seen.addAll(new TagClaims(plan, question.evidence().git()).check(merges.waves()));
      seen.addAll(new BlockedMerges(plan, ungated, merges.waves()).check());
      Observation<OwnershipMap> map =
          question
              .evidence()
              .git()
              .map(git -> new OwnershipMapper(territory, git.trackedFiles()).map());
      OwnChanges own = new OwnChanges(dependencies, ungated);
      Predicate<String> unbegun = id -> plan.workstream(id).isPresent() && subjects.isUnbegun(id);
      seen.addAll(
          new NoConflictClaims(plan, territory, ungated, own, forecast(), unbegun, map).check());
      seen.addAll(new FreezeClaims(question.rulebook(), question.evidence(), today).check());
      seen.addAll(new WrongTargets(plan, question.rulebook(), question.evidence()).check());
      seen.addAll(new DirectCommits(plan, question.rulebook(), question.evidence()).check());
      seen.addAll(
          new FileLengthClaims(plan, question.rulebook(), question.evidence().git())
              .check(ungated));
      FileChangeClaims files =
          new FileChangeClaims(
              plan,
              question.rulebook(),
              question.evidence().git(),
              question.judged(),
              own,
              ungated);
      seen.addAll(files.check());
      seen.addAll(
          new ReportFileClaims(plan, question.rulebook(), question.evidence().git()).check());
      seen.addAll(files.unlisted());
      seen.addAll(order.checks());
      seen.addAll(FutureDates.of(plan, today));
      seen.addAll(ExpectedProgress.of(plan, sprints, ungated));
      seen.addAll(ProgressClaims.of(question.evidence().worktrees(), ungated));
      seen.addAll(EpicClaims.of(plan, question.evidence(), ungated));
      Obstacles obstacles =
          new Obstacles(
              plan,
              question.rulebook(),
              new BranchPolicy(question.rulebook(), question.judgedAt()),
              forecast(),
              other -> plan.workstream(other).isEmpty() || subjects.mayBeMerged(other));
      ready = new ReadyToMerge(ungated, obstacles, about(rows, List::copyOf), true);
      HandoffOrder handoffs = new HandoffOrder(plan, question.evidence(), ungated);
      tally = new PlanTally(List.of(), List.of(), overdue);
      List<Contradiction> contradictions =
          consistency.get().given(CompletedWork.of(plan, ungated, merges.waves()));
      tally =
          new ClaimChecker(
                  plan,
                  facts(subjects.mine()),
                  handoffs,
                  new AssertionJudge(ungated, checkedOut(), question.rulebook()),
                  unbegun)
              .check(ungated, seen, contradictions, overdue);
      tally = tally.with(DocumentClaims.of(plan, question.documents(), tally.claims()));
      overdue.addAll(Overdue.metrics(today, plan, metrics(facts(subjects.mine()))));
      tally = new PlanTally(tally.claims(), tally.untold(), overdue);
      KnownFindings known =
          new KnownFindings(
              baseline,
              question,
              subjects,
              tally,
              new NewResults(
                  plan,
                  question.rulebook(),
                  question.evidence(),
                  new ScopeFilter(territory, plan),
                  baseline.stream()
                      .flatMap(all -> all.entries().stream())
                      .anyMatch(entry -> entry.key().kind() == Baseline.Kind.RESULT)));
      ready = new ReadyToMerge(ungated, obstacles, about(rows, known::over), false);
      List<GateResult> gates = gates(rows, known);
      About about = new About(gates);
      PlanFacts facts = facts(subjects.mine());
      List<WorkstreamState> workstreams =
          orderly(
              ungated.stream()
                  .map(state -> Statuses.ready(state.with(about.of(state.id())), obstacles))
                  .toList(),
              gates,
              map);
      List<ClaimCheck> claims = Statuses.reworded(tally.claims(), ungated, workstreams);
      List<Finding> findings = new ArrayList<>(question.findings());
      findings.addAll(Findings.withoutGit(question.evidence().git(), gates));
      findings.addAll(known.contradictions(claims));
      findings.addAll(waivers.findings(gates, rows.used()));
      findings.addAll(Findings.boundaries(subjects));
      findings.addAll(Findings.earlierMerges(subjects));
      findings.addAll(Findings.overlaps(map, territory));
      findings.addAll(ConflictFindings.of(forecast(), plan, question.judged()));
      findings.addAll(DependencyFindings.of(workstreams, claims, dependencies));
      findings.addAll(handoffs.findings(claims));
      findings.addAll(
          new BranchPolicy(question.rulebook(), question.judgedAt())
              .findings(workstreams, question.judged()));
      findings.addAll(BranchVersions.findings(workstreams));
      findings.addAll(BranchVersions.targets(plan, question.evidence()));
      findings.addAll(
          new WorktreeFindings(plan, question.evidence().worktrees(), workstreams).findings());
      findings.addAll(PipelineFindings.of(plan, question.evidence().git()));
      findings.addAll(DocumentTexts.of(plan, question.documents()));
      findings.addAll(
          DocumentLinks.of(
              plan, question.rulebook(), question.documents(), question.evidence().git()));
      findings.addAll(known.overdue(overdue));
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
          Findings.sorted(findings),
          question.documents(),
          known.state());
    }

    /** What is ready, with what holds up its merge although nothing in it does. */
    private List<WorkstreamState> orderly(
        List<WorkstreamState> states, List<GateResult> gates, Observation<OwnershipMap> map) {
      if (states.stream().noneMatch(state -> state.observed() == WorkstreamState.Status.READY)) {
        return states;
      }
      NextMerges merges =
          NextMerges.of(
              new Assessment(
                  plan,
                  question.rulebook(),
                  question.evidence(),
                  question.judged(),
                  question.judgedAt(),
                  gates,
                  states,
                  List.of(),
                  List.of(),
                  tally.claims(),
                  map,
                  subjects.mine(),
                  List.of()));
      return states.stream().map(state -> Statuses.ready(state, merges)).toList();
    }

    /** The branch that HEAD is on, or that a detached HEAD stands for. */
    private Optional<String> checkedOut() {
      return question
          .evidence()
          .git()
          .optional()
          .flatMap(GitEvidence::branch)
          .or(question.judged()::branch);
    }

    private PlanFacts facts(Observation<OwnershipReport> ownership) {
      return new PlanFacts(
              plan,
              question.rulebook(),
              new ScopeFilter(territory, plan),
              question.evidence(),
              ownership,
              question.judgedAt(),
              tally,
              approvals,
              question.judged())
          .asking(ready::answer);
    }

    private ConflictForecast forecast() {
      return new ConflictForecast(
          plan, question.rulebook(), question.evidence(), question.judged());
    }

    /** Judges gates while something asks whether a workstream is ready. */
    private ReadyToMerge.Gates about(GateRows rows, UnaryOperator<List<GateResult>> held) {
      return (workstream, chosen) ->
          new About(
                  held.apply(
                      assessor(rows)
                          .judge(
                              question.forked(),
                              gate -> isAbout(gate, workstream) && chosen.test(gate))))
              .of(workstream);
    }

    private boolean isAbout(Gate gate, String workstream) {
      return gate.rule() instanceof OwnershipRule || scopes.of(gate).contains(workstream);
    }

    private GateAssessor assessor(GateRows rows) {
      return new GateAssessor(question, subjects, scopes, this::facts, rows);
    }

    private List<GateResult> gates(GateRows rows, KnownFindings known) {
      List<GateResult> results =
          new ArrayList<>(known.over(assessor(rows).judge(question.forked())));
      ObstacleRows obstacles = new ObstacleRows(plan, rows);
      if (question.rulebook().gates().isEmpty() && plan.gates().isEmpty()) {
        results.add(obstacles.judgedNothing());
      }
      question.weakenings().map(obstacles::weakened).ifPresent(results::add);
      question.baseProblem().map(obstacles::withoutBase).ifPresent(results::add);
      question.buildProblem().map(obstacles::brokenBuild).ifPresent(results::add);
      return results;
    }

    /** The states of the workstreams, without the gates about them. */
    private List<WorkstreamState> workstreams() {
      Map<String, List<String>> unblocks = new HashMap<>();
      for (Workstream workstream : plan.workstreams()) {
        for (String id : new LinkedHashSet<>(workstream.dependsOn())) {
          unblocks.computeIfAbsent(id, any -> new ArrayList<>()).add(workstream.id());
        }
      }
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
                dependencies.of(workstream).stream()
                    .filter(other -> !subjects.isMerged(other) && !dependencies.isGivenUp(other))
                    .toList(),
                unblocks.getOrDefault(id, List.of()),
                List.of(),
                subjects.isMine(id)));
      }
      return states;
    }

    /** The rows about each workstream, in their order. */
    private final class About {
      private final Map<String, List<GateResult>> rows = new HashMap<>();

      About(List<GateResult> gates) {
        for (GateResult gate : gates) {
          if (gate.subject().isEmpty()) {
            scopes.of(gate.gate()).forEach(id -> add(id, gate));
          } else if (question.judged().kind() != Judged.Kind.UNNAMED || !gate.blocking()) {
            // An unnamed branch may bear the id of a workstream; its row alone can fail the build.
            add(gate.subject().get(), gate);
          }
        }
      }

      private void add(String workstream, GateResult gate) {
        rows.computeIfAbsent(workstream, any -> new ArrayList<>()).add(gate);
      }

      List<GateResult> of(String workstream) {
        return rows.getOrDefault(workstream, List.of());
      }
    }

    private List<MetricResult> metrics(PlanFacts facts) {
      return plan.metrics().stream().map(metric -> metric(metric, facts)).toList();
    }

    private static MetricResult metric(Metric metric, PlanFacts facts) {
      return MetricTargets.of(
          metric, metric.rule().map(r -> new Judge().judge(r, facts)).orElse(List.of()));
    }
  }
}
