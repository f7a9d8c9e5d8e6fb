package dev.coord.assess;

import dev.coord.assess.GateRows.Weight;
import dev.coord.evidence.Observation;
import dev.coord.plan.Gate;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import dev.coord.rule.Judge;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges the gates, and says which of them can fail this build. */
final class GateAssessor {

  private final Plan plan;
  private final Plan rulebook;
  private final Subjects subjects;
  private final GateScopes scopes;
  private final Function<Observation<OwnershipReport>, PlanFacts> facts;
  private final GateRows rows;
  private final OwnershipRows ownershipRows;
  private final Judge judge = new Judge();

  /**
   * Prepares to judge.
   *
   * @param facts facts of a subject by its ownership report
   */
  GateAssessor(
      Case question,
      Subjects subjects,
      GateScopes scopes,
      Function<Observation<OwnershipReport>, PlanFacts> facts,
      GateRows rows) {
    this.plan = question.plan();
    this.rulebook = question.rulebook();
    this.subjects = subjects;
    this.scopes = scopes;
    this.facts = facts;
    this.rows = rows;
    this.ownershipRows = new OwnershipRows(subjects, scopes, rows);
  }

  /**
   * Judges the rulebook's gates, and those that the judged branch adds or changes: what it makes
   * stricter must hold, what it makes laxer does not count.
   *
   * @param forked the plan where the branch left its base: a gate that only the base has changed
   *     since is not the branch's
   */
  List<GateResult> judge(Plan forked) {
    return judge(forked, gate -> true);
  }

  /** The same of some gates alone. */
  List<GateResult> judge(Plan forked, Predicate<Gate> chosen) {
    List<GateResult> results = new ArrayList<>();
    for (Gate gate : rulebook.gates()) {
      if (chosen.test(gate)) {
        results.addAll(rows(gate, ""));
      }
    }
    for (Gate own : plan.gates()) {
      Optional<Gate> law = rulebook.gate(own.id());
      boolean differs = law.filter(gate -> same(rulebook, gate, own)).isEmpty();
      boolean changed = forked.gate(own.id()).filter(gate -> same(forked, gate, own)).isEmpty();
      if (differs && changed && chosen.test(own)) {
        results.addAll(
            rows(own, law.isPresent() ? "as this branch changes it" : "added by this branch"));
      }
    }
    return results;
  }

  private boolean same(Plan other, Gate gate, Gate own) {
    return gate.rule().saysTheSameAs(own.rule())
        && gate.severity() == own.severity()
        && gate.workstreams().equals(own.workstreams())
        && gate.waves().equals(own.waves())
        && other.workstreamsOf(gate).equals(plan.workstreamsOf(own));
  }

  private List<GateResult> rows(Gate gate, String note) {
    if (gate.rule() instanceof OwnershipRule) {
      return ownershipRows.of(gate, note);
    }
    boolean insists =
        gate.rule()
            .flat()
            .anyMatch(r -> r instanceof OwnershipRule o && o.merged() == Severity.FAIL);
    boolean blocks = blocks(gate);
    Weight weight = new Weight(blocks, gate.severity(), note);
    Weight doubted = blocks ? GateRows.noted(weight, doubt(gate)) : weight;
    PlanFacts known = facts.apply(subjects.whole(insists));
    return judge.judge(gate.rule(), known).stream()
        .map(
            verdict ->
                row(gate, verdict, known, verdict.outcome() == Outcome.PASSED ? weight : doubted))
        .toList();
  }

  /** A row, judged again where single findings of it are waived. */
  private GateResult row(Gate gate, Verdict verdict, PlanFacts known, Weight weight) {
    SortedMap<String, Long> found =
        verdict.outcome() == Outcome.FAILED
            ? known.singleFindings(gate.rule(), verdict.key())
            : Collections.emptySortedMap();
    SortedMap<String, Waiver> waived = rows.waived(gate, verdict, found.keySet());
    if (waived.isEmpty()) {
      return rows.row(gate, Optional.empty(), verdict, weight);
    }
    Verdict rest =
        judge.judge(gate.rule(), known.without(gate.rule(), verdict.key(), waived)).stream()
            .filter(other -> other.key().equals(verdict.key()))
            .findFirst()
            .orElse(verdict);
    return rows.partly(gate, verdict, rest, waived, found, weight);
  }

  /**
   * Whether a gate can fail this build: the project's can, and that of what is judged or merged.
   */
  private boolean blocks(Gate gate) {
    return gate.appliesToProject() || scopes.of(gate).stream().anyMatch(this::counts);
  }

  private boolean counts(String workstream) {
    return switch (subjects.judged().kind()) {
      case WORKSTREAM -> subjects.isMine(workstream);
      case INTEGRATION -> subjects.mayBeMerged(workstream) || subjects.isLost(workstream);
      case UNNAMED, NONE -> false;
    };
  }

  /** Why a gate counts on the integration branch although git shows nothing of who it is for. */
  private String doubt(Gate gate) {
    if (gate.appliesToProject()
        || subjects.judged().kind() != Judged.Kind.INTEGRATION
        || scopes.of(gate).stream().anyMatch(subjects::mayBeMerged)) {
      return "";
    }
    return scopes.of(gate).stream()
        .filter(subjects::isLost)
        .findFirst()
        .map(
            workstream ->
                "it counts, as nobody can tell that "
                    + workstream
                    + " is not merged (status: todo, where nothing of it was begun)")
        .orElse("");
  }
}
