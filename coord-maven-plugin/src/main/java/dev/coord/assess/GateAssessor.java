package dev.coord.assess;

import dev.coord.evidence.Observation;
import dev.coord.plan.Gate;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import dev.coord.plan.Workstream;
import dev.coord.rule.Judge;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.OwnershipVerdict;
import dev.coord.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judges the gates, and says which of them can fail this build. */
final class GateAssessor {

  private final Plan plan;
  private final Plan rulebook;
  private final Judged judged;
  private final Map<String, WorkstreamState.Status> states;
  private final Set<String> absent;
  private final Map<String, Observation<OwnershipReport>> reports;
  private final Function<Observation<OwnershipReport>, PlanFacts> facts;
  private final Waivers waivers;
  private final boolean lenient;
  private final Judge judge = new Judge();

  /**
   * Prepares to judge.
   *
   * @param states observed status by workstream
   * @param absent ids of workstreams whose branch is nowhere to be found
   * @param reports ownership by workstream, and of the judged branch by its subject
   * @param facts facts of a subject by its ownership report
   * @param lenient whether an unknown only warns
   */
  GateAssessor(
      Plan plan,
      Plan rulebook,
      Judged judged,
      Map<String, WorkstreamState.Status> states,
      Set<String> absent,
      Map<String, Observation<OwnershipReport>> reports,
      Function<Observation<OwnershipReport>, PlanFacts> facts,
      Waivers waivers,
      boolean lenient) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.judged = judged;
    this.states = states;
    this.absent = absent;
    this.reports = reports;
    this.facts = facts;
    this.waivers = waivers;
    this.lenient = lenient;
  }

  /**
   * Judges the rulebook's gates, and those that the judged branch adds or changes: what it makes
   * stricter must hold, what it makes laxer does not count.
   *
   * @param forked the plan where the branch left its base: a gate that only the base has changed
   *     since is not the branch's
   */
  List<GateResult> judge(Plan forked) {
    List<GateResult> results = new ArrayList<>();
    for (Gate gate : rulebook.gates()) {
      results.addAll(rows(gate, ""));
    }
    for (Gate own : plan.gates()) {
      Optional<Gate> law = rulebook.gate(own.id());
      boolean news = law.filter(gate -> same(gate, own)).isEmpty();
      boolean changed = forked.gate(own.id()).filter(gate -> same(gate, own)).isEmpty();
      if (news && changed) {
        results.addAll(
            rows(own, law.isPresent() ? "as this branch changes it" : "added by this branch"));
      }
    }
    return results;
  }

  /**
   * The row that says that a branch is judged by its own gates, because those of its base cannot be
   * read: that proves nothing.
   */
  GateResult withoutBase(Case.BaseProblem problem) {
    Origin origin = plan.project().origin();
    String file = plan.files().get(0);
    Rule rule =
        new Rule.Path(origin, file, Rule.Path.Expectation.EXISTS, "", Optional.of(problem.base()));
    Gate gate =
        new Gate(
            Origin.at(origin.of("integration_branch")),
            "base-plan",
            "Gates of the base branch",
            rule,
            List.of(),
            List.of(),
            Severity.FAIL,
            "",
            "A branch is judged by the gates of its base.");
    Verdict verdict =
        new Verdict(
            "",
            Outcome.UNKNOWN,
            problem.reason(),
            "the plan on " + problem.base(),
            problem.reason(),
            List.of(),
            problem.remedy(),
            Optional.empty());
    return result(gate, gate.id(), Optional.empty(), verdict, true, Severity.FAIL, "");
  }

  private static boolean same(Gate left, Gate right) {
    return RuleText.of(left.rule()).equals(RuleText.of(right.rule()))
        && left.severity() == right.severity()
        && left.workstreams().equals(right.workstreams());
  }

  private List<GateResult> rows(Gate gate, String note) {
    return gate.rule() instanceof Rule.Ownership ownership
        ? ownershipRows(gate, ownership, note)
        : ordinaryRows(gate, note);
  }

  private List<GateResult> ordinaryRows(Gate gate, String note) {
    Observation<OwnershipReport> subject =
        judged.isBranch()
            ? reports.getOrDefault(judged.subject(), nothing(judged.subject()))
            : nothing("the project");
    List<GateResult> rows = new ArrayList<>();
    for (Verdict verdict : judge.judge(gate.rule(), facts.apply(subject))) {
      String row = verdict.key().isEmpty() ? gate.id() : gate.id() + "." + verdict.key();
      rows.add(result(gate, row, Optional.empty(), verdict, blocks(gate), gate.severity(), note));
    }
    return rows;
  }

  private static Observation<OwnershipReport> nothing(String subject) {
    return Observation.known(new OwnershipReport(subject, 0, List.of(), List.of(), false));
  }

  /**
   * Whether a gate can fail this build: the project's can, and that of what is judged or merged.
   */
  private boolean blocks(Gate gate) {
    if (gate.appliesToProject()) {
      return true;
    }
    return gate.workstreams().stream().anyMatch(this::counts);
  }

  private boolean counts(String workstream) {
    return switch (judged.kind()) {
      case WORKSTREAM -> judged.workstream().equals(Optional.of(workstream));
      case INTEGRATION -> states.get(workstream) == WorkstreamState.Status.MERGED;
      case UNNAMED, NONE -> false;
    };
  }

  private List<GateResult> ownershipRows(Gate gate, Rule.Ownership rule, String note) {
    List<GateResult> rows = new ArrayList<>();
    if (judged.kind() == Judged.Kind.UNNAMED && gate.appliesToProject()) {
      rows.add(ownershipRow(gate, rule, judged.subject(), true, gate.severity(), note));
    }
    if (judged.kind() == Judged.Kind.NONE && gate.appliesToProject()) {
      rows.add(unknownBranch(gate, rule, note));
    }
    for (Workstream workstream : plan.workstreams()) {
      String id = workstream.id();
      boolean meant = gate.appliesToProject() || gate.workstreams().contains(id);
      boolean mine = judged.workstream().equals(Optional.of(id));
      if (meant && (mine || states.get(id) != WorkstreamState.Status.NOT_STARTED)) {
        boolean merged =
            judged.kind() == Judged.Kind.INTEGRATION
                && states.get(id) == WorkstreamState.Status.MERGED
                && rule.merged() == Severity.FAIL;
        boolean blocking = mine || merged;
        Severity severity = blocking ? gate.severity() : atMostWarn(gate.severity());
        if (blocking || (workstream.branch().isPresent() && !absent.contains(id))) {
          rows.add(ownershipRow(gate, rule, id, blocking, severity, note));
        }
      }
    }
    if (rows.isEmpty()) {
      rows.add(nobody(gate, note));
    }
    return rows;
  }

  private static Severity atMostWarn(Severity severity) {
    return severity == Severity.FAIL ? Severity.WARN : severity;
  }

  private GateResult ownershipRow(
      Gate gate,
      Rule.Ownership rule,
      String subject,
      boolean blocking,
      Severity severity,
      String note) {
    Observation<OwnershipReport> report = reports.getOrDefault(subject, nothing(subject));
    Verdict whole = OwnershipVerdict.of(rule, report);
    List<Waiver> partial = waivers.forPaths(gate, gate.id());
    if (!partial.isEmpty() && whole.outcome() == Outcome.FAILED) {
      Verdict rest = OwnershipVerdict.of(rule, report.map(r -> without(r, partial)));
      boolean all = rest.outcome() == Outcome.PASSED;
      return new GateResult(
          gate,
          gate.id(),
          Optional.of(subject),
          all ? whole : rest,
          all ? Outcome.WAIVED : rest.outcome(),
          severity,
          blocking,
          all ? Optional.of(partial.get(0)) : Optional.empty(),
          note);
    }
    return result(gate, gate.id(), Optional.of(subject), whole, blocking, severity, note);
  }

  private static OwnershipReport without(OwnershipReport report, List<Waiver> waivers) {
    return new OwnershipReport(
        report.subject(),
        report.changed(),
        report.violations().stream()
            .filter(t -> waivers.stream().noneMatch(w -> w.paths().matches(t.path())))
            .toList(),
        report.warnings(),
        report.merged());
  }

  private GateResult unknownBranch(Gate gate, Rule.Ownership rule, String note) {
    Verdict verdict =
        OwnershipVerdict.of(
            rule,
            Observation.unknown(
                "HEAD is on no branch, so nobody can tell whose changes these are",
                "Say which with -Dcoord.workstream=ID."));
    return result(gate, gate.id(), Optional.empty(), verdict, true, gate.severity(), note);
  }

  private GateResult nobody(Gate gate, String note) {
    String seen = "no workstream has changes to be judged";
    Verdict verdict =
        new Verdict(
            "", Outcome.PASSED, seen, "no violation", seen, List.of(), "", Optional.empty());
    return result(gate, gate.id(), Optional.empty(), verdict, blocks(gate), gate.severity(), note);
  }

  private GateResult result(
      Gate gate,
      String row,
      Optional<String> subject,
      Verdict verdict,
      boolean blocking,
      Severity severity,
      String note) {
    boolean wanting = verdict.outcome() == Outcome.FAILED || verdict.outcome() == Outcome.UNKNOWN;
    Optional<Waiver> waiver = wanting ? waivers.inForce(gate, row) : Optional.empty();
    String expired = wanting && waiver.isEmpty() ? waivers.expired(gate, row) : "";
    Outcome outcome = waiver.isPresent() ? Outcome.WAIVED : verdict.outcome();
    boolean softened = lenient && outcome == Outcome.UNKNOWN;
    return new GateResult(
        gate,
        row,
        subject,
        verdict,
        outcome,
        softened ? atMostWarn(severity) : severity,
        blocking,
        waiver,
        join(note, expired));
  }

  private static String join(String left, String right) {
    return left.isEmpty() || right.isEmpty() ? left + right : left + "; " + right;
  }
}
